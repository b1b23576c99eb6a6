#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cablelint {

/// True for code points that a reader cannot see or that change how others are shown: control characters,
/// marks that set the writing direction, invisible separators and joiners, tag characters, noncharacters.
[[nodiscard]] bool is_hidden(char32_t code_point);

/// Appends text from a stranger so that it cannot drive a terminal and stays on its line. Hidden characters
/// become visible escapes (`\x1b`, `\u202e`, `\U000e0041`), invalid UTF-8 its bytes (`\xff`), a tab one
/// blank, line ends
/// `\n` and `\r`. Gives the number of code points appended.
std::size_t append_visible(std::string& out, std::string_view text);
[[nodiscard]] std::string visible(std::string_view text);
/// The same for text of several lines, which keeps its line ends and gets one behind the last line.
[[nodiscard]] std::string visible_lines(std::string_view text);

}  // namespace cablelint
