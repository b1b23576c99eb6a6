#pragma once

#include <cablelint/expression/code.hpp>
#include <cablelint/expression/range.hpp>

// What the evaluation of conditions and that of other values know of each other.
namespace cablelint::expression {

constexpr Answer answer(bool yes) {
  return yes ? Answer::yes : Answer::no;
}

/// The answer that a value is.
inline Answer answer(const Value& value, Context& context, Value& trouble) {
  if (value.kind == Kind::boolean) return answer(value.boolean);
  trouble = not_a_condition(value, context);
  return Answer::none;
}

/// has() of a field whose object's type is known, and of a path.
[[nodiscard]] Answer has_field(const Program::Code& code, const Instruction& in, Context& context,
                               Value& trouble);
[[nodiscard]] Answer has_path(const Program::Code& code, const Instruction& in, Context& context,
                              Value& trouble);

}  // namespace cablelint::expression
