#pragma once

#include <cablelint/diagnostic.hpp>
#include <cablelint/rule_set.hpp>
#include <stdexcept>
#include <string>

namespace cablelint::tests {

/// The shipped rules with their vocabulary, loaded once.
inline const RuleSet& shipped_rules() {
  static const RuleSet rules = [] {
    std::vector<Diagnostic> faults;
    auto loaded = RuleSet::load({}, faults);
    std::string text = "the shipped packs do not load\n";
    for (const auto& fault : faults) text += to_text(fault) + "\n";
    if (!loaded) throw std::runtime_error(text);
    return std::move(*loaded);
  }();
  return rules;
}

}  // namespace cablelint::tests
