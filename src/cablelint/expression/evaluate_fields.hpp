#pragma once

#include <cablelint/expression/code.hpp>
#include <cablelint/expression/known.hpp>

// Reading fields of objects, and asking whether they are there.
namespace cablelint::expression {

[[nodiscard]] const Value& field(const Program::Code& code, const Instruction& in, Context& context,
                                 Room& room);
/// A path from a variable that stays the same: read once a cable.
[[nodiscard]] const Value& path(const Program::Code& code, const Instruction& in, Context& context,
                                Room& room);
/// The field of that name of an operand without a known type.
[[nodiscard]] const Value& selection(const Program::Code& code, const Instruction& in, Context& context,
                                     Room& room);

/// The value of a path that was asked for before; null otherwise.
[[nodiscard]] inline const Value* known_path(const Instruction& in, const Context& context) {
  return context.known == nullptr ? nullptr : context.known->path(in.a);
}

/// has() of each of them.
[[nodiscard]] Answer has_field(const Program::Code& code, const Instruction& in, Context& context,
                               Value& trouble);
[[nodiscard]] Answer has_path(const Program::Code& code, const Instruction& in, Context& context,
                              Value& trouble);
[[nodiscard]] Answer has_selection(const Program::Code& code, const Instruction& in, Context& context,
                                   Value& trouble);

/// Quicker functions for the fields of a variable (`p.number`) and of a part of it (`p.mark.level`); null for
/// other instructions.
[[nodiscard]] Reader quick_field_reader(const Program::Code& code, Instruction& in);
[[nodiscard]] Tester quick_field_tester(const Program::Code& code, Instruction& in);

}  // namespace cablelint::expression
