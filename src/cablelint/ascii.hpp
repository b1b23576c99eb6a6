#pragma once

#include <string_view>

// Letters, digits and blanks of ASCII, whatever the locale.

namespace cablelint {

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
/// A blank, a tab or a part of a line end.
constexpr bool is_ascii_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
/// Nothing but those.
constexpr bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace cablelint
