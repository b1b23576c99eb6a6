#pragma once

// Small operations on spans of text that several readers share.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include <cablelint/ascii.hpp>
#include <cablelint/span.hpp>

namespace cablelint::reading {

// The readers' short names of what ascii.hpp has.
inline bool is_space(char c) {
  return is_ascii_blank(c);
}
inline bool is_digit(char c) {
  return is_ascii_digit(c);
}
inline bool is_upper(char c) {
  return is_ascii_upper(c);
}
inline bool is_lower(char c) {
  return is_ascii_lower(c);
}
inline bool is_alpha(char c) {
  return is_upper(c) || is_lower(c);
}
inline char to_upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 32) : c;
}

/// True when there is one; from the end, where a line with a number has it.
inline bool has_digit(std::string_view text) {
  return std::any_of(text.rbegin(), text.rend(), is_digit);
}

/// The span without the tags of a web page at its ends, or all of it when there is nothing else.
[[nodiscard]] Span without_markup(std::string_view bytes, Span span);

/// The span without blanks, line ends and the tags of a web page at its ends.
inline Span trimmed(std::string_view bytes, Span span) {
  if (!span) return span;
  std::uint32_t begin = span.offset;
  std::uint32_t end = span.end();
  while (begin < end && is_space(bytes[begin])) ++begin;
  while (end > begin && is_space(bytes[end - 1])) --end;
  const Span trimmed{begin, end - begin};
  if (begin < end &&
      (bytes[end - 1] == '>' || bytes[end - 1] == ';' || bytes[begin] == '<' || bytes[begin] == '&'))
    return without_markup(bytes, trimmed);
  return trimmed;
}

/// The span without any of `characters` at its ends.
inline Span stripped(std::string_view bytes, Span span, std::string_view characters) {
  if (!span) return span;
  std::uint32_t begin = span.offset;
  std::uint32_t end = span.end();
  while (begin < end && characters.find(bytes[begin]) != std::string_view::npos) ++begin;
  while (end > begin && characters.find(bytes[end - 1]) != std::string_view::npos) --end;
  return {begin, end - begin};
}

/// The decimal number in a run of digits; those beyond nine digits do not count.
inline std::int32_t to_number(std::string_view digits) {
  std::int32_t value = 0;
  std::size_t read = 0;
  for (const char c : digits) {
    if (!is_digit(c) || ++read > 9) break;
    value = value * 10 + (c - '0');
  }
  return value;
}

inline bool equals_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (to_upper(a[i]) != to_upper(b[i])) return false;
  }
  return true;
}

/// Words with single blanks between them, for look-ups; at most `N` bytes, cut behind that.
template <std::size_t N> struct FoldedText {
  char bytes[N];
  std::size_t size = 0;

  void append(std::string_view text) {
    for (const char c : text) {
      if (size == N) return;
      if (is_space(c)) {
        if (size > 0 && bytes[size - 1] != ' ') bytes[size++] = ' ';
      } else {
        bytes[size++] = c;
      }
    }
  }
  [[nodiscard]] std::string_view view() const { return {bytes, size}; }
};

}  // namespace cablelint::reading
