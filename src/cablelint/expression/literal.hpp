#pragma once

#include <cablelint/arena.hpp>
#include <cablelint/expression/value.hpp>
#include <string>
#include <string_view>

namespace cablelint::expression {

/// The value of a literal as the grammar matched it, without the blanks behind it. On failure Kind::error,
/// whose text is a sentence. Strings without escapes are views into `text`.
[[nodiscard]] Value read_integer(std::string_view text);
[[nodiscard]] Value read_unsigned(std::string_view text);
[[nodiscard]] Value read_real(std::string_view text);
[[nodiscard]] Value read_text(std::string_view text, Arena& arena);
[[nodiscard]] Value read_bytes(std::string_view text, Arena& arena);

}  // namespace cablelint::expression
