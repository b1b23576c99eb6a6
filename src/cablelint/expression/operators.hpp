#pragma once

#include <cablelint/expression/ast.hpp>
#include <cablelint/expression/value.hpp>
#include <string_view>

namespace cablelint::expression {

/// Text and lists that an evaluation builds stay below these.
inline constexpr std::size_t kMostBytes = 16U << 20;
inline constexpr std::size_t kMostItems = 1U << 20;

/// Errors that stand for an absent optional field are told apart by this in Value::object_type: has() is
/// false for them.
inline constexpr std::uint16_t kAbsentField = 1;

/// "+" for Form::add.
[[nodiscard]] std::string_view symbol(Form form);
/// The word for a value's kind in messages: "int", "list".
[[nodiscard]] std::string_view kind_name(Kind kind);

/// An error with its text in the arena.
[[nodiscard]] Value make_error(Context& context, std::string_view message);
/// "`int + string` is not defined"
[[nodiscard]] Value no_overload(Context& context, std::string_view operation, const Value& a, const Value& b);
[[nodiscard]] Value no_overload(Context& context, std::string_view operation, const Value& a);

/// Takes `count` items off the context's steps; false when none are left.
inline bool spend(Context& context, std::uint64_t count = 1) {
  if (context.steps < count) {
    context.steps = 0;
    return false;
  }
  context.steps -= count;
  return true;
}
[[nodiscard]] Value too_long();

// Operands of the following are never errors; the results may be.
[[nodiscard]] Value add(const Value& a, const Value& b, Context& context);
[[nodiscard]] Value subtract(const Value& a, const Value& b, Context& context);
[[nodiscard]] Value multiply(const Value& a, const Value& b, Context& context);
[[nodiscard]] Value divide(const Value& a, const Value& b, Context& context);
[[nodiscard]] Value remainder(const Value& a, const Value& b, Context& context);
[[nodiscard]] Value negate(const Value& a, Context& context);
[[nodiscard]] Value index(const Value& range, const Value& key, Context& context);
[[nodiscard]] Value contains(const Value& range, const Value& wanted, Context& context);

/// CEL's equality: values of different kinds differ, numbers are compared by their value.
[[nodiscard]] bool equal(const Value& a, const Value& b, Context& context);

enum class Order : std::uint8_t { less, equal, greater, unordered, undefined };
/// `unordered` when NaN is one of them, `undefined` when the kinds do not compare.
[[nodiscard]] Order compare(const Value& a, const Value& b);

/// Moves a date by a period, `sign` times; an error outside the years 1 to 9999. A day the month does not
/// have becomes its last.
[[nodiscard]] Value move_date(const Value& date, const Value& period, int sign);
[[nodiscard]] Value add_periods(const Value& a, const Value& b, int sign);

/// Times with their nanoseconds brought into range; an error when outside what the kind can hold.
[[nodiscard]] Value make_timestamp(std::int64_t seconds, std::int64_t nanoseconds);
[[nodiscard]] Value make_duration(std::int64_t seconds, std::int64_t nanoseconds);

}  // namespace cablelint::expression
