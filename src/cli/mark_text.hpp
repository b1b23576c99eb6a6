#pragma once

#include <cablelint/marking.hpp>
#include <string>

namespace cablelint::cli {

/// Appends one line: {"text","as","valid","level","controls","problems","remarks"}.
void append_json_mark(std::string& out, const MarkReading& mark);
/// Appends a paragraph for people: the verdict, the parts and their meanings, each problem with what to do.
void append_text_mark(std::string& out, const MarkReading& mark);

}  // namespace cablelint::cli
