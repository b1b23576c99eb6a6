#include <fmt/format.h>

#include <cablelint/calendar.hpp>
#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/time_text.hpp>
#include <cablelint/expression/utf8.hpp>
#include <charconv>
#include <cmath>

namespace cablelint::expression {
namespace {

// 2^63 and 2^64
constexpr double kInt64End = 9223372036854775808.0;
constexpr double kUint64End = 18446744073709551616.0;

Value undefined(Context& context, std::string_view name, const Value& argument) {
  return make_error(context, fmt::format("`{}({})` is not defined", name, kind_name(argument.kind)));
}

template <typename T> bool read_number(std::string_view text, T& number) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failure == std::errc{} && end == text.data() + text.size() && !text.empty();
}

Value unreadable(Context& context, std::string_view text, std::string_view type) {
  return make_error(context, fmt::format("\"{}\" is no {}", text, type));
}

Value to_int(const Value* a, std::uint32_t /*count*/, Context& context) {
  switch (a[0].kind) {
    case Kind::integer:
      return a[0];
    case Kind::unsigned_integer:
      if (a[0].unsigned_integer > INT64_MAX) return Value::of_error("the number does not fit an int");
      return Value::of_int(static_cast<std::int64_t>(a[0].unsigned_integer)).at(a[0].origin);
    case Kind::real:
      if (!(a[0].real > -kInt64End && a[0].real < kInt64End))
        return Value::of_error("the number does not fit an int");
      return Value::of_int(static_cast<std::int64_t>(a[0].real)).at(a[0].origin);
    case Kind::string: {
      std::int64_t number = 0;
      if (!read_number(a[0].string(), number)) return unreadable(context, a[0].string(), "int");
      return Value::of_int(number).at(a[0].origin);
    }
    case Kind::timestamp:
      return Value::of_int(a[0].integer).at(a[0].origin);
    default:
      return undefined(context, "int", a[0]);
  }
}

Value to_uint(const Value* a, std::uint32_t /*count*/, Context& context) {
  switch (a[0].kind) {
    case Kind::unsigned_integer:
      return a[0];
    case Kind::integer:
      if (a[0].integer < 0) return Value::of_error("the number does not fit a uint");
      return Value::of_uint(static_cast<std::uint64_t>(a[0].integer)).at(a[0].origin);
    case Kind::real:
      if (!(a[0].real >= 0 && a[0].real < kUint64End))
        return Value::of_error("the number does not fit a uint");
      return Value::of_uint(static_cast<std::uint64_t>(a[0].real)).at(a[0].origin);
    case Kind::string: {
      std::uint64_t number = 0;
      if (!read_number(a[0].string(), number)) return unreadable(context, a[0].string(), "uint");
      return Value::of_uint(number).at(a[0].origin);
    }
    default:
      return undefined(context, "uint", a[0]);
  }
}

Value to_double(const Value* a, std::uint32_t /*count*/, Context& context) {
  switch (a[0].kind) {
    case Kind::real:
      return a[0];
    case Kind::integer:
      return Value::of_double(static_cast<double>(a[0].integer)).at(a[0].origin);
    case Kind::unsigned_integer:
      return Value::of_double(static_cast<double>(a[0].unsigned_integer)).at(a[0].origin);
    case Kind::string: {
      double number = 0;
      if (!read_number(a[0].string(), number)) return unreadable(context, a[0].string(), "double");
      return Value::of_double(number).at(a[0].origin);
    }
    default:
      return undefined(context, "double", a[0]);
  }
}

Value to_bool(const Value* a, std::uint32_t /*count*/, Context& context) {
  if (a[0].kind == Kind::boolean) return a[0];
  if (a[0].kind != Kind::string) return undefined(context, "bool", a[0]);
  const std::string_view text = a[0].string();
  for (const std::string_view word : {"1", "t", "true", "TRUE", "True"}) {
    if (text == word) return Value::of_bool(true).at(a[0].origin);
  }
  for (const std::string_view word : {"0", "f", "false", "FALSE", "False"}) {
    if (text == word) return Value::of_bool(false).at(a[0].origin);
  }
  return unreadable(context, text, "bool");
}

Value to_bytes(const Value* a, std::uint32_t /*count*/, Context& context) {
  if (a[0].kind != Kind::string && a[0].kind != Kind::bytes) return undefined(context, "bytes", a[0]);
  return Value::of_bytes(a[0].string()).at(a[0].origin);
}

Value to_string(const Value* a, std::uint32_t /*count*/, Context& context) {
  const auto text = [&](std::string_view s) { return Value::of_string(context.arena.copy(s), a[0].origin); };
  switch (a[0].kind) {
    case Kind::string:
      return a[0];
    case Kind::boolean:
      return text(a[0].boolean ? "true" : "false");
    case Kind::integer:
      return text(fmt::format("{}", a[0].integer));
    case Kind::unsigned_integer:
      return text(fmt::format("{}", a[0].unsigned_integer));
    case Kind::real:
      return text(fmt::format("{}", a[0].real));
    case Kind::bytes:
      if (!is_utf8(a[0].string())) return Value::of_error("the bytes are no UTF-8 text");
      return Value::of_string(a[0].string(), a[0].origin);
    case Kind::timestamp:
      return text(timestamp_text(a[0]));
    case Kind::duration:
      return text(duration_text(a[0]));
    case Kind::date:
      return text(iso(static_cast<Day>(a[0].integer)));
    case Kind::level:
      return text(portion_form(static_cast<Level>(a[0].integer)));
    case Kind::type:
      return text(a[0].string());
    default:
      return undefined(context, "string", a[0]);
  }
}

Value to_dyn(const Value* a, std::uint32_t /*count*/, Context& /*context*/) {
  return a[0];
}

Value to_type(const Value* a, std::uint32_t /*count*/, Context& context) {
  return Value::of_type(type_name(a[0], context));
}

// "S", "SECRET"
Value to_level(const Value* a, std::uint32_t /*count*/, Context& context) {
  if (a[0].kind == Kind::level) return a[0];
  if (a[0].kind != Kind::string) return undefined(context, "level", a[0]);
  for (const Level level : {Level::U, Level::R, Level::C, Level::S, Level::TS}) {
    if (a[0].string() == portion_form(level) || a[0].string() == banner_form(level)) {
      return Value::of_level(level).at(a[0].origin);
    }
  }
  return unreadable(context, a[0].string(), "level");
}

using P = Pattern;
constexpr Overload kInt[] = {{{P::integer}, P::integer},
                             {{P::unsigned_integer}, P::integer},
                             {{P::real}, P::integer},
                             {{P::string}, P::integer},
                             {{P::timestamp}, P::integer}};
constexpr Overload kUint[] = {{{P::unsigned_integer}, P::unsigned_integer},
                              {{P::integer}, P::unsigned_integer},
                              {{P::real}, P::unsigned_integer},
                              {{P::string}, P::unsigned_integer}};
constexpr Overload kDouble[] = {
    {{P::real}, P::real}, {{P::integer}, P::real}, {{P::unsigned_integer}, P::real}, {{P::string}, P::real}};
constexpr Overload kBool[] = {{{P::boolean}, P::boolean}, {{P::string}, P::boolean}};
constexpr Overload kBytes[] = {{{P::bytes}, P::bytes}, {{P::string}, P::bytes}};
constexpr Overload kString[] = {{{P::string}, P::string},    {{P::boolean}, P::string},
                                {{P::integer}, P::string},   {{P::unsigned_integer}, P::string},
                                {{P::real}, P::string},      {{P::bytes}, P::string},
                                {{P::timestamp}, P::string}, {{P::duration}, P::string},
                                {{P::date}, P::string},      {{P::level}, P::string},
                                {{P::type}, P::string}};
constexpr Overload kDyn[] = {{{P::any}, P::any}};
constexpr Overload kType[] = {{{P::any}, P::type}};
constexpr Overload kLevel[] = {{{P::string}, P::level}, {{P::level}, P::level}};

const FunctionGroup kGroups[] = {
    {"int", Style::function, to_int, kInt,
     "As an int: a number without its fraction, digits, a timestamp in seconds since 1970."},
    {"uint", Style::function, to_uint, kUint, "As an unsigned int."},
    {"double", Style::function, to_double, kDouble, "As a number with a fraction."},
    {"bool", Style::function, to_bool, kBool, "As a bool: \"true\", \"t\", \"1\" and their opposites."},
    {"bytes", Style::function, to_bytes, kBytes, "The bytes of a text in UTF-8."},
    {"string", Style::function, to_string, kString, "As text."},
    {"level", Style::function, to_level, kLevel, "The level of a word: \"S\" or \"SECRET\"."},
    {"type", Style::function, to_type, kType, "The type of a value, to compare with int, string, ...."},
    {"dyn", Style::function, to_dyn, kDyn, "The same value, whose type is checked only when it is used."},
};

}  // namespace

std::string_view type_name(const Value& value, const Context& context) {
  switch (value.kind) {
    case Kind::null:
      return "null_type";
    case Kind::timestamp:
      return "google.protobuf.Timestamp";
    case Kind::duration:
      return "google.protobuf.Duration";
    case Kind::object:
      return context.schema != nullptr ? std::string_view{context.schema->type(value.object_type).name}
                                       : "object";
    default:
      return kind_name(value.kind);
  }
}

std::span<const FunctionGroup> conversion_functions() {
  return kGroups;
}

}  // namespace cablelint::expression
