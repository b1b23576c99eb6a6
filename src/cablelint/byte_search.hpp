#pragma once

#include <cstddef>
#include <string_view>

namespace cablelint {

/// Where a word of two or more bytes next stands in a text, in bytes; npos when nowhere.
[[nodiscard]] std::size_t find_bytes(std::string_view text, std::string_view word, std::size_t from = 0);
/// The same with ASCII letters in either case; the word is in small letters.
[[nodiscard]] std::size_t find_folded(std::string_view text, std::string_view word, std::size_t from = 0);

}  // namespace cablelint
