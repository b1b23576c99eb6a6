#include <fmt/format.h>

#include <cablelint/expression/code.hpp>
#include <cablelint/expression/literal_map.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/range.hpp>

// The evaluator is one switch over flat instructions. What is rare or large lives in functions of its own, so
// that the frame of `run`, which is taken once per level of the expression, stays small.

namespace cablelint::expression {
namespace {

using Code = Program::Code;

constexpr std::uint32_t kMostArguments = 4;

// CEL's && and ||: the deciding value wins over errors on either side.
Value junction(const Code& code, const Instruction& in, Context& context, bool decides) {
  Value trouble;
  bool failed = false;
  const std::uint32_t* const links = code.links.data() + in.a;
  for (std::uint32_t i = 0; i < in.count; ++i) {
    const Value value = run(code, links[i], context);
    if (value.kind == Kind::boolean) {
      if (value.boolean == decides) return Value::of_bool(decides);
    } else if (!failed) {
      failed = true;
      trouble = value;
    }
  }
  return failed ? not_a_condition(trouble, context) : Value::of_bool(!decides);
}

Value field(const Code& code, const Instruction& in, Context& context) {
  const Value operand = run(code, in.a, context);
  const FieldUse& use = code.fields[in.b];
  if (operand.kind == Kind::object && operand.object_type == use.object_type) {
    const Value value = use.field->get(operand.pointer, *use.field, context);
    return value.kind == Kind::null && use.field->optional ? use.absent : value;
  }
  if (operand.is_error()) return operand;
  bool absent = false;
  return select(operand, use.name, context, absent);
}

Value has(const Value& operand, const Value& name, Context& context) {
  if (operand.is_error()) return operand.object_type == kAbsentField ? Value::of_bool(false) : operand;
  bool absent = false;
  const Value value = select(operand, name, context, absent);
  if (absent) return Value::of_bool(false);
  return value.is_error() ? value : Value::of_bool(true);
}

Value has_field(const Code& code, const Instruction& in, Context& context) {
  const Value operand = run(code, in.a, context);
  const FieldUse& use = code.fields[in.b];
  if (operand.kind == Kind::object && operand.object_type == use.object_type) {
    if (!use.field->optional) return Value::of_bool(true);
    const Value value = use.field->get(operand.pointer, *use.field, context);
    return value.is_error() ? value : Value::of_bool(value.kind != Kind::null);
  }
  return has(operand, use.name, context);
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
Value quantifier(const Code& code, const Instruction& in, Context& context, bool decides) {
  const Value over = run(code, in.a, context);
  const Range range{over, context};
  if (!range.valid()) return range.trouble();
  Value trouble;
  bool failed = false;
  for (std::uint32_t i = 0; i < range.size(); ++i) {
    if (!spend(context)) return too_long();
    range.bind(i, in);
    const Value value = run(code, in.b, context);
    if (value.kind == Kind::boolean) {
      if (value.boolean == decides) return Value::of_bool(decides);
    } else if (!failed) {
      failed = true;
      trouble = value;
    }
  }
  return failed ? not_a_condition(trouble, context) : Value::of_bool(!decides);
}

Value exists_one(const Code& code, const Instruction& in, Context& context) {
  const Value over = run(code, in.a, context);
  const Range range{over, context};
  if (!range.valid()) return range.trouble();
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < range.size(); ++i) {
    if (!spend(context)) return too_long();
    range.bind(i, in);
    const Value value = run(code, in.b, context);
    if (value.kind != Kind::boolean) return not_a_condition(value, context);
    count += value.boolean ? 1 : 0;
  }
  return Value::of_bool(count == 1);
}

// filter, map and transformList. The items lie in one array of the arena, as long as the range.
Value selected(const Code& code, const Instruction& in, std::uint32_t over, const std::uint32_t* predicate,
               const std::uint32_t* result, Context& context) {
  const Value values = run(code, over, context);
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
      const Value value = run(code, *predicate, context);
      if (value.kind != Kind::boolean) return not_a_condition(value, context);
      if (!value.boolean) continue;
    }
    const Value chosen = result != nullptr ? run(code, *result, context) : context.variables[slot];
    if (chosen.is_error()) return chosen;
    if (items == nullptr) items = context.arena.allocate_array<Value>(range.size() - i);
    items[count++] = chosen;
  }
  return Value::of_list(items, count, Items::values, 0, values.kind == Kind::list ? values.origin : Span{});
}

Value search(const Code& code, const Instruction& in, Context& context) {
  const Value text = run(code, in.a, context);
  if (text.kind == Kind::string) return Value::of_bool(matches(*code.regexes[in.b], text.string()));
  if (text.is_error()) return text;
  return make_error(context, fmt::format("`{}.matches(string)` is not defined", kind_name(text.kind)));
}

Value logical_not(const Value& value, Context& context) {
  if (value.kind == Kind::boolean) return Value::of_bool(!value.boolean);
  return not_a_condition(value, context);
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

Value comparison(Op op, const Value& a, const Value& b, Context& context) {
  const Order order = compare(a, b);
  if (order != Order::undefined) return Value::of_bool(holds(op, order));
  return no_overload(context, order_symbol(op), a, b);
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
    case Op::subtract:
      return subtract(a, b, context);
    case Op::equal:
    case Op::not_equal: {
      const bool same = equal(a, b, context);
      // Only values that differ may be so for want of steps.
      if (!same && context.steps == 0) return too_long();
      return Value::of_bool(same == (op == Op::equal));
    }
    case Op::in:
      return contains(b, a, context);
    default:
      return comparison(op, a, b, context);
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

Value run(const Code& code, std::uint32_t instruction, Context& context) {
  const Instruction& in = code.instructions[instruction];
  switch (in.op) {
    case Op::constant:
    case Op::fail:
      return code.constants[in.a];
    case Op::variable:
      return context.variables[in.a];
    case Op::field:
      return field(code, in, context);
    case Op::has_field:
      return has_field(code, in, context);
    case Op::select: {
      const Value operand = run(code, in.a, context);
      if (operand.is_error()) return operand;
      bool absent = false;
      return select(operand, code.constants[in.b], context, absent);
    }
    case Op::has_select:
      return has(run(code, in.a, context), code.constants[in.b], context);
    case Op::logical_and:
      return junction(code, in, context, false);
    case Op::logical_or:
      return junction(code, in, context, true);
    case Op::conditional: {
      const Value condition = run(code, in.a, context);
      if (condition.kind != Kind::boolean) return not_a_condition(condition, context);
      return run(code, condition.boolean ? in.b : in.c, context);
    }
    case Op::logical_not:
      return logical_not(run(code, in.a, context), context);
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
    case Op::matches:
      return search(code, in, context);
    case Op::all:
      return quantifier(code, in, context, false);
    case Op::exists:
      return quantifier(code, in, context, true);
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
    default: {
      const Value a = run(code, in.a, context);
      if (a.is_error()) return a;
      const Value b = run(code, in.b, context);
      if (b.is_error()) return b;
      return binary(in.op, a, b, context);
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
