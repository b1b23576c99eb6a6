#pragma once

#include <cstddef>
#include <string_view>

// White space between words: a run of blanks, tabs and line ends says no more than one blank.

namespace cablelint {

constexpr bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// A text without white space at its ends.
[[nodiscard]] std::string_view without_outer_white(std::string_view text);

/// Where the next run of white space begins that is not one single blank, or the size. `text` does not end in
/// white space.
[[nodiscard]] std::size_t find_white_run(std::string_view text, std::size_t at);

/// Gives a text with runs of white space folded to one blank and none at its ends, piece by piece:
/// `put(std::string_view)`.
template <typename Put> void fold_white(std::string_view text, const Put& put) {
  text = without_outer_white(text);
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t at = find_white_run(text, from);
    put(text.substr(from, at - from));
    if (at == text.size()) return;
    put(std::string_view(" "));
    for (from = at + 1; is_white(text[from]);) ++from;
  }
}

}  // namespace cablelint
