#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <cablelint/rule_set.hpp>

namespace cablelint {

/// What became of the `flags` and `passes` of one rule.
struct RuleTestResult {
  const RuleInfo* rule = nullptr;
  std::size_t cases = 0;              // that were run
  bool fired = false;                 // on one of them
  std::vector<std::string> failures;  // in words for people, each with its place
  [[nodiscard]] bool passed() const { return failures.empty(); }
};

/// Runs each rule alone on its own cases: it must fire on every one of `flags`, must stay silent on every one
/// of `passes`, and must have some of both. `select` are words as in LintOptions; empty: all rules. The day
/// of the check is the case's `as_of`, else 2026-01-01. For shipped rules call RuleSet::load_cases first.
[[nodiscard]] std::vector<RuleTestResult> test_rules(const RuleSet& rules,
                                                     const std::vector<std::string>& select = {});

}  // namespace cablelint
