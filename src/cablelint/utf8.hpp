#pragma once

#include <cstddef>
#include <string_view>

namespace cablelint {

/// The code point at the beginning of a text.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;  // bytes; an invalid byte stands for itself
  bool valid = false;
};

/// Decodes the first code point of a text that is not empty. Strict: no overlong forms, no surrogates.
[[nodiscard]] inline CodePoint decode_utf8(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) return {first, 1, true};
  if (first < 0xC2 || first > 0xF4) return {};
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (text.size() < length) return {};
  char32_t value = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const unsigned low = i > 1 ? 0x80 : first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = i > 1 ? 0xBF : first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (byte < low || byte > high) return {};
    value = value << 6 | (byte & 0x3FU);
  }
  return {value, length, true};
}

}  // namespace cablelint
