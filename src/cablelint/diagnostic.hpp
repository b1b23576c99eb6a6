#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint {

/// A fault in a file that people write (rule pack, vocabulary, configuration).
struct Diagnostic {
  std::string file;
  std::uint32_t line = 1;    // from 1; 0 when the whole file is meant
  std::uint32_t column = 1;  // code points, from 1
  std::uint32_t length = 1;  // code points under the caret
  std::string message;       // "unknown key `mesage`"
  std::string hint;          // "did you mean `message`?"; may be empty
  std::string excerpt;       // the line, without its end
};

/// Reads
///     rules/x.yaml:3:5: error: unknown key `mesage`; did you mean `message`?
///       |
///     3 |     mesage: text
///       |     ^^^^^^
/// without a line end behind the last line. Without an excerpt it is the first line alone. `kind` is what
/// stands before the message.
[[nodiscard]] std::string to_text(const Diagnostic& diagnostic, std::string_view kind = "error");

}  // namespace cablelint
