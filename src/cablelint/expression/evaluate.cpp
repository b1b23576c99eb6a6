#include <fmt/format.h>

#include <new>

#include <cablelint/expression/code.hpp>
#include <cablelint/expression/known.hpp>
#include <cablelint/expression/literal_map.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/range.hpp>

// The evaluator is one switch over flat instructions. What is rare or large lives in functions of its own, so
// that the frame of `run`, which is taken once per level of the expression, stays small.

namespace cablelint::expression {
namespace {

using Code = Program::Code;

constexpr std::uint32_t kMostArguments = 4;

/// The value of an instruction, in `room` unless it lies somewhere already.
const Value& operand(const Code& code, std::uint32_t instruction, Context& context, Value& room);

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
      if (use.field->part == nullptr) return nullptr;
      const void* const whole = object_at(code, in.a, use.object_type, context);
      return whole == nullptr ? nullptr : use.field->part(whole);
    }
    default:
      break;
  }
  const bool plain = value != nullptr && value->kind == Kind::object && value->object_type == type;
  return plain ? value->pointer : nullptr;
}

/// Writes the value that a getter returns to its place without a copy.
const Value& get(const FieldUse& use, const void* object, Context& context, Value& room) {
  ::new (&room) Value(use.field->get(object, *use.field, context));
  return room.kind == Kind::null && use.field->optional ? use.absent : room;
}

const Value& field(const Code& code, const Instruction& in, Context& context, Value& room) {
  const FieldUse& use = code.fields[in.b];
  if (const void* const object = object_at(code, in.a, use.object_type, context)) {
    return get(use, object, context, room);
  }
  const Value& object = operand(code, in.a, context, room);
  if (object.kind == Kind::object && object.object_type == use.object_type) {
    return get(use, object.pointer, context, room);
  }
  if (object.is_error()) return object;
  bool absent = false;
  return room = select(object, use.name, context, absent);
}

[[gnu::noinline]] const Value& learn(const Code& code, const Instruction& in, Context& context, Value& room) {
  if (context.known == nullptr) return room = run(code, in.b, context);
  Context lasting{context.known->arena(), context.source, context.root,  context.schema,
                  context.variables,      context.steps,  context.known};
  return context.known->keep(in.a, run(code, in.b, lasting));
}

/// A path from a variable that stays the same: read once a cable.
const Value& path(const Code& code, const Instruction& in, Context& context, Value& room) {
  const Value* const known = context.known == nullptr ? nullptr : context.known->path(in.a);
  return known != nullptr ? *known : learn(code, in, context, room);
}

const Value& operand(const Code& code, std::uint32_t instruction, Context& context, Value& room) {
  const Instruction& in = code.instructions[instruction];
  switch (in.op) {
    case Op::constant:
      return code.constants[in.a];
    case Op::variable:
      return context.variables[in.a];
    case Op::path:
      return path(code, in, context, room);
    case Op::field:
      return field(code, in, context, room);
    default:
      ::new (&room) Value(run(code, instruction, context));
      return room;
  }
}

constexpr Answer answer(bool yes) {
  return yes ? Answer::yes : Answer::no;
}

/// The answer that a value is.
Answer answer(const Value& value, Context& context, Value& trouble) {
  if (value.kind == Kind::boolean) return answer(value.boolean);
  trouble = not_a_condition(value, context);
  return Answer::none;
}

Value boxed(Answer answer, const Value& trouble) {
  return answer == Answer::none ? trouble : Value::of_bool(answer == Answer::yes);
}

// CEL's && and ||: the deciding value wins over errors on either side.
Answer junction(const Code& code, const Instruction& in, Context& context, Answer decides, Value& trouble) {
  bool failed = false;
  Value ignored;
  const std::uint32_t* const links = code.links.data() + in.a;
  for (std::uint32_t i = 0; i < in.count; ++i) {
    const Answer each = test(code, links[i], context, failed ? ignored : trouble);
    if (each == decides) return decides;
    failed = failed || each == Answer::none;
  }
  if (failed) return Answer::none;
  return decides == Answer::yes ? Answer::no : Answer::yes;
}

Value has(const Value& operand, const Value& name, Context& context) {
  if (operand.is_error()) return operand.object_type == kAbsentField ? Value::of_bool(false) : operand;
  bool absent = false;
  const Value value = select(operand, name, context, absent);
  if (absent) return Value::of_bool(false);
  return value.is_error() ? value : Value::of_bool(true);
}

Answer has_field(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const FieldUse& use = code.fields[in.b];
  if (use.field->part != nullptr) {
    if (const void* const whole = object_at(code, in.a, use.object_type, context)) {
      return answer(use.field->part(whole) != nullptr);
    }
  }
  Value room;
  const Value& object = operand(code, in.a, context, room);
  if (object.kind == Kind::object && object.object_type == use.object_type) {
    if (!use.field->optional) return Answer::yes;
    const Value value = use.field->get(object.pointer, *use.field, context);
    return value.is_error() ? answer(value, context, trouble) : answer(value.kind != Kind::null);
  }
  return answer(has(object, use.name, context), context, trouble);
}

Answer has_path(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Value room;
  const Value& value = path(code, in, context, room);
  if (!value.is_error()) return Answer::yes;
  return value.object_type == kAbsentField ? Answer::no : answer(value, context, trouble);
}

[[gnu::noinline]] Value list(const Code& code, const Instruction& in, Context& context) {
  Value* const items = context.arena.allocate_array<Value>(in.count);
  for (std::uint32_t i = 0; i < in.count; ++i) {
    items[i] = run(code, code.links[in.a + i], context);
    if (items[i].is_error()) return items[i];
  }
  return Value::of_list(items, in.count, Items::values, 0, {});
}

[[gnu::noinline]] Value map(const Code& code, const Instruction& in, Context& context) {
  const Value items = list(code, in, context);
  if (items.is_error()) return items;
  return LiteralMap::make(static_cast<const Value*>(items.pointer), in.count / 2U, context.arena);
}

[[gnu::noinline]] Value call(const Code& code, const Instruction& in, Context& context) {
  Value arguments[kMostArguments];
  for (std::uint32_t i = 0; i < in.count; ++i) {
    arguments[i] = run(code, code.links[in.a + i], context);
    if (arguments[i].is_error()) return arguments[i];
  }
  return code.functions[in.b](arguments, in.count, context);
}

// all and exists
Answer quantifier(const Code& code, const Instruction& in, Context& context, Answer decides, Value& trouble) {
  Value room;
  const Range range{operand(code, in.a, context, room), context};
  if (!range.valid()) return answer(range.trouble(), context, trouble);
  bool failed = false;
  Value ignored;
  for (std::uint32_t i = 0; i < range.size(); ++i) {
    if (!spend(context)) return answer(too_long(), context, trouble);
    range.bind(i, in);
    const Answer each = test(code, in.b, context, failed ? ignored : trouble);
    if (each == decides) return decides;
    failed = failed || each == Answer::none;
  }
  if (failed) return Answer::none;
  return decides == Answer::yes ? Answer::no : Answer::yes;
}

Value exists_one(const Code& code, const Instruction& in, Context& context) {
  Value room;
  const Range range{operand(code, in.a, context, room), context};
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
  Value room;
  const Value& values = operand(code, over, context, room);
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

Answer search(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Value room;
  const Value& text = operand(code, in.a, context, room);
  if (text.kind == Kind::string) return answer(matches(*code.regexes[in.b], text.string()));
  if (!text.is_error()) {
    trouble = make_error(context, fmt::format("`{}.matches(string)` is not defined", kind_name(text.kind)));
  } else {
    trouble = text;
  }
  return Answer::none;
}

Answer logical_not(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const Answer of_operand = test(code, in.a, context, trouble);
  return of_operand == Answer::none ? of_operand : answer(of_operand == Answer::no);
}

bool holds(Op op, Order order) {
  switch (op) {
    case Op::less:
      return order == Order::less;
    case Op::less_equal:
      return order == Order::less || order == Order::equal;
    case Op::greater:
      return order == Order::greater;
    default:
      return order == Order::greater || order == Order::equal;
  }
}

std::string_view order_symbol(Op op) {
  switch (op) {
    case Op::less:
      return "<";
    case Op::less_equal:
      return "<=";
    case Op::greater:
      return ">";
    default:
      return ">=";
  }
}

bool is_scalar(Kind kind) {
  return kind == Kind::integer || kind == Kind::level || kind == Kind::date;
}

bool holds(Op op, std::int64_t a, std::int64_t b) {
  switch (op) {
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

Answer comparison(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Value room_a;
  Value room_b;
  const Value& a = operand(code, in.a, context, room_a);
  if (a.is_error()) return answer(a, context, trouble);
  const Value& b = operand(code, in.b, context, room_b);
  if (b.is_error()) return answer(b, context, trouble);
  if (a.kind == b.kind && is_scalar(a.kind)) return answer(holds(in.op, a.integer, b.integer));
  if (in.op == Op::equal || in.op == Op::not_equal) {
    const bool same = equal(a, b, context);
    // Only values that differ may be so for want of steps.
    if (!same && context.steps == 0) return answer(too_long(), context, trouble);
    return answer(same == (in.op == Op::equal));
  }
  const Order order = compare(a, b);
  if (order != Order::undefined) return answer(holds(in.op, order));
  return answer(no_overload(context, order_symbol(in.op), a, b), context, trouble);
}

Answer membership(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Value room_a;
  Value room_b;
  const Value& wanted = operand(code, in.a, context, room_a);
  if (wanted.is_error()) return answer(wanted, context, trouble);
  const Value& range = operand(code, in.b, context, room_b);
  if (range.is_error()) return answer(range, context, trouble);
  return answer(contains(range, wanted, context), context, trouble);
}

Value binary(Op op, const Value& a, const Value& b, Context& context) {
  switch (op) {
    case Op::index:
      return index(a, b, context);
    case Op::multiply:
      return multiply(a, b, context);
    case Op::divide:
      return divide(a, b, context);
    case Op::remainder:
      return remainder(a, b, context);
    case Op::add:
      return add(a, b, context);
    default:
      return subtract(a, b, context);
  }
}

}  // namespace

[[gnu::noinline]] Value not_a_condition(const Value& value, Context& context) {
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

Answer test(const Code& code, std::uint32_t instruction, Context& context, Value& trouble) {
  const Instruction& in = code.instructions[instruction];
  switch (in.op) {
    case Op::has_path:
      return has_path(code, in, context, trouble);
    case Op::has_field:
      return has_field(code, in, context, trouble);
    case Op::logical_and:
      return junction(code, in, context, Answer::no, trouble);
    case Op::logical_or:
      return junction(code, in, context, Answer::yes, trouble);
    case Op::logical_not:
      return logical_not(code, in, context, trouble);
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::equal:
    case Op::not_equal:
      return comparison(code, in, context, trouble);
    case Op::in:
      return membership(code, in, context, trouble);
    case Op::matches:
      return search(code, in, context, trouble);
    case Op::all:
      return quantifier(code, in, context, Answer::no, trouble);
    case Op::exists:
      return quantifier(code, in, context, Answer::yes, trouble);
    case Op::conditional: {
      const Answer condition = test(code, in.a, context, trouble);
      if (condition == Answer::none) return condition;
      return test(code, condition == Answer::yes ? in.b : in.c, context, trouble);
    }
    default: {
      Value room;
      return answer(operand(code, instruction, context, room), context, trouble);
    }
  }
}

Value run(const Code& code, std::uint32_t instruction, Context& context) {
  const Instruction& in = code.instructions[instruction];
  switch (in.op) {
    case Op::constant:
    case Op::fail:
      return code.constants[in.a];
    case Op::variable:
      return context.variables[in.a];
    case Op::field: {
      Value room;
      return field(code, in, context, room);
    }
    case Op::path: {
      Value room;
      return path(code, in, context, room);
    }
    case Op::select: {
      const Value operand = run(code, in.a, context);
      if (operand.is_error()) return operand;
      bool absent = false;
      return select(operand, code.constants[in.b], context, absent);
    }
    case Op::has_select:
      return has(run(code, in.a, context), code.constants[in.b], context);
    case Op::conditional: {
      Value trouble;
      const Answer condition = test(code, in.a, context, trouble);
      if (condition == Answer::none) return trouble;
      return run(code, condition == Answer::yes ? in.b : in.c, context);
    }
    case Op::negate: {
      const Value value = run(code, in.a, context);
      return value.is_error() ? value : negate(value, context);
    }
    case Op::list:
      return list(code, in, context);
    case Op::map:
      return map(code, in, context);
    case Op::call:
      return call(code, in, context);
    case Op::exists_one:
      return exists_one(code, in, context);
    case Op::filter:
      return selected(code, in, in.a, &in.b, nullptr, context);
    case Op::transform:
      return selected(code, in, in.a, nullptr, &in.b, context);
    case Op::transform_some: {
      const std::uint32_t* const links = code.links.data() + in.a;
      return selected(code, in, links[0], &links[1], &links[2], context);
    }
    case Op::transform_map:
    case Op::transform_entries:
      return transform_map(code, in, context);
    case Op::bind:
      // An error is bound like any value: it counts only where the variable is used.
      context.variables[in.c] = run(code, in.a, context);
      return run(code, in.b, context);
    case Op::index:
    case Op::multiply:
    case Op::divide:
    case Op::remainder:
    case Op::add:
    case Op::subtract: {
      Value room_a;
      Value room_b;
      const Value& a = operand(code, in.a, context, room_a);
      if (a.is_error()) return a;
      const Value& b = operand(code, in.b, context, room_b);
      if (b.is_error()) return b;
      return binary(in.op, a, b, context);
    }
    default: {
      Value trouble;
      return boxed(test(code, instruction, context, trouble), trouble);
    }
  }
}

Value Program::evaluate(Context& context) const {
  return run(*code_, static_cast<std::uint32_t>(code_->instructions.size() - 1), context);
}

std::unique_ptr<RE2> compile_regex(std::string_view pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(Limits::kRegexMemory);
  return std::make_unique<RE2>(re2::StringPiece{pattern.data(), pattern.size()}, options);
}

bool matches(const RE2& regex, std::string_view text) {
  return regex.Match({text.data(), text.size()}, 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

}  // namespace cablelint::expression
