#include <fmt/format.h>

#include <cablelint/expression/evaluate_conditions.hpp>
#include <cablelint/expression/evaluate_fields.hpp>
#include <cablelint/expression/literal_map.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/range.hpp>
#include <new>

namespace cablelint::expression {
namespace {

using Code = Program::Code;

constexpr std::uint32_t kMostArguments = 4;

const Value& constant(const Code& code, const Instruction& in, Context& /*context*/, Room& /*room*/) {
  return code.constants[in.a];
}

const Value& variable(const Code& /*code*/, const Instruction& in, Context& context, Room& /*room*/) {
  return context.variables[in.a];
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
  // Nothing is initialised that no argument fills.
  alignas(Value) std::byte memory[kMostArguments * sizeof(Value)];
  auto* const arguments = reinterpret_cast<Value*>(memory);
  for (std::uint32_t i = 0; i < in.count; ++i) {
    const Value& argument = *::new (arguments + i) Value(run(code, code.links[in.a + i], context));
    if (argument.is_error()) return argument;
  }
  return code.functions[in.b](arguments, in.count, context);
}

const Value& call_with_one(const Code& code, const Instruction& in, Context& context, Room& room) {
  Room room_of_argument;
  const Value& argument = read(code, code.links[in.a], context, room_of_argument);
  if (argument.is_error()) return room.value = argument;
  return put(room, [&] { return code.functions[in.b](&argument, 1, context); });
}

Value exists_one(const Code& code, const Instruction& in, Context& context) {
  Room room;
  const Range range{read(code, in.a, context, room), context};
  if (!range.valid()) return range.trouble();
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < range.size(); ++i) {
    if (!spend(context)) return too_long();
    range.bind_next(i, in);
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
  const std::uint32_t slot = in.c;
  for (std::uint32_t i = 0; i < range.size(); ++i) {
    if (!spend(context)) return too_long();
    range.bind_next(i, in);
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
  const std::uint32_t* const links = code.links + in.a;
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
  const Answer answer = in.test(code, in, context, trouble);
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
    case Op::has_select:
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

Value not_a_condition(const Value& value, Context& context) {
  if (value.is_error()) return value;
  return make_error(context, fmt::format("a condition is a bool, not {}", kind_name(value.kind)));
}

Reader quick_reader(const Code& code, Instruction& in) {
  if (in.op == Op::call && in.count == 1) return call_with_one;
  return quick_field_reader(code, in);
}

Value RunnableProgram::evaluate(Context& context) const {
  Room room;
  return code_->root->read(*code_, *code_->root, context, room);
}

Answer RunnableProgram::test(Context& context, Value& trouble) const {
  return code_->root->test(*code_, *code_->root, context, trouble);
}

Value Program::evaluate(Context& context) const {
  return RunnableProgram(&parts_->code).evaluate(context);
}

Answer Program::test(Context& context, Value& trouble) const {
  return RunnableProgram(&parts_->code).test(context, trouble);
}

}  // namespace cablelint::expression
