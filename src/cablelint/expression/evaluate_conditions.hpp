#pragma once

#include <cablelint/expression/code.hpp>
#include <cablelint/expression/range.hpp>
#include <new>

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

/// Whether a comparison holds of two numbers.
template <Op kOp> constexpr bool holds(std::int64_t a, std::int64_t b) {
  switch (kOp) {
    case Op::less:
      return a < b;
    case Op::less_equal:
      return a <= b;
    case Op::greater:
      return a > b;
    case Op::greater_equal:
      return a >= b;
    case Op::equal:
      return a == b;
    default:
      return a != b;
  }
}

/// Writes the result of a function to the room without a copy.
template <typename Make> const Value& put(Room& room, Make make) {
  return *::new (&room.value) Value(make());
}

}  // namespace cablelint::expression
