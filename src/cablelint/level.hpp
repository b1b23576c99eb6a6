#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cablelint {

/// Classification levels in order of rank: a higher level compares greater. `U` is a marking, not a level of
/// classification; `R` is foreign and NATO RESTRICTED, and US use before 1953.
enum class Level : std::uint8_t { U, R, C, S, TS };

/// "TS", "S", "C", "R" or "U".
[[nodiscard]] std::string_view portion_form(Level level);
/// "TOP SECRET", "SECRET", "CONFIDENTIAL", "RESTRICTED" or "UNCLASSIFIED".
[[nodiscard]] std::string_view banner_form(Level level);

}  // namespace cablelint
