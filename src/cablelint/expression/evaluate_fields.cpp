#include <cablelint/expression/evaluate_fields.hpp>

#include <fmt/format.h>

#include <cablelint/expression/evaluate_conditions.hpp>
#include <cablelint/expression/field_holder.hpp>
#include <cablelint/expression/operators.hpp>

namespace cablelint::expression {
namespace {

using Code = Program::Code;

const Value& get(const Code& code, const FieldUse& use, const void* object, Context& context, Room& room) {
  const Value& value = put(room, [&] { return use.get(object, *use.field, context); });
  return value.kind == Kind::null && use.optional ? code.field_texts[use.texts].absent : value;
}

Answer has(const FieldUse& use, const void* object, Context& context, Value& trouble) {
  if (!use.optional) return Answer::yes;
  const Value value = use.get(object, *use.field, context);
  return value.is_error() ? answer(value, context, trouble) : answer(value.kind != Kind::null);
}

/// has() of an operand without a known type.
Answer has(const Value& operand, const Value& name, Context& context, Value& trouble) {
  if (operand.is_error())
    return operand.object_type == kAbsentField ? Answer::no : answer(operand, context, trouble);
  bool absent = false;
  const Value value = select(operand, name, context, absent);
  if (absent) return Answer::no;
  return value.is_error() ? answer(value, context, trouble) : Answer::yes;
}

[[gnu::noinline]] const Value& learn(const Code& code, const Instruction& in, Context& context, Room& room) {
  if (context.known == nullptr) return read(code, in.b, context, room);
  return context.known->keep(in.a, read(code, in.b, context.known->lasting(context), room));
}

Answer has_failed_path(const Value& error, Context& context, Value& trouble) {
  return error.object_type == kAbsentField ? Answer::no : answer(error, context, trouble);
}

[[gnu::noinline]] Answer has_new_path(const Code& code, const Instruction& in, Context& context,
                                      Value& trouble) {
  Room room;
  const Value& value = learn(code, in, context, room);
  return value.is_error() ? has_failed_path(value, context, trouble) : Answer::yes;
}

template <Holder kHolder>
const Value& quick_field(const Code& code, const Instruction& in, Context& context, Room& room) {
  const void* whole = nullptr;
  const void* const object = holding_object<kHolder>(code, in, context, whole);
  return object != nullptr ? get(code, code.fields[in.b], object, context, room)
                           : field(code, in, context, room);
}

template <Holder kHolder>
Answer has_quick_field(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const void* whole = nullptr;
  const void* const object = holding_object<kHolder>(code, in, context, whole);
  if (object == nullptr) {
    return kHolder == Holder::part && whole != nullptr ? Answer::no : has_field(code, in, context, trouble);
  }
  const FieldUse& use = code.fields[in.b];
  return use.part != nullptr ? answer(use.part(object) != nullptr) : has(use, object, context, trouble);
}

}  // namespace

const Value& field(const Code& code, const Instruction& in, Context& context, Room& room) {
  const FieldUse& use = code.fields[in.b];
  const Value& object = read(code, in.a, context, room);
  if (const void* const known = object_in(object, use.object_type))
    return get(code, use, known, context, room);
  if (object.is_error()) return object;
  bool absent = false;
  const Value operand = object;
  return put(room, [&] { return select(operand, code.field_texts[use.texts].name, context, absent); });
}

const Value& path(const Code& code, const Instruction& in, Context& context, Room& room) {
  const Value* const known = known_path(in, context);
  return known != nullptr ? *known : learn(code, in, context, room);
}

const Value& selection(const Code& code, const Instruction& in, Context& context, Room& room) {
  const Value operand = run(code, in.a, context);
  bool absent = false;
  return put(room, [&] {
    return operand.is_error() ? operand : select(operand, code.constants[in.b], context, absent);
  });
}

Answer has_field(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const FieldUse& use = code.fields[in.b];
  Room room;
  const Value& object = read(code, in.a, context, room);
  if (const void* const known = object_in(object, use.object_type)) return has(use, known, context, trouble);
  return has(object, code.field_texts[use.texts].name, context, trouble);
}

Answer has_path(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const Value* const known = known_path(in, context);
  if (known == nullptr) return has_new_path(code, in, context, trouble);
  return known->is_error() ? has_failed_path(*known, context, trouble) : Answer::yes;
}

Answer has_selection(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Room room;
  return has(read(code, in.a, context, room), code.constants[in.b], context, trouble);
}

Value select(const Value& operand, const Value& name, Context& context, bool& absent) {
  if (operand.kind == Kind::map) {
    Value found;
    if (operand.map->find(name, context, found)) return found;
    absent = true;
    return make_error(context, fmt::format("no such key: {}", name.string()));
  }
  if (operand.kind == Kind::object && context.schema != nullptr) {
    for (const Field& field : context.schema->type(operand.object_type).fields) {
      if (field.name != name.string()) continue;
      const Value value = field.get(operand.pointer, field, context);
      if (value.kind != Kind::null || !field.optional) return value;
      absent = true;
      Value error = make_error(context, fmt::format("`{}` is absent", name.string()));
      error.object_type = kAbsentField;
      return error;
    }
    return make_error(context, fmt::format("{} has no field `{}`",
                                           context.schema->type(operand.object_type).name, name.string()));
  }
  return make_error(context, fmt::format("{} has no fields", kind_name(operand.kind)));
}

Reader quick_field_reader(const Code& code, Instruction& in) {
  if (in.op != Op::field) return nullptr;
  switch (find_holder(code, in)) {
    case Holder::variable:
      return quick_field<Holder::variable>;
    case Holder::part:
      return quick_field<Holder::part>;
    case Holder::elsewhere:
      break;
  }
  return nullptr;
}

Tester quick_field_tester(const Code& code, Instruction& in) {
  if (in.op != Op::has_field) return nullptr;
  switch (find_holder(code, in)) {
    case Holder::variable:
      return has_quick_field<Holder::variable>;
    case Holder::part:
      return has_quick_field<Holder::part>;
    case Holder::elsewhere:
      break;
  }
  return nullptr;
}

}  // namespace cablelint::expression
