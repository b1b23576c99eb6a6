#pragma once

#include <cablelint/expression/program.hpp>
#include <string>

namespace cablelint::expression {

/// The reference of the language as Markdown, from the declarations that expressions are checked against: the
/// variables of the environment with the fields of every type that can be reached from them, the macros, and
/// the functions by theme. Sections have headings of the third level.
[[nodiscard]] std::string reference(const Environment& environment);

}  // namespace cablelint::expression
