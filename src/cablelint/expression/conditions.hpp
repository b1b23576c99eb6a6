#pragma once

#include <cablelint/expression/ast.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::expression {

/// A part of an expression that decides what becomes of it, and what of it is worth seeing.
struct Condition {
  enum class Worth : std::uint8_t {
    both,   // that it is true, and that it is false
    truth,  // that it is true: it asks whether the tables have something, which no cable changes
    entry,  // that it is evaluated: it is the body of a macro
  };
  Place at;
  Worth worth = Worth::both;
};

/// Which parts of an expression count.
enum class Scope : std::uint8_t {
  whole,    // those of `parts`, and the expression itself, which is a condition
  parts,    // operands of `&&` and `||`, what stands before `?`, and the bodies of macros over a list
  choices,  // what stands before `?`
};

/// The conditions of an expression that compiles, each before those inside it. Operands, and the operand of
/// `!`, take the place of what they make up. `tables` is the variable that is the same for every cable.
[[nodiscard]] std::vector<Condition> conditions_of(std::string_view text, Scope scope,
                                                   std::string_view tables);

/// The expression with the i-th condition `x` written as `((x) ? NAMEi.yes : NAMEi.no)`: the same value, by
/// way of a field of a name that the caller gives a meaning.
[[nodiscard]] std::string watched(std::string_view text, const std::vector<Condition>& conditions,
                                  std::string_view name);

}  // namespace cablelint::expression
