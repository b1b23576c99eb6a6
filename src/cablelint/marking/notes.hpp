#pragma once

#include <fmt/format.h>

#include <cablelint/marking.hpp>
#include <cablelint/marking/register.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace cablelint::marking {

/// Puts what a check finds where the profile wants it.
class Notes {
 public:
  Notes(const Register& rules, MarkReading& reading) : rules_(&rules), reading_(&reading) {}

  template <typename... Arguments>
  void add(std::string_view code, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    const Register::Weight weight = rules_->weight(code);
    if (weight == Register::Weight::silent) return;
    auto& notes = weight == Register::Weight::remark ? reading_->remarks : reading_->problems;
    notes.push_back({std::string(code), fmt::format(format, std::forward<Arguments>(arguments)...)});
  }

 private:
  const Register* rules_;
  MarkReading* reading_;
};

}  // namespace cablelint::marking
