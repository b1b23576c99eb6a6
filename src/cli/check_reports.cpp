#include "cli/check_reports.hpp"

#include <unistd.h>

#include <algorithm>
#include <cablelint/calendar.hpp>
#include <cablelint/version.hpp>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "cli/messages.hpp"
#include "reports/writers.hpp"

namespace cablelint::cli {

CheckReports::CheckReports(const CheckOptions& options, std::vector<ActiveRule> rules, MakeWriter make)
    : run_{.version = std::string(kVersion),
           .as_of = iso(options.lint.as_of),
           .profile = options.lint.profile,
           .rules = std::move(rules),
           .fail_on = options.fail_on,
           .statistics = options.statistics,
           .quiet = options.quiet,
           .shows_cut_text = options.shows_cut_text,
           .sarif_max_results = options.sarif_max_results} {
  std::error_code unknown;
  run_.root = std::filesystem::current_path(unknown).string();
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  std::vector<OutputChoice> choices = options.outputs;
  if (choices.empty() && !options.fixes.diff) choices.push_back({terminal ? "full" : "concise", {}});
  for (const OutputChoice& choice : choices) {
    const bool to_file = !choice.file.empty();
    Report report;
    if (choice.folder) {
      report.folder = std::make_unique<OutputFolder>(choice.file);
      report.output = std::make_unique<Output>(report.folder->index());
    } else {
      report.output = to_file ? std::make_unique<Output>(choice.file) : std::make_unique<Output>();
    }
    const bool color = !to_file && use_color(options.color, terminal);
    report.writer = make(choice.format, run_, {report.output->stream(), color, report.folder.get()});
    reports_.push_back(std::move(report));
  }
  // GitHub Actions names the file of the step's summary, beside the log in which annotations are found.
  const char* const summary = std::getenv("GITHUB_STEP_SUMMARY");
  const bool annotates = std::any_of(choices.begin(), choices.end(),
                                     [](const OutputChoice& choice) { return choice.format == "github"; });
  if (annotates && summary != nullptr && *summary != '\0') {
    std::unique_ptr<Output> output = Output::at_end_of(summary);
    std::unique_ptr<reports::Writer> writer = reports::make_step_summary(run_, {output->stream()});
    reports_.push_back({nullptr, std::move(output), std::move(writer)});
  }
  for (const Report& report : reports_) report.writer->begin();
}

bool CheckReports::want_cables() const {
  return std::any_of(reports_.begin(), reports_.end(),
                     [](const Report& report) { return report.writer->wants_cables(); });
}

void CheckReports::format(const reports::Document& document, std::vector<reports::Part>& parts) const {
  parts.resize(reports_.size());
  for (std::size_t index = 0; index < parts.size(); ++index)
    reports_[index].writer->format(document, parts[index]);
}

void CheckReports::add(const Checked& checked) {
  for (std::size_t index = 0; index < reports_.size(); ++index) {
    if (checked.problem.empty()) {
      reports_[index].writer->add(checked.parts[index]);
    } else {
      reports_[index].writer->error({checked.source, checked.problem});
    }
  }
}

bool CheckReports::wanted() const {
  return std::any_of(reports_.begin(), reports_.end(), [](const Report& report) {
    return report.output->writable() && (!report.folder || report.folder->writable());
  });
}

bool CheckReports::abandoned() const {
  return reports_.size() == 1 && reports_.front().output->closed_by_reader();
}

bool CheckReports::finish(const reports::Summary& summary) {
  bool complete = true;
  for (Report& report : reports_) {
    try {
      report.writer->end(summary);
      if (report.folder) {
        report.output->complete();
        report.folder->finish();
      }
      report.output->finish();
    } catch (const std::runtime_error& error) {
      complain(error.what());
      complete = false;
    }
  }
  return complete;
}

}  // namespace cablelint::cli
