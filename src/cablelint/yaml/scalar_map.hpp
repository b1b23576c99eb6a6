#pragma once

#include <cstddef>
#include <string_view>

#include <cablelint/yaml/document.hpp>

namespace cablelint::yaml {

/// Where in the file the byte `offset` of a scalar's decoded `text` is written. `begin` is the scalar's first
/// byte in the file: its first character, its quote, or the `|` or `>` of a block. An offset at or behind the
/// end of the text gives the place behind the last character.
[[nodiscard]] std::size_t scalar_offset(std::string_view file, std::size_t begin, Style style,
                                        std::string_view text, std::size_t offset);
/// The byte behind the scalar's last character, its closing quote included.
[[nodiscard]] std::size_t scalar_end(std::string_view file, std::size_t begin, Style style,
                                     std::string_view text);
/// False for a quoted scalar whose closing quote is missing.
[[nodiscard]] bool is_closed(std::string_view file, std::size_t begin, Style style);

}  // namespace cablelint::yaml
