#pragma once

#include <cablelint/expression/ast.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::expression {

/// A part of an expression that decides what becomes of it.
struct Condition {
  Place at;
  bool decides = true;  // worth seeing true and false; otherwise the body of a macro, worth entering
};

/// The conditions of an expression that compiles: every operand of `&&` and `||`, what stands before `?`, and
/// the bodies of macros over the items of a list. Operands and the operand of `!` take the place of what they
/// make up. With `whole` the expression itself is a condition, too. Each stands before those inside it.
[[nodiscard]] std::vector<Condition> conditions_of(std::string_view text, bool whole);

/// The expression with the i-th condition `x` written as `((x) ? NAMEi.yes : NAMEi.no)`: the same value, by
/// way of a field of a name that the caller gives a meaning.
[[nodiscard]] std::string watched(std::string_view text, const std::vector<Condition>& conditions,
                                  std::string_view name);

}  // namespace cablelint::expression
