#include <cablelint/baseline.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <deque>
#include <memory>
#include <new>
#include <optional>

#include "cli/baseline_file.hpp"
#include "cli/check_options.hpp"
#include "cli/check_reports.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/fix_outputs.hpp"
#include "cli/messages.hpp"
#include "cli/pipeline.hpp"
#include "reports/report.hpp"

namespace cablelint::cli {
namespace {

/// Checks documents one after the other on one thread.
class Checker {
 public:
  /// `baseline` may be null.
  Checker(const Parser& parser, const RuleSet& rules, const CheckOptions& options,
          const CheckReports& reports, Baseline* baseline)
      : parser_(&parser),
        reports_(&reports),
        linters_(rules, options.rule_choice),
        mender_(Fixer(parser, rules.vocabulary()), options.fixes),
        keep_(reports.want_cables()) {
    if (baseline != nullptr) match_.emplace(*baseline);
  }

  Checked operator()(const Input& input, std::string_view bytes) {
    Checked checked{input.name, input.container, input.problem, {}, {}, {}};
    try {
      if (input.problem.empty()) check(input, bytes, checked);
    } catch (const std::bad_alloc&) {
      checked.counts = {};
      checked.parts.clear();
      checked.problem = "does not fit into memory";
    }
    if (!checked.problem.empty()) checked.counts.unreadable = 1;
    return checked;
  }

 private:
  void check(const Input& input, std::string_view bytes, Checked& checked) {
    const Source source = Source::borrow(input.name, bytes);
    Linter& linter = linters_.of(input);
    std::size_t cables = 0;
    kept_.clear();
    if (match_) match_->begin(input.name);
    parser_->parse_each(source, cable_, [&](const Cable& cable) {
      if (cables == cables_.size()) cables_.emplace_back();
      reports::CheckedCable& of_cable = cables_[cables++];
      of_cable.findings.clear();
      linter.check(source, cable, of_cable.findings);
      if (match_) match_->accept(of_cable.findings);
      of_cable.cable = keep_ ? &kept_.emplace_back(cable) : nullptr;
      checked.counts.count(of_cable.findings);
    });
    if (match_) match_->end(linter);
    reports_->format({source, {cables_.data(), cables}}, checked.parts);
    checked.mended = mender_(source);
  }

  const Parser* parser_;
  const CheckReports* reports_;
  Cable cable_;
  Linters linters_;
  Mender mender_;
  std::vector<reports::CheckedCable> cables_;  // of the document; those behind its last keep their memory
  std::deque<Cable> kept_;
  std::optional<BaselineMatch> match_;
  bool keep_;
};

bool fails(const reports::Summary& summary, Severity fail_on) {
  return summary.error > 0 || (fail_on <= Severity::warning && summary.warning > 0) ||
         (fail_on == Severity::note && summary.note > 0);
}

int check(const CheckOptions& options, const Settings& settings) {
  const RuleSet* const rules = load_rules(options.rules, "nothing was checked");
  if (rules == nullptr) return kTrouble;
  options.rule_choice.require_known(*rules);

  std::unique_ptr<Baseline> baseline;
  if (!options.baseline.empty()) {
    baseline = load_baseline(options, "nothing was checked");
    if (!baseline) return kTrouble;
  }

  const Parser parser(rules->vocabulary());
  DocumentStream documents(options.input.paths, options.input.read);
  CheckReports reports(options, options.rule_choice.active(*rules));
  FixOutputs fixes(options.fixes, options.input.paths);
  reports::Summary summary;
  const auto make_checker = [&] { return Checker(parser, *rules, options, reports, baseline.get()); };
  run_in_order<Checked>(documents, thread_count(options.input), make_checker, [&](const Checked& checked) {
    summary.add(checked.counts);
    if (!checked.problem.empty()) complain_about(checked.source, checked.problem);
    reports.add(checked);
    fixes.add(checked.source, checked.container, checked.mended);
    return reports.wanted() || fixes.wanted();
  });

  if (baseline && !reports.abandoned()) report_stale(*baseline, options, settings);
  const bool trouble = !fixes.finish() || summary.unreadable > 0;
  summary.exit_code = trouble                                                 ? kTrouble
                      : fails(summary, options.fail_on) && !options.exit_zero ? kFindings
                                                                              : kClean;
  if (!reports.finish(summary)) return kTrouble;
  return (reports.abandoned() || fixes.abandoned()) && !trouble ? kClean : summary.exit_code;
}

}  // namespace

void add_check(Command& program) {
  Command& command = program.add_command("check", "Check the markings of cables");
  const auto given = std::make_shared<const GivenOptions>(command, For::reports);
  const auto paths = std::make_shared<std::vector<std::string>>();
  add_paths(command, *paths);
  command.footer =
      "Exit code: 0 no findings at or above --fail-on, 1 such findings, 2 anything that went wrong.\n\n"
      "Mended is only what copies spoiled and what can be read in one way: paragraph numbers with the rest "
      "of a "
      "pilcrow or a list bullet, links in TAGS, doubled captions and labels, E.0. for E.O., keywords cut in "
      "two. Never "
      "a classification, a mark or a date. The exit code tells of the findings before anything was "
      "mended.\n\n"
      "Every option but those that mend may stand in cablelint.yaml and in the environment; see `cablelint "
      "config "
      "--help`.\n\n"
      "Example: check a folder as of a day, show everything, and keep a report for a machine\n"
      "  cablelint check --as-of 2026-01-01 --output full --output json:findings.json cables/";
  command.run = [given, paths] {
    const Settings settings(*given);
    const CheckOptions options = check_options(settings, *paths);
    require_paths(options.input.paths, "cablelint check");
    return check(options, settings);
  };
}

}  // namespace cablelint::cli
