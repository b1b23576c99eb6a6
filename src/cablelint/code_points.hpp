#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <cablelint/utf8.hpp>

namespace cablelint {

/// Bytes of the code point at `at`. An invalid byte is a code point of its own.
[[nodiscard]] inline std::size_t code_point_size(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) < 0x80 ? 1 : decode_utf8(text.substr(at)).length;
}

[[nodiscard]] inline bool is_ascii(std::string_view text) {
  std::uint64_t high = 0;
  std::size_t at = 0;
  for (; at + sizeof high <= text.size(); at += sizeof high) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    high |= bytes;
  }
  for (; at < text.size(); ++at) high |= static_cast<unsigned char>(text[at]);
  return (high & 0x8080808080808080U) == 0;
}

/// How many code points a text has.
[[nodiscard]] inline std::size_t code_points(std::string_view text) {
  if (is_ascii(text)) return text.size();
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at)) ++count;
  return count;
}

/// Where the code point before `at` begins; `at` must be over 0.
[[nodiscard]] inline std::size_t code_point_before(std::string_view text, std::size_t at) {
  for (std::size_t back = 2; back <= 4 && back <= at; ++back) {
    if (code_point_size(text, at - back) == back) return at - back;
  }
  return at - 1;
}

}  // namespace cablelint
