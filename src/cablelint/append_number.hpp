#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <limits>
#include <string>

namespace cablelint {

/// Appends the decimal digits of a number.
template <std::integral Number> void append_number(std::string& out, Number value) {
  std::array<char, std::numeric_limits<Number>::digits10 + 2> digits{};
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

}  // namespace cablelint
