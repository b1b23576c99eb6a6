#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cablelint/calendar.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/version.hpp>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>

#include "cli/check_options.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/pipeline.hpp"
#include "reports/report.hpp"

namespace cablelint::cli {
namespace {

/// What checking one document gave.
struct Checked {
  std::string source;
  std::string problem;                         // not empty: the document could not be read
  std::vector<std::vector<Finding>> findings;  // of each of its cables
};

/// Checks documents one after the other on one thread.
class Checker {
 public:
  Checker(const Parser& parser, const RuleSet& rules, const RuleChoice& choice)
      : parser_(&parser), linters_(rules, choice) {}

  Checked operator()(const Input& input) {
    Checked checked{input.name, {}, {}};
    try {
      if (const auto bytes = reader_.read(input, checked.problem)) {
        const Source source = Source::borrow(input.name, *bytes);
        Linter& linter = linters_.of(input);
        parser_->parse_each(source, cable_, [&](const Cable& cable) {
          linter.check(source, cable, checked.findings.emplace_back());
        });
      }
    } catch (const std::bad_alloc&) {
      checked.findings.clear();
      checked.problem = "does not fit into memory";
    }
    return checked;
  }

 private:
  const Parser* parser_;
  DocumentReader reader_;
  Cable cable_;
  Linters linters_;
};

/// The reports of one run, each with the output it goes to.
class Reports {
 public:
  explicit Reports(const CheckOptions& options) {
    const bool terminal = isatty(STDOUT_FILENO) == 1;
    std::vector<OutputChoice> choices = options.outputs;
    if (choices.empty()) choices.push_back({terminal ? "full" : "concise", {}});
    for (const OutputChoice& choice : choices) {
      const bool to_file = !choice.file.empty();
      Report report;
      report.output = to_file ? std::make_unique<Output>(choice.file) : std::make_unique<Output>();
      report.writer = reports::make_writer(choice.format, report.output->stream());
      report.writer->begin({.version = std::string(kVersion),
                            .as_of = iso(options.lint.as_of),
                            .color = !to_file && use_color(options.color, terminal),
                            .statistics = options.statistics,
                            .quiet = options.quiet});
      reports_.push_back(std::move(report));
    }
  }

  void add(const Checked& checked) {
    for (Report& report : reports_) {
      if (checked.problem.empty()) {
        for (const auto& of_cable : checked.findings) report.writer->findings(of_cable);
      } else {
        report.writer->error({checked.source, checked.problem});
      }
    }
  }

  /// False when no report can be written any more.
  [[nodiscard]] bool wanted() const {
    return std::any_of(reports_.begin(), reports_.end(),
                       [](const Report& report) { return report.output->writable(); });
  }

  /// The reader of the only report went away, so that the run ended early.
  [[nodiscard]] bool abandoned() const {
    return reports_.size() == 1 && reports_.front().output->closed_by_reader();
  }

  /// Finishes every report that can be finished; false when one could not, which is then on standard error.
  [[nodiscard]] bool finish(const reports::Summary& summary) {
    bool complete = true;
    for (Report& report : reports_) {
      try {
        report.writer->end(summary);
        report.output->finish();
      } catch (const std::runtime_error& error) {
        complain(error.what());
        complete = false;
      }
    }
    return complete;
  }

 private:
  struct Report {
    std::unique_ptr<Output> output;
    std::unique_ptr<reports::Writer> writer;
  };
  std::vector<Report> reports_;
};

void count(const std::vector<Finding>& findings, reports::Summary& summary) {
  for (const Finding& finding : findings) {
    ++(finding.level == Severity::error     ? summary.error
       : finding.level == Severity::warning ? summary.warning
                                            : summary.note);
  }
}

bool fails(const reports::Summary& summary, Severity fail_on) {
  return summary.error > 0 || (fail_on <= Severity::warning && summary.warning > 0) ||
         (fail_on == Severity::note && summary.note > 0);
}

int check(const CheckOptions& options) {
  const std::optional<RuleSet> rules = load_rules(options.rules, "nothing was checked");
  if (!rules) return kTrouble;
  options.rule_choice.require_known(*rules);

  const Parser parser(rules->vocabulary());
  InputList inputs(options.input.paths, options.input.walk);
  Reports reports(options);
  reports::Summary summary;
  bool trouble = false;
  const auto make_checker = [&] { return Checker(parser, *rules, options.rule_choice); };
  run_in_order<Checked>(inputs, thread_count(options.input), make_checker, [&](const Checked& checked) {
    if (checked.problem.empty()) {
      summary.cables += checked.findings.size();
      for (const auto& of_cable : checked.findings) count(of_cable, summary);
    } else {
      trouble = true;
      complain_about(checked.source, checked.problem);
    }
    reports.add(checked);
    return reports.wanted();
  });

  if (!reports.finish(summary) || trouble) return kTrouble;
  if (reports.abandoned() || options.exit_zero) return kClean;
  return fails(summary, options.fail_on) ? kFindings : kClean;
}

}  // namespace

void add_check(CLI::App& app, Run& run) {
  CLI::App* const command = app.add_subcommand("check", "Check the markings of cables");
  const auto given = std::make_shared<const GivenOptions>(*command, false);
  const auto paths = std::make_shared<std::vector<std::string>>();
  add_paths(*command, *paths);
  command->footer(
      "Exit code: 0 no findings at or above --fail-on, 1 such findings, 2 anything that went wrong.\n\n"
      "Every option may stand in cablelint.yaml and in the environment; see `cablelint config --help`.\n\n"
      "Example: check a folder as of a day, show everything, and keep a report for a machine\n"
      "  cablelint check --as-of 2026-01-01 --output full --output json:findings.json cables/");
  command->callback([given, paths, &run] {
    run = [given, paths] {
      require_paths(*paths, "cablelint check");
      return check(check_options(Settings(*given), *paths));
    };
  });
}

}  // namespace cablelint::cli
