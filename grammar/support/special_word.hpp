#pragma once

// Words with which lines begin that are no prose.

#include <array>
#include <cstddef>
#include <cstdint>

namespace cablelint::grammar::body {

/// Whether a text begins with letters, capitals or small ones; `letters` are capitals.
template <std::size_t N>
[[nodiscard]] constexpr bool begins(const char* text, std::size_t size, const char (&letters)[N]) noexcept {
  if (size < N - 1) return false;
  for (std::size_t i = 0; i + 1 < N; ++i) {
    if ((text[i] & ~0x20) != letters[i]) return false;
  }
  return true;
}

/// Whether a line begins with a word of a line that is no prose: NN, BT, VZ, PA, DE, RE, and the fronts of
/// other stamps.
[[nodiscard]] constexpr bool begins_special_word(const char* text, std::size_t size) noexcept {
  const char second = size > 1 ? text[1] : ' ';
  switch (text[0]) {
    case 'N':
      return second == 'N' || begins(text, size, "NEXT");
    case 'V':
      return second == 'Z';
    case 'B':
      return second == 'T';
    case 'P':
      return second == 'A' || begins(text, size, "PAGE");
    case 'D':
    case 'R':
      return second == 'E' || second == 'e';
    case 'S':
      return begins(text, size, "SANIT") || begins(text, size, "SECRET");
    case 'A':
      return begins(text, size, "APPROVED");
    case 'U':
      return second == '.' || begins(text, size, "UNCLASSI");
    case 'C':
      return begins(text, size, "CASE") || begins(text, size, "CLASSIFI") || begins(text, size, "CONFIDE");
    default:
      return false;
  }
}

/// 1 for A and a; other signs share a number.
[[nodiscard]] constexpr std::uint32_t letter_number(char c) noexcept {
  return static_cast<unsigned char>(c) & 0x1FU;
}

/// For each letter those that go on with such a word, as bits. First letters are as good as random, so that a
/// branch for each would mostly be foreseen wrongly.
inline constexpr std::array<std::uint32_t, 32> kSpecialSeconds = [] {
  std::array<std::uint32_t, 32> seconds{};
  for (const char* const front :
       {"NN", "NE", "VZ", "BT", "PA", "DE", "RE", "SA", "SE", "AP", "U.", "UN", "CA", "CL", "CO"})
    seconds[letter_number(front[0])] |= 1U << letter_number(front[1]);
  return seconds;
}();

/// False only where `begins_special_word` is.
[[nodiscard]] constexpr bool may_begin_special_word(const char* text, std::size_t size) noexcept {
  return size > 1 && (kSpecialSeconds[letter_number(text[0])] >> letter_number(text[1]) & 1U) != 0;
}

}  // namespace cablelint::grammar::body
