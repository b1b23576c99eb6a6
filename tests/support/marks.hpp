#pragma once

#include <cablelint/marking.hpp>
#include <cablelint/rule_set.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace cablelint::tests {

/// The shipped vocabulary.
inline const Vocabulary& shipped_vocabulary() {
  static const RuleSet rules = [] {
    std::vector<Diagnostic> faults;
    auto loaded = RuleSet::load({}, faults);
    if (!loaded) throw std::runtime_error(to_text(faults.at(0)));
    return std::move(*loaded);
  }();
  return rules.vocabulary();
}

/// A reader of marks by the shipped tables.
inline const MarkReader& mark_reader(bool ic) {
  static const MarkReader state(shipped_vocabulary(), "state");
  static const MarkReader register_of_ic(shipped_vocabulary(), "ic");
  return ic ? register_of_ic : state;
}

/// The codes of notes: "level separator".
inline std::string codes(const std::vector<MarkNote>& notes) {
  std::string text;
  for (const MarkNote& note : notes) text += (text.empty() ? "" : " ") + note.code;
  return text;
}

}  // namespace cablelint::tests
