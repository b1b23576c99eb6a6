#include <cablelint/expression/operators.hpp>
#include <cmath>

namespace cablelint::expression {
namespace {

// 2^63 and 2^64, both exact.
constexpr double kInt64End = 9223372036854775808.0;
constexpr double kUint64End = 18446744073709551616.0;

template <typename T> Order order(T a, T b) {
  return a < b ? Order::less : b < a ? Order::greater : Order::equal;
}

Order order_doubles(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return Order::unordered;
  return order(a, b);
}

Order reversed(Order o) {
  if (o == Order::less) return Order::greater;
  return o == Order::greater ? Order::less : o;
}

Order order_int_uint(std::int64_t a, std::uint64_t b) {
  return a < 0 ? Order::less : order(static_cast<std::uint64_t>(a), b);
}

// A double beyond all integers keeps its side; within their range they meet as doubles.
Order order_int_double(std::int64_t a, double b) {
  if (b < -kInt64End) return Order::greater;
  if (b > kInt64End) return Order::less;
  return order_doubles(static_cast<double>(a), b);
}

Order order_uint_double(std::uint64_t a, double b) {
  if (b < 0) return Order::greater;
  if (b > kUint64End) return Order::less;
  return order_doubles(static_cast<double>(a), b);
}

bool is_number(Kind kind) {
  return kind == Kind::integer || kind == Kind::unsigned_integer || kind == Kind::real;
}

Order order_numbers(const Value& a, const Value& b) {
  switch (a.kind) {
    case Kind::integer:
      if (b.kind == Kind::unsigned_integer) return order_int_uint(a.integer, b.unsigned_integer);
      return order_int_double(a.integer, b.real);
    case Kind::unsigned_integer:
      if (b.kind == Kind::integer) return reversed(order_int_uint(b.integer, a.unsigned_integer));
      return order_uint_double(a.unsigned_integer, b.real);
    default:
      if (b.kind == Kind::integer) return reversed(order_int_double(b.integer, a.real));
      return reversed(order_uint_double(b.unsigned_integer, a.real));
  }
}

// Macros can nest lists and maps deeper than any expression is written.
constexpr int kMostNested = 1000;

// Without steps the evaluation fails, whatever the comparison says.
bool give_up(Context& context) {
  context.steps = 0;
  return false;
}

bool equal_items(const Value& a, const Value& b, Context& context, int depth);

bool equal_lists(const Value& a, const Value& b, Context& context, int depth) {
  if (a.size != b.size) return false;
  for (std::uint32_t i = 0; i < a.size; ++i) {
    if (!spend(context) || !equal_items(item(a, i, context), item(b, i, context), context, depth))
      return false;
  }
  return true;
}

bool equal_maps(const Map& a, const Map& b, Context& context, int depth) {
  if (a.size() != b.size()) return false;
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    const Value key = a.key(i);
    Value left;
    Value right;
    if (!spend(context) || !a.find(key, context, left) || !b.find(key, context, right)) return false;
    if (!equal_items(left, right, context, depth)) return false;
  }
  return true;
}

// Items at that depth below the values compared.
bool equal_items(const Value& a, const Value& b, Context& context, int depth) {
  const bool nested = a.kind == b.kind && (a.kind == Kind::list || a.kind == Kind::map);
  if (!nested) return equal(a, b, context);
  if (depth == kMostNested) return give_up(context);
  return a.kind == Kind::list ? equal_lists(a, b, context, depth + 1)
                              : a.map == b.map || equal_maps(*a.map, *b.map, context, depth + 1);
}

}  // namespace

bool equal(const Value& a, const Value& b, Context& context) {
  if (a.kind != b.kind) {
    return is_number(a.kind) && is_number(b.kind) && order_numbers(a, b) == Order::equal;
  }
  switch (a.kind) {
    case Kind::error:
      return false;
    case Kind::null:
      return true;
    case Kind::boolean:
      return a.boolean == b.boolean;
    case Kind::integer:
    case Kind::unsigned_integer:
    case Kind::date:
    case Kind::period:
    case Kind::level:
      return a.integer == b.integer;
    case Kind::real:
      return a.real == b.real;
    case Kind::string:
    case Kind::bytes:
    case Kind::type:
      return a.string() == b.string();
    case Kind::timestamp:
    case Kind::duration:
      return a.integer == b.integer && a.size == b.size;
    case Kind::list:
      return equal_lists(a, b, context, 1);
    case Kind::map:
      return a.map == b.map || equal_maps(*a.map, *b.map, context, 1);
    case Kind::object:
      return a.pointer == b.pointer && a.object_type == b.object_type;
  }
  return false;
}

Order compare(const Value& a, const Value& b) {
  if (a.kind != b.kind)
    return is_number(a.kind) && is_number(b.kind) ? order_numbers(a, b) : Order::undefined;
  switch (a.kind) {
    case Kind::boolean:
      return order(a.boolean, b.boolean);
    case Kind::integer:
    case Kind::date:
    case Kind::level:
      return order(a.integer, b.integer);
    case Kind::unsigned_integer:
      return order(a.unsigned_integer, b.unsigned_integer);
    case Kind::real:
      return order_doubles(a.real, b.real);
    case Kind::string:
    case Kind::bytes:
      return order(a.string().compare(b.string()), 0);
    case Kind::timestamp:
    case Kind::duration:
      return a.integer != b.integer
                 ? order(a.integer, b.integer)
                 : order(static_cast<std::int32_t>(a.size), static_cast<std::int32_t>(b.size));
    default:
      return Order::undefined;
  }
}

}  // namespace cablelint::expression
