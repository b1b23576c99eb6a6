#pragma once

#include <cablelint/rule_set.hpp>
#include <string>
#include <vector>

namespace cablelint::reports {

/// A file of the documentation of rules.
struct Page {
  std::string name;  // "DCL001.md"
  std::string text;
};

/// All rules on one page that needs nothing else. For shipped rules call RuleSet::load_cases first.
[[nodiscard]] std::string rules_as_html(const RuleSet& rules);
/// A page for each rule, and `index.md` in front of them.
[[nodiscard]] std::vector<Page> rules_as_markdown(const RuleSet& rules);

}  // namespace cablelint::reports
