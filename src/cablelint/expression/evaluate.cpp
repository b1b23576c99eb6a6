#include <fmt/format.h>

#include <cablelint/expression/evaluate_conditions.hpp>
#include <cablelint/expression/known.hpp>
#include <cablelint/expression/literal_map.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/range.hpp>
#include <new>

namespace cablelint::expression {
namespace {

using Code = Program::Code;

constexpr std::uint32_t kMostArguments = 4;

/// Writes the result of a function to the room without a copy.
template <typename Make> const Value& put(Room& room, Make make) {
  return *::new (&room.value) Value(make());
}

const Value& constant(const Code& code, const Instruction& in, Context& /*context*/, Room& /*room*/) {
  return code.constants[in.a];
}

const Value& variable(const Code& /*code*/, const Instruction& in, Context& context, Room& /*room*/) {
  return context.variables[in.a];
}

/// The object of that type which is the value of an instruction, as long as every step to it is a plain one;
/// null otherwise, and when it is absent.
const void* object_at(const Code& code, std::uint32_t instruction, std::uint16_t type,
                      const Context& context) {
  const Instruction& in = code.instructions[instruction];
  const Value* value = nullptr;
  switch (in.op) {
    case Op::variable:
      value = &context.variables[in.a];
      break;
    case Op::path:
      if (context.known != nullptr) value = context.known->path(in.a);
      break;
    case Op::field: {
      const FieldUse& use = code.fields[in.b];
      if (use.part == nullptr) return nullptr;
      const void* const whole = object_at(code, in.a, use.object_type, context);
      return whole == nullptr ? nullptr : use.part(whole);
    }
    default:
      break;
  }
  const bool plain = value != nullptr && value->kind == Kind::object && value->object_type == type;
  return plain ? value->pointer : nullptr;
}

const Value& get(const Code& code, const FieldUse& use, const void* object, Context& context, Room& room) {
  const Value& value = put(room, [&] { return use.get(object, *use.field, context); });
  return value.kind == Kind::null && use.optional ? code.field_texts[use.texts].absent : value;
}

const Value& field(const Code& code, const Instruction& in, Context& context, Room& room) {
  const FieldUse& use = code.fields[in.b];
  if (const void* const object = object_at(code, in.a, use.object_type, context)) {
    return get(code, use, object, context, room);
  }
  const Value& object = read(code, in.a, context, room);
  if (object.kind == Kind::object && object.object_type == use.object_type) {
    return get(code, use, object.pointer, context, room);
  }
  if (object.is_error()) return object;
  bool absent = false;
  const Value operand = object;
  return put(room, [&] { return select(operand, code.field_texts[use.texts].name, context, absent); });
}

[[gnu::noinline]] const Value& learn(const Code& code, const Instruction& in, Context& context, Room& room) {
  if (context.known == nullptr) return read(code, in.b, context, room);
  Context lasting{context.known->arena(), context.source, context.root, context.schema,
                  context.variables,      context.steps,  context.known};
  return context.known->keep(in.a, read(code, in.b, lasting, room));
}

/// A path from a variable that stays the same: read once a cable.
const Value& path(const Code& code, const Instruction& in, Context& context, Room& room) {
  const Value* const known = context.known == nullptr ? nullptr : context.known->path(in.a);
  return known != nullptr ? *known : learn(code, in, context, room);
}

const Value& selection(const Code& code, const Instruction& in, Context& context, Room& room) {
  const Value operand = run(code, in.a, context);
  bool absent = false;
  return put(room, [&] {
    return operand.is_error() ? operand : select(operand, code.constants[in.b], context, absent);
  });
}

Value has(const Value& operand, const Value& name, Context& context) {
  if (operand.is_error()) return operand.object_type == kAbsentField ? Value::of_bool(false) : operand;
  bool absent = false;
  const Value value = select(operand, name, context, absent);
  if (absent) return Value::of_bool(false);
  return value.is_error() ? value : Value::of_bool(true);
}

const Value& has_selection(const Code& code, const Instruction& in, Context& context, Room& room) {
  return put(room, [&] { return has(run(code, in.a, context), code.constants[in.b], context); });
}

Value list(const Code& code, const Instruction& in, Context& context) {
  Value* const items = context.arena.allocate_array<Value>(in.count);
  for (std::uint32_t i = 0; i < in.count; ++i) {
    items[i] = run(code, code.links[in.a + i], context);
    if (items[i].is_error()) return items[i];
  }
  return Value::of_list(items, in.count, Items::values, 0, {});
}

Value map(const Code& code, const Instruction& in, Context& context) {
  const Value items = list(code, in, context);
  if (items.is_error()) return items;
  return LiteralMap::make(static_cast<const Value*>(items.pointer), in.count / 2U, context.arena);
}

Value call(const Code& code, const Instruction& in, Context& context) {
  Value arguments[kMostArguments];
  for (std::uint32_t i = 0; i < in.count; ++i) {
    arguments[i] = run(code, code.links[in.a + i], context);
    if (arguments[i].is_error()) return arguments[i];
  }
  return code.functions[in.b](arguments, in.count, context);
}

Value exists_one(const Code& code, const Instruction& in, Context& context) {
  Room room;
  const Range range{read(code, in.a, context, room), context};
  if (!range.valid()) return range.trouble();
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < range.size(); ++i) {
    if (!spend(context)) return too_long();
    range.bind(i, in);
    Value trouble;
    const Answer each = test(code, in.b, context, trouble);
    if (each == Answer::none) return trouble;
    count += each == Answer::yes ? 1 : 0;
  }
  return Value::of_bool(count == 1);
}

// filter, map and transformList. The items lie in one array of the arena, as long as the range.
Value selected(const Code& code, const Instruction& in, std::uint32_t over, const std::uint32_t* predicate,
               const std::uint32_t* result, Context& context) {
  Room room;
  const Value& values = read(code, over, context, room);
  const Range range{values, context};
  if (!range.valid()) return range.trouble();
  Value* items = nullptr;
  std::uint32_t count = 0;
  // This loop is hot and nearly always has one variable, so it asks only once how many there are.
  const std::uint32_t slot = in.c;
  const bool pair = in.count == 2;
  for (std::uint32_t i = 0; i < range.size(); ++i) {
    if (!spend(context)) return too_long();
    if (pair) {
      range.bind(i, in);
    } else {
      context.variables[slot] = range.at(i);
    }
    if (predicate != nullptr) {
      Value trouble;
      const Answer wanted = test(code, *predicate, context, trouble);
      if (wanted == Answer::none) return trouble;
      if (wanted == Answer::no) continue;
    }
    const Value chosen = result != nullptr ? run(code, *result, context) : context.variables[slot];
    if (chosen.is_error()) return chosen;
    if (items == nullptr) items = context.arena.allocate_array<Value>(range.size() - i);
    items[count++] = chosen;
  }
  return Value::of_list(items, count, Items::values, 0, values.kind == Kind::list ? values.origin : Span{});
}

const Value& negation(const Code& code, const Instruction& in, Context& context, Room& room) {
  const Value value = run(code, in.a, context);
  return put(room, [&] { return value.is_error() ? value : negate(value, context); });
}

using Binary = Value (*)(const Value& a, const Value& b, Context& context);

template <Binary kBinary>
const Value& binary(const Code& code, const Instruction& in, Context& context, Room& room) {
  Room room_a;
  Room room_b;
  const Value& a = read(code, in.a, context, room_a);
  if (a.is_error()) return room.value = a;
  const Value& b = read(code, in.b, context, room_b);
  if (b.is_error()) return room.value = b;
  return put(room, [&] { return kBinary(a, b, context); });
}

const Value& conditional(const Code& code, const Instruction& in, Context& context, Room& room) {
  Value trouble;
  const Answer condition = test(code, in.a, context, trouble);
  if (condition == Answer::none) return room.value = trouble;
  return read(code, condition == Answer::yes ? in.b : in.c, context, room);
}

const Value& binding(const Code& code, const Instruction& in, Context& context, Room& room) {
  // An error is bound like any value: it counts only where the variable is used.
  context.variables[in.c] = run(code, in.a, context);
  // A copy, since another macro may take the variable next.
  const Value result = run(code, in.b, context);
  return room.value = result;
}

const Value& filtered(const Code& code, const Instruction& in, Context& context, Room& room) {
  return put(room, [&] { return selected(code, in, in.a, &in.b, nullptr, context); });
}

const Value& transformed(const Code& code, const Instruction& in, Context& context, Room& room) {
  return put(room, [&] { return selected(code, in, in.a, nullptr, &in.b, context); });
}

const Value& some_transformed(const Code& code, const Instruction& in, Context& context, Room& room) {
  const std::uint32_t* const links = code.links.data() + in.a;
  return put(room, [&] { return selected(code, in, links[0], &links[1], &links[2], context); });
}

using Function = Value (*)(const Code& code, const Instruction& in, Context& context);

template <Function kFunction>
const Value& made(const Code& code, const Instruction& in, Context& context, Room& room) {
  return put(room, [&] { return kFunction(code, in, context); });
}

/// The value of a condition.
const Value& boxed(const Code& code, const Instruction& in, Context& context, Room& room) {
  Value trouble;
  const Answer answer = kTesters[static_cast<std::size_t>(in.op)](code, in, context, trouble);
  return room.value = answer == Answer::none ? trouble : Value::of_bool(answer == Answer::yes);
}

constexpr Reader reader(Op op) {
  switch (op) {
    case Op::constant:
    case Op::fail:
      return constant;
    case Op::variable:
      return variable;
    case Op::field:
      return field;
    case Op::path:
      return path;
    case Op::select:
      return selection;
    case Op::has_select:
      return has_selection;
    case Op::conditional:
      return conditional;
    case Op::negate:
      return negation;
    case Op::list:
      return made<list>;
    case Op::map:
      return made<map>;
    case Op::call:
      return made<call>;
    case Op::exists_one:
      return made<exists_one>;
    case Op::filter:
      return filtered;
    case Op::transform:
      return transformed;
    case Op::transform_some:
      return some_transformed;
    case Op::transform_map:
    case Op::transform_entries:
      return made<transform_map>;
    case Op::bind:
      return binding;
    case Op::index:
      return binary<index>;
    case Op::multiply:
      return binary<multiply>;
    case Op::divide:
      return binary<divide>;
    case Op::remainder:
      return binary<remainder>;
    case Op::add:
      return binary<add>;
    case Op::subtract:
      return binary<subtract>;
    case Op::has_field:
    case Op::has_path:
    case Op::logical_and:
    case Op::logical_or:
    case Op::logical_not:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::equal:
    case Op::not_equal:
    case Op::in:
    case Op::matches:
    case Op::all:
    case Op::exists:
      return boxed;
  }
  return constant;
}

}  // namespace

const std::array<Reader, kOperations> kReaders = [] {
  std::array<Reader, kOperations> readers{};
  for (std::size_t i = 0; i < kOperations; ++i) readers[i] = reader(static_cast<Op>(i));
  return readers;
}();

Answer has_field(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const FieldUse& use = code.fields[in.b];
  if (use.part != nullptr) {
    if (const void* const whole = object_at(code, in.a, use.object_type, context)) {
      return answer(use.part(whole) != nullptr);
    }
  }
  Room room;
  const Value& object = read(code, in.a, context, room);
  if (object.kind == Kind::object && object.object_type == use.object_type) {
    if (!use.optional) return Answer::yes;
    const Value value = use.get(object.pointer, *use.field, context);
    return value.is_error() ? answer(value, context, trouble) : answer(value.kind != Kind::null);
  }
  return answer(has(object, code.field_texts[use.texts].name, context), context, trouble);
}

Answer has_path(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Room room;
  const Value& value = path(code, in, context, room);
  if (!value.is_error()) return Answer::yes;
  return value.object_type == kAbsentField ? Answer::no : answer(value, context, trouble);
}

Value not_a_condition(const Value& value, Context& context) {
  if (value.is_error()) return value;
  return make_error(context, fmt::format("a condition is a bool, not {}", kind_name(value.kind)));
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

Value Program::evaluate(Context& context) const {
  return run(*code_, static_cast<std::uint32_t>(code_->instructions.size() - 1), context);
}

}  // namespace cablelint::expression
