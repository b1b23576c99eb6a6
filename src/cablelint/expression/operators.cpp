#include <fmt/format.h>

#include <cablelint/expression/operators.hpp>
#include <cmath>
#include <cstring>

namespace cablelint::expression {
namespace {

Value overflow() {
  return Value::of_error("the result does not fit 64 bits");
}
Value no_memory() {
  return Value::of_error("a text or list grows too long");
}

Value joined_text(const Value& a, const Value& b, Context& context) {
  const std::size_t size = std::size_t{a.size} + b.size;
  if (size > kMostBytes) return no_memory();
  char* bytes = context.arena.allocate_array<char>(size == 0 ? 1 : size);
  if (a.size > 0) std::memcpy(bytes, a.text, a.size);
  if (b.size > 0) std::memcpy(bytes + a.size, b.text, b.size);
  return a.kind == Kind::bytes ? Value::of_bytes({bytes, size}) : Value::of_string({bytes, size});
}

Value joined_lists(const Value& a, const Value& b, Context& context) {
  const std::size_t size = std::size_t{a.size} + b.size;
  if (size > kMostItems) return no_memory();
  if (!spend(context, size)) return too_long();
  // What is joined stands where its first item does.
  if (a.size == 0) return b.at({});
  if (b.size == 0) return a.at({});
  Value* const items = context.arena.allocate_array<Value>(size);
  for (std::uint32_t i = 0; i < a.size; ++i) items[i] = item(a, i, context);
  for (std::uint32_t i = 0; i < b.size; ++i) items[a.size + i] = item(b, i, context);
  return Value::of_list(items, static_cast<std::uint32_t>(size), Items::values, 0, {});
}

std::int32_t nanoseconds(const Value& time) {
  return static_cast<std::int32_t>(time.size);
}

// The integer that a number stands for as an index or key.
bool as_index(const Value& key, std::int64_t& index) {
  switch (key.kind) {
    case Kind::integer:
      index = key.integer;
      return true;
    case Kind::unsigned_integer:
      index = key.unsigned_integer > INT64_MAX ? -1 : static_cast<std::int64_t>(key.unsigned_integer);
      return true;
    case Kind::real:
      if (std::trunc(key.real) != key.real || std::fabs(key.real) > 1e15) return false;
      index = static_cast<std::int64_t>(key.real);
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string_view symbol(Form form) {
  switch (form) {
    case Form::logical_and:
      return "&&";
    case Form::logical_or:
      return "||";
    case Form::logical_not:
      return "!";
    case Form::negate:
    case Form::subtract:
      return "-";
    case Form::multiply:
      return "*";
    case Form::divide:
      return "/";
    case Form::remainder:
      return "%";
    case Form::add:
      return "+";
    case Form::less:
      return "<";
    case Form::less_equal:
      return "<=";
    case Form::greater:
      return ">";
    case Form::greater_equal:
      return ">=";
    case Form::equal:
      return "==";
    case Form::not_equal:
      return "!=";
    case Form::in:
      return "in";
    default:
      return "?";
  }
}

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::error:
      return "error";
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "bool";
    case Kind::integer:
      return "int";
    case Kind::unsigned_integer:
      return "uint";
    case Kind::real:
      return "double";
    case Kind::string:
      return "string";
    case Kind::bytes:
      return "bytes";
    case Kind::list:
      return "list";
    case Kind::map:
      return "map";
    case Kind::type:
      return "type";
    case Kind::timestamp:
      return "timestamp";
    case Kind::duration:
      return "duration";
    case Kind::date:
      return "date";
    case Kind::period:
      return "period";
    case Kind::level:
      return "level";
    case Kind::object:
      return "object";
  }
  return "value";
}

Value make_error(Context& context, std::string_view message) {
  return Value::of_error(context.arena.copy(message));
}

Value no_overload(Context& context, std::string_view operation, const Value& a, const Value& b) {
  return make_error(
      context, fmt::format("`{} {} {}` is not defined", kind_name(a.kind), operation, kind_name(b.kind)));
}

Value no_overload(Context& context, std::string_view operation, const Value& a) {
  return make_error(context, fmt::format("`{}{}` is not defined", operation, kind_name(a.kind)));
}

Value too_long() {
  return Value::of_error("the evaluation takes too long");
}

Value make_timestamp(std::int64_t seconds, std::int64_t nanoseconds) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  constexpr std::int64_t kFirst = -62135596800;  // 0001-01-01T00:00:00Z
  constexpr std::int64_t kLast = 253402300799;   // 9999-12-31T23:59:59Z
  seconds += nanoseconds / kSecond;
  nanoseconds %= kSecond;
  if (nanoseconds < 0) {
    nanoseconds += kSecond;
    --seconds;
  }
  if (seconds < kFirst || seconds > kLast) {
    return Value::of_error("a timestamp lies between the years 1 and 9999");
  }
  return Value::of_timestamp(seconds, static_cast<std::uint32_t>(nanoseconds));
}

Value make_duration(std::int64_t seconds, std::int64_t nanoseconds) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  std::int64_t total = 0;
  if (__builtin_mul_overflow(seconds, kSecond, &total) ||
      __builtin_add_overflow(total, nanoseconds, &total)) {
    return Value::of_error("a duration is at most about 292 years");
  }
  return Value::of_duration(total / kSecond, static_cast<std::int32_t>(total % kSecond));
}

Value add(const Value& a, const Value& b, Context& context) {
  if (a.kind == b.kind) {
    switch (a.kind) {
      case Kind::integer: {
        std::int64_t sum = 0;
        return __builtin_add_overflow(a.integer, b.integer, &sum) ? overflow() : Value::of_int(sum);
      }
      case Kind::unsigned_integer: {
        std::uint64_t sum = 0;
        return __builtin_add_overflow(a.unsigned_integer, b.unsigned_integer, &sum) ? overflow()
                                                                                    : Value::of_uint(sum);
      }
      case Kind::real:
        return Value::of_double(a.real + b.real);
      case Kind::string:
      case Kind::bytes:
        return joined_text(a, b, context);
      case Kind::list:
        return joined_lists(a, b, context);
      case Kind::duration: {
        std::int64_t seconds = 0;
        if (__builtin_add_overflow(a.integer, b.integer, &seconds)) return overflow();
        return make_duration(seconds, std::int64_t{nanoseconds(a)} + nanoseconds(b));
      }
      case Kind::period:
        return add_periods(a, b, 1);
      default:
        return no_overload(context, "+", a, b);
    }
  }
  if (a.kind == Kind::timestamp && b.kind == Kind::duration) {
    return make_timestamp(a.integer + b.integer, std::int64_t{nanoseconds(a)} + nanoseconds(b));
  }
  if (a.kind == Kind::duration && b.kind == Kind::timestamp) return add(b, a, context);
  if (a.kind == Kind::date && b.kind == Kind::period) return move_date(a, b, 1);
  if (a.kind == Kind::period && b.kind == Kind::date) return move_date(b, a, 1);
  return no_overload(context, "+", a, b);
}

Value subtract(const Value& a, const Value& b, Context& context) {
  if (a.kind == b.kind) {
    switch (a.kind) {
      case Kind::integer: {
        std::int64_t difference = 0;
        return __builtin_sub_overflow(a.integer, b.integer, &difference) ? overflow()
                                                                         : Value::of_int(difference);
      }
      case Kind::unsigned_integer: {
        std::uint64_t difference = 0;
        return __builtin_sub_overflow(a.unsigned_integer, b.unsigned_integer, &difference)
                   ? overflow()
                   : Value::of_uint(difference);
      }
      case Kind::real:
        return Value::of_double(a.real - b.real);
      case Kind::timestamp:
      case Kind::duration:
        return make_duration(a.integer - b.integer, std::int64_t{nanoseconds(a)} - nanoseconds(b));
      case Kind::date:
        return Value::of_int(a.integer - b.integer);
      case Kind::period:
        return add_periods(a, b, -1);
      default:
        return no_overload(context, "-", a, b);
    }
  }
  if (a.kind == Kind::timestamp && b.kind == Kind::duration) {
    return make_timestamp(a.integer - b.integer, std::int64_t{nanoseconds(a)} - nanoseconds(b));
  }
  if (a.kind == Kind::date && b.kind == Kind::period) return move_date(a, b, -1);
  return no_overload(context, "-", a, b);
}

Value multiply(const Value& a, const Value& b, Context& context) {
  if (a.kind != b.kind) return no_overload(context, "*", a, b);
  switch (a.kind) {
    case Kind::integer: {
      std::int64_t product = 0;
      return __builtin_mul_overflow(a.integer, b.integer, &product) ? overflow() : Value::of_int(product);
    }
    case Kind::unsigned_integer: {
      std::uint64_t product = 0;
      return __builtin_mul_overflow(a.unsigned_integer, b.unsigned_integer, &product)
                 ? overflow()
                 : Value::of_uint(product);
    }
    case Kind::real:
      return Value::of_double(a.real * b.real);
    default:
      return no_overload(context, "*", a, b);
  }
}

Value divide(const Value& a, const Value& b, Context& context) {
  if (a.kind != b.kind) return no_overload(context, "/", a, b);
  switch (a.kind) {
    case Kind::integer:
      if (b.integer == 0) return Value::of_error("division by zero");
      if (b.integer == -1 && a.integer == INT64_MIN) return overflow();
      return Value::of_int(a.integer / b.integer);
    case Kind::unsigned_integer:
      if (b.unsigned_integer == 0) return Value::of_error("division by zero");
      return Value::of_uint(a.unsigned_integer / b.unsigned_integer);
    case Kind::real:
      return Value::of_double(a.real / b.real);
    default:
      return no_overload(context, "/", a, b);
  }
}

Value remainder(const Value& a, const Value& b, Context& context) {
  if (a.kind != b.kind) return no_overload(context, "%", a, b);
  switch (a.kind) {
    case Kind::integer:
      if (b.integer == 0) return Value::of_error("remainder of a division by zero");
      if (b.integer == -1 && a.integer == INT64_MIN) return overflow();
      return Value::of_int(a.integer % b.integer);
    case Kind::unsigned_integer:
      if (b.unsigned_integer == 0) return Value::of_error("remainder of a division by zero");
      return Value::of_uint(a.unsigned_integer % b.unsigned_integer);
    default:
      return no_overload(context, "%", a, b);
  }
}

Value negate(const Value& a, Context& context) {
  switch (a.kind) {
    case Kind::integer:
      return a.integer == INT64_MIN ? overflow() : Value::of_int(-a.integer);
    case Kind::real:
      return Value::of_double(-a.real);
    case Kind::duration:
      return make_duration(-a.integer, -std::int64_t{nanoseconds(a)});
    default:
      return no_overload(context, "-", a);
  }
}

Value index(const Value& range, const Value& key, Context& context) {
  if (range.kind == Kind::list) {
    std::int64_t i = 0;
    if (!as_index(key, i)) return no_overload(context, "[]", range, key);
    if (i < 0 || i >= std::int64_t{range.size}) {
      return make_error(context, fmt::format("index {} is outside a list of {}", i, range.size));
    }
    return item(range, static_cast<std::uint32_t>(i), context);
  }
  if (range.kind == Kind::map) {
    Value found;
    if (range.map->find(key, context, found)) return found;
    return Value::of_error("no such key");
  }
  return no_overload(context, "[]", range, key);
}

Value contains(const Value& range, const Value& wanted, Context& context) {
  if (range.kind == Kind::map) {
    Value found;
    return Value::of_bool(range.map->find(wanted, context, found));
  }
  if (range.kind != Kind::list) return no_overload(context, "in", wanted, range);
  if (!spend(context, range.size)) return too_long();
  if (range.items == Items::values) {
    const auto* const items = static_cast<const Value*>(range.pointer);
    for (std::uint32_t i = 0; i < range.size; ++i) {
      if (equal(wanted, items[i], context)) return Value::of_bool(true);
    }
    return Value::of_bool(false);
  }
  for (std::uint32_t i = 0; i < range.size; ++i) {
    if (equal(wanted, item(range, i, context), context)) return Value::of_bool(true);
  }
  return Value::of_bool(false);
}

}  // namespace cablelint::expression
