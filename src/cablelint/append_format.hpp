#pragma once

#include <fmt/core.h>

#include <string>

namespace cablelint {

void append_formatted(std::string& out, fmt::string_view format, fmt::format_args values);

/// fmt::format_to for the end of a text. Where that is called itself, the compiler takes seconds for a copy
/// of the whole formatter.
template <typename... Values>
void append_format(std::string& out, fmt::format_string<Values...> format, Values&&... values) {
  append_formatted(out, format, fmt::make_format_args(values...));
}

}  // namespace cablelint
