#include <fmt/format.h>

#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/operators.hpp>
#include <cmath>

// The functions `math.*`. Those that round take doubles only: an int needs no rounding, and a call on one is
// a mistake worth telling.

namespace cablelint::expression {
namespace {

Value undefined(Context& context, std::string_view name, const Value* a, std::uint32_t count) {
  std::string text = fmt::format("`math.{}({}", name, kind_name(a[0].kind));
  if (count == 2) text += fmt::format(", {}", kind_name(a[1].kind));
  return make_error(context, text + ")` is not defined");
}

bool is_number(const Value& value) {
  return value.kind == Kind::integer || value.kind == Kind::unsigned_integer || value.kind == Kind::real;
}

// A number alone is the greatest and least of itself.
Value extreme(std::string_view name, const Value* a, Order wanted, Context& context) {
  if (is_number(a[0])) return a[0];
  if (a[0].kind != Kind::list) return undefined(context, name, a, 1);
  if (a[0].size == 0) return make_error(context, fmt::format("`math.{}` of an empty list", name));
  if (!spend(context, a[0].size)) return too_long();
  Value best = item(a[0], 0, context);
  for (std::uint32_t i = 0; i < a[0].size; ++i) {
    const Value value = item(a[0], i, context);
    if (!is_number(value)) return undefined(context, name, &value, 1);
    if (compare(value, best) == wanted) best = value;
  }
  return best;
}

Value greatest(const Value* a, std::uint32_t /*count*/, Context& context) {
  return extreme("greatest", a, Order::greater, context);
}

Value least(const Value* a, std::uint32_t /*count*/, Context& context) {
  return extreme("least", a, Order::less, context);
}

Value ceil(const Value* a, std::uint32_t count, Context& context) {
  if (a[0].kind != Kind::real) return undefined(context, "ceil", a, count);
  return Value::of_double(std::ceil(a[0].real));
}

Value floor(const Value* a, std::uint32_t count, Context& context) {
  if (a[0].kind != Kind::real) return undefined(context, "floor", a, count);
  return Value::of_double(std::floor(a[0].real));
}

Value round(const Value* a, std::uint32_t count, Context& context) {
  if (a[0].kind != Kind::real) return undefined(context, "round", a, count);
  return Value::of_double(std::round(a[0].real));
}

Value trunc(const Value* a, std::uint32_t count, Context& context) {
  if (a[0].kind != Kind::real) return undefined(context, "trunc", a, count);
  return Value::of_double(std::trunc(a[0].real));
}

Value is_nan(const Value* a, std::uint32_t count, Context& context) {
  if (a[0].kind != Kind::real) return undefined(context, "isNaN", a, count);
  return Value::of_bool(std::isnan(a[0].real));
}

Value is_inf(const Value* a, std::uint32_t count, Context& context) {
  if (a[0].kind != Kind::real) return undefined(context, "isInf", a, count);
  return Value::of_bool(std::isinf(a[0].real));
}

Value is_finite(const Value* a, std::uint32_t count, Context& context) {
  if (a[0].kind != Kind::real) return undefined(context, "isFinite", a, count);
  return Value::of_bool(std::isfinite(a[0].real));
}

Value abs(const Value* a, std::uint32_t count, Context& context) {
  switch (a[0].kind) {
    case Kind::integer:
      return a[0].integer < 0 ? negate(a[0], context) : Value::of_int(a[0].integer);
    case Kind::unsigned_integer:
      return Value::of_uint(a[0].unsigned_integer);
    case Kind::real:
      return Value::of_double(std::fabs(a[0].real));
    default:
      return undefined(context, "abs", a, count);
  }
}

Value sign(const Value* a, std::uint32_t count, Context& context) {
  switch (a[0].kind) {
    case Kind::integer:
      return Value::of_int((a[0].integer > 0 ? 1 : 0) - (a[0].integer < 0 ? 1 : 0));
    case Kind::unsigned_integer:
      return Value::of_uint(a[0].unsigned_integer > 0 ? 1 : 0);
    case Kind::real:
      if (std::isnan(a[0].real)) return Value::of_double(a[0].real);
      return Value::of_double((a[0].real > 0 ? 1.0 : 0.0) - (a[0].real < 0 ? 1.0 : 0.0));
    default:
      return undefined(context, "sign", a, count);
  }
}

Value sqrt(const Value* a, std::uint32_t count, Context& context) {
  switch (a[0].kind) {
    case Kind::integer:
      return Value::of_double(std::sqrt(static_cast<double>(a[0].integer)));
    case Kind::unsigned_integer:
      return Value::of_double(std::sqrt(static_cast<double>(a[0].unsigned_integer)));
    case Kind::real:
      return Value::of_double(std::sqrt(a[0].real));
    default:
      return undefined(context, "sqrt", a, count);
  }
}

// An integer of the kind of `like`, from its bits.
Value of_bits(const Value& like, std::uint64_t bits) {
  return like.kind == Kind::integer ? Value::of_int(static_cast<std::int64_t>(bits)) : Value::of_uint(bits);
}

bool are_integers(const Value& a, const Value& b) {
  return a.kind == b.kind && (a.kind == Kind::integer || a.kind == Kind::unsigned_integer);
}

Value bit_and(const Value* a, std::uint32_t count, Context& context) {
  if (!are_integers(a[0], a[1])) return undefined(context, "bitAnd", a, count);
  return of_bits(a[0], a[0].unsigned_integer & a[1].unsigned_integer);
}

Value bit_or(const Value* a, std::uint32_t count, Context& context) {
  if (!are_integers(a[0], a[1])) return undefined(context, "bitOr", a, count);
  return of_bits(a[0], a[0].unsigned_integer | a[1].unsigned_integer);
}

Value bit_xor(const Value* a, std::uint32_t count, Context& context) {
  if (!are_integers(a[0], a[1])) return undefined(context, "bitXor", a, count);
  return of_bits(a[0], a[0].unsigned_integer ^ a[1].unsigned_integer);
}

Value bit_not(const Value* a, std::uint32_t count, Context& context) {
  if (!are_integers(a[0], a[0])) return undefined(context, "bitNot", a, count);
  return of_bits(a[0], ~a[0].unsigned_integer);
}

// Both directions fill with zeros, so that an int's sign is a bit like any other.
Value shifted(std::string_view name, bool left, const Value* a, std::uint32_t count, Context& context) {
  constexpr std::int64_t kBits = 64;
  if (!are_integers(a[0], a[0]) || a[1].kind != Kind::integer) return undefined(context, name, a, count);
  const std::int64_t by = a[1].integer;
  if (by < 0) return make_error(context, fmt::format("`math.{}` by a negative number of bits", name));
  if (by >= kBits) return of_bits(a[0], 0);
  return of_bits(a[0], left ? a[0].unsigned_integer << by : a[0].unsigned_integer >> by);
}

Value shift_left(const Value* a, std::uint32_t count, Context& context) {
  return shifted("bitShiftLeft", true, a, count, context);
}

Value shift_right(const Value* a, std::uint32_t count, Context& context) {
  return shifted("bitShiftRight", false, a, count, context);
}

using P = Pattern;
constexpr Overload kExtreme[] = {{{P::integer}, P::integer},
                                 {{P::unsigned_integer}, P::unsigned_integer},
                                 {{P::real}, P::real},
                                 {{P::list_of_numbers}, P::item}};
constexpr Overload kRounded[] = {{{P::real}, P::real}};
constexpr Overload kTest[] = {{{P::real}, P::boolean}};
constexpr Overload kSameNumber[] = {
    {{P::integer}, P::integer}, {{P::unsigned_integer}, P::unsigned_integer}, {{P::real}, P::real}};
constexpr Overload kRoot[] = {
    {{P::integer}, P::real}, {{P::unsigned_integer}, P::real}, {{P::real}, P::real}};
constexpr Overload kBits[] = {{{P::integer, P::integer}, P::integer},
                              {{P::unsigned_integer, P::unsigned_integer}, P::unsigned_integer}};
constexpr Overload kBit[] = {{{P::integer}, P::integer}, {{P::unsigned_integer}, P::unsigned_integer}};
constexpr Overload kShift[] = {{{P::integer, P::integer}, P::integer},
                               {{P::unsigned_integer, P::integer}, P::unsigned_integer}};

const FunctionGroup kGroups[] = {
    {"math.greatest", Style::function, greatest, kExtreme,
     "The greatest of numbers of any kind, given one by one or as a list.", true},
    {"math.least", Style::function, least, kExtreme,
     "The least of numbers of any kind, given one by one or as a list.", true},
    {"math.abs", Style::function, abs, kSameNumber, "The number without its sign."},
    {"math.sign", Style::function, sign, kSameNumber, "-1, 0 or 1."},
    {"math.ceil", Style::function, ceil, kRounded, "The next whole number above."},
    {"math.floor", Style::function, floor, kRounded, "The next whole number below."},
    {"math.round", Style::function, round, kRounded, "The nearest whole number; a half goes away from 0."},
    {"math.trunc", Style::function, trunc, kRounded, "The number without its fraction."},
    {"math.sqrt", Style::function, sqrt, kRoot, "The square root; NaN of a negative number."},
    {"math.isNaN", Style::function, is_nan, kTest, "Whether it is not a number."},
    {"math.isInf", Style::function, is_inf, kTest, "Whether it is infinite."},
    {"math.isFinite", Style::function, is_finite, kTest, "Whether it is neither infinite nor NaN."},
    {"math.bitAnd", Style::function, bit_and, kBits, "The bits that both have."},
    {"math.bitOr", Style::function, bit_or, kBits, "The bits that either has."},
    {"math.bitXor", Style::function, bit_xor, kBits, "The bits that one of them has."},
    {"math.bitNot", Style::function, bit_not, kBit, "The bits that it has not."},
    {"math.bitShiftLeft", Style::function, shift_left, kShift, "The bits moved up, with zeros behind them."},
    {"math.bitShiftRight", Style::function, shift_right, kShift,
     "The bits moved down, with zeros before them."},
};

}  // namespace

std::span<const FunctionGroup> math_functions() {
  return kGroups;
}

}  // namespace cablelint::expression
