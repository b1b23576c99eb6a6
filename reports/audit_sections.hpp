#pragma once

#include <cablelint/audit/run_facts.hpp>
#include <cablelint/audit/summary.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reports/charts.hpp"

// The sections of the page of an audit, each as HTML without its heading.
namespace cablelint::reports {

/// Findings by level in stacks and bars: errors, warnings, notes.
[[nodiscard]] const std::vector<Series>& level_series();
[[nodiscard]] std::vector<std::uint64_t> level_counts(const audit::FindingCounts& counts);

/// A sentence as a paragraph, escaped; nothing for an empty one.
void append_paragraph(std::string& out, std::string_view text, std::string_view style = "");
/// A link to a file of the run where there is one, else its name.
[[nodiscard]] std::string link_to(std::string_view file, const std::vector<std::string>& files);

/// Big figures, and findings by level.
[[nodiscard]] std::string totals_section(const audit::RunFacts& run, const audit::Summary& summary);
/// New, gone and unchanged findings by rule, and the trend over earlier runs. Empty without either.
[[nodiscard]] std::string changes_section(const audit::RunFacts& run, const audit::Summary& summary,
                                          const audit::Comparison* comparison);
/// When cables cease to be classified.
[[nodiscard]] std::string calendar_section(const audit::RunFacts& run, const audit::Summary& summary);
/// Level of the header against the highest portion mark.
[[nodiscard]] std::string matrix_section(const audit::Summary& summary);

[[nodiscard]] std::string rules_section(const audit::Summary& summary);
/// Rules without a finding.
[[nodiscard]] std::string silent_rules_section(const audit::Summary& summary);
/// At most `most` examples of each rule.
[[nodiscard]] std::string examples_section(const audit::Summary& summary, std::size_t most,
                                           const std::vector<std::string>& files);
/// How many examples that shows.
[[nodiscard]] std::uint64_t count_examples(const audit::Summary& summary, std::size_t most);

[[nodiscard]] std::string classification_section(const audit::Summary& summary);
[[nodiscard]] std::string years_section(const audit::Summary& summary);
[[nodiscard]] std::string posts_section(const audit::Summary& summary);
[[nodiscard]] std::string worst_section(const audit::Summary& summary, const std::vector<std::string>& files);

[[nodiscard]] std::string unreadable_section(const audit::Summary& summary,
                                             const std::vector<std::string>& files);
[[nodiscard]] std::string run_section(const audit::RunFacts& run, const audit::Summary& summary,
                                      const std::vector<std::string>& files);

}  // namespace cablelint::reports
