#pragma once

#include <cablelint/expression/code.hpp>

// Fields of a variable (`p.number`) and of a part of it (`p.mark.level`), which are quicker to find than
// others.
namespace cablelint::expression {

/// The object that is a value, if it is one of that type.
[[nodiscard]] inline const void* object_in(const Value& value, std::uint16_t type) {
  return value.kind == Kind::object && value.object_type == type ? value.pointer : nullptr;
}

/// Whose field an instruction reads.
enum class Holder : std::uint8_t { elsewhere, variable, part };

/// Sets `c` of a quick one to the slot of the variable.
[[nodiscard]] inline Holder find_holder(const Program::Code& code, Instruction& in) {
  const Instruction& operand = code.instructions[in.a];
  if (operand.op == Op::variable) {
    in.c = operand.a;
    return Holder::variable;
  }
  if (operand.op != Op::field || code.fields[operand.b].part == nullptr) return Holder::elsewhere;
  const Instruction& whole = code.instructions[operand.a];
  const bool fits = code.fields[operand.b].field->type.object_type == code.fields[in.b].object_type;
  if (whole.op != Op::variable || !fits) return Holder::elsewhere;
  in.c = whole.a;
  return Holder::part;
}

/// The object whose field it is; null when it is absent or its type is not the one expected. `whole` becomes
/// what the variable holds.
template <Holder kHolder>
[[nodiscard]] const void* holding_object(const Program::Code& code, const Instruction& in,
                                         const Context& context, const void*& whole) {
  if constexpr (kHolder == Holder::variable) {
    return whole = object_in(context.variables[in.c], code.fields[in.b].object_type);
  } else {
    const FieldUse& outer = code.fields[code.instructions[in.a].b];
    whole = object_in(context.variables[in.c], outer.object_type);
    return whole == nullptr ? nullptr : outer.part(whole);
  }
}

/// Quick functions for fields that are read as numbers: conditions, has() and comparisons with constants and
/// paths. Null for other instructions.
[[nodiscard]] Tester quick_scalar_tester(const Program::Code& code, Instruction& in,
                                         std::vector<std::int64_t>& scalars);

}  // namespace cablelint::expression
