#pragma once

#include <cablelint/expression/schema.hpp>

namespace cablelint::expression {

/// True when a value of one type may stand where the other is expected; `dyn` fits everything.
[[nodiscard]] bool fits(const Type& a, const Type& b);
/// The type that covers both; `dyn` when nothing narrower does.
[[nodiscard]] Type join(const Type& a, const Type& b);
/// int, uint or double.
[[nodiscard]] bool is_number(Type::Kind kind);
/// May stand on both sides of `<`.
[[nodiscard]] bool is_ordered(Type::Kind kind);

}  // namespace cablelint::expression
