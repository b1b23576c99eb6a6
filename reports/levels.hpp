#pragma once

#include <cablelint/finding.hpp>
#include <string_view>

namespace cablelint::reports {

/// The word of a format for a level.
[[nodiscard]] constexpr std::string_view word_for(Severity level, std::string_view error,
                                                  std::string_view warning, std::string_view note) {
  return level == Severity::error ? error : level == Severity::warning ? warning : note;
}

}  // namespace cablelint::reports
