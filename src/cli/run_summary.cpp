#include "cli/run_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/counted.hpp>
#include <cablelint/terminal_text.hpp>

#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {
namespace {

/// Inputs that could not be read and are named on standard error.
constexpr std::size_t kShownErrors = 5;

bool fails(const audit::FindingCounts& findings, Severity fail_on) {
  return findings.error > 0 || (fail_on <= Severity::warning && findings.warning > 0) ||
         (fail_on == Severity::note && findings.note > 0);
}

}  // namespace

std::string comparison_text(const audit::Comparison& comparison) {
  std::string text = fmt::format("Since the audit as of {}: {}, {} gone, {} unchanged\n",
                                 comparison.old_as_of, counted(comparison.all.fresh, "new finding"),
                                 comparison.all.gone, comparison.all.unchanged);
  if (comparison.cables_new + comparison.cables_gone > 0) {
    text += fmt::format("Cables: {} new, {} gone\n", comparison.cables_new, comparison.cables_gone);
  }
  if (!comparison.same_rules) {
    text += "The rules or their choice are not the same, so some of this may come from them.\n";
  }
  bool header = false;
  for (const auto& [rule, counts] : comparison.rules) {
    if (counts.fresh + counts.gone == 0) continue;
    if (!header) text += fmt::format("{:<10}{:>10}{:>10}{:>12}\n", "rule", "new", "gone", "unchanged");
    header = true;
    text +=
        fmt::format("{:<10}{:>10}{:>10}{:>12}\n", visible(rule), counts.fresh, counts.gone, counts.unchanged);
  }
  return text;
}

int conclude(const RunResult& result, const Conclusion& conclusion) {
  const audit::Summary& summary = result.summary;
  if (!conclusion.quiet) {
    Output output;
    output.stream() << fmt::format(
        "{}, {} without a finding of level {} or above; {}: {}, {}, {}", counted(summary.cables, "cable"),
        summary.passed, to_text(conclusion.fail_on), counted(summary.findings.all(), "finding"),
        counted(summary.findings.error, "error"), counted(summary.findings.warning, "warning"),
        counted(summary.findings.note, "note"));
    if (summary.unreadable > 0) {
      output.stream() << fmt::format("; {} could not be read", counted(summary.unreadable, "input"));
    }
    output.stream() << '\n';
    if (result.comparison) output.stream() << comparison_text(*result.comparison);
    const auto has = [&](std::string_view file) {
      return std::find(conclusion.files.begin(), conclusion.files.end(), file) != conclusion.files.end();
    };
    output.stream() << "Results: " << visible(conclusion.folder)
                    << (has("report.html") ? "/report.html" : "/run.json") << '\n';
    output.finish();
  }
  for (std::size_t i = 0; i < std::min(kShownErrors, summary.unreadable_first.size()); ++i) {
    complain_about(summary.unreadable_first[i].source, summary.unreadable_first[i].message);
  }
  if (summary.unreadable > kShownErrors) {
    complain(fmt::format("and {} more; see {}/errors.jsonl", summary.unreadable - kShownErrors,
                         visible(conclusion.folder)));
  }
  if (summary.unreadable > 0) return kTrouble;
  const bool failed = conclusion.fail_on_new ? result.comparison && result.comparison->fresh_failing > 0
                                             : fails(summary.findings, conclusion.fail_on);
  return failed && !conclusion.exit_zero ? kFindings : kClean;
}

}  // namespace cablelint::cli
