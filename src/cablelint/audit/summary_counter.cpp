#include <cablelint/audit/summary_counter.hpp>

#include <algorithm>

namespace cablelint::audit {

void SummaryCounter::count(const CableFacts& cable, bool passed, std::span<const Finding> findings) {
  summary.count(cable, passed);
  summary.bytes += cable.length;
  rules_.clear();
  for (const Finding& finding : findings) {
    const bool first = std::find(rules_.begin(), rules_.end(), finding.rule) == rules_.end();
    if (first) rules_.push_back(finding.rule);
    summary.count(finding.rule, finding.level, first);
    // Rules that run on some paths only are not among those that were planned.
    if (std::string& name = summary.rules.find(finding.rule)->second.name; name.empty()) name = finding.name;
    summary.show(finding.rule, {cable.id, finding.message, finding.line, finding.column, finding.level});
  }
}

}  // namespace cablelint::audit
