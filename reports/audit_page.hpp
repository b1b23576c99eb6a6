#pragma once

#include <cablelint/audit/run_facts.hpp>
#include <cablelint/audit/summary.hpp>
#include <string>
#include <string_view>

namespace cablelint::reports {

/// The page of an audit, report.html: one file that needs nothing else, at most 2 MB for any collection.
/// `comparison` may be null. `summary_json` is the text of summary.json, which the page carries for programs;
/// `files` are the other files of the run directory that stand beside it.
[[nodiscard]] std::string audit_page(const audit::RunFacts& run, const audit::Summary& summary,
                                     const audit::Comparison* comparison, std::string_view summary_json,
                                     const std::vector<std::string>& files);

}  // namespace cablelint::reports
