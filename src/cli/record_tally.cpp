#include "cli/record_tally.hpp"

#include <cablelint/terminal_text.hpp>

namespace cablelint::cli {

void RecordTally::begin(std::string_view id) {
  id_ = visible(id);
  parts_ = 0;
  ++counter_.summary.documents;
}

void RecordTally::count(const Source& source, const Cable& cable, std::span<const Finding> findings) {
  audit::CableFacts facts = facts_.read(source, cable);
  facts.id = id_;
  facts.part = ++parts_;
  bool passed = true;
  for (const Finding& finding : findings) {
    facts.findings.count(finding.level);
    passed = passed && finding.level < Severity::error;
  }
  counter_.count(facts, passed, findings);
}

void RecordTally::count_fault(std::string_view name, std::string_view problem) {
  audit::Summary one;
  one.unreadable = 1;
  one.unreadable_first.push_back({name.empty() ? "-" : visible(name), std::string(problem)});
  counter_.summary.add(one);
}

}  // namespace cablelint::cli
