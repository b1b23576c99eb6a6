#pragma once

// Most lines of the text, in one step.

#include <array>
#include <cstddef>
#include <cstdint>

#include "grammar/lexis.hpp"

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

/// Whether a line begins with a word of a line that is no prose: NN, BT, VZ, PA, DE, RE, and the fronts of other
/// stamps.
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

/// Most lines of prose in one step: a letter first that begins no word of its own line (NNNN, BT, VZCZC,
/// PAGE, DECLASSIFIED, RELEASED, the other stamps), and no digit last, as every line with a message number
/// has. Takes the line end, too.
struct prose_line {
  using rule_t = prose_line;
  using subs_t = empty_list;

  template <typename ParseInput> [[nodiscard]] static bool match(ParseInput& in) noexcept {
    const std::size_t size = in.size(0);
    if (size == 0) return false;
    const char* const begin = in.current();
    const char folded = static_cast<char>(*begin | 0x20);
    if (folded < 'a' || folded > 'z') return false;
    if (may_begin_special_word(begin, size) && begins_special_word(begin, size)) return false;
    const char* const line_feed = find_line_feed(begin, begin + size);
    if (line_feed == nullptr) return false;
    const char* end = line_feed;
    while (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r') --end;  // stops at the letter at the latest
    if (end[-1] >= '0' && end[-1] <= '9') return false;
    in.bump_to_next_line(static_cast<std::size_t>(line_feed - begin) + 1);
    return true;
  }
};

}  // namespace cablelint::grammar::body

template <> struct cablelint::grammar::beginnings_of<cablelint::grammar::body::prose_line> {
  static constexpr Beginnings value = kBeginnings<tao::pegtl::alpha>;
};

template <typename Name>
struct tao::pegtl::analyze_traits<Name, cablelint::grammar::body::prose_line>
    : tao::pegtl::analyze_any_traits<> {};
