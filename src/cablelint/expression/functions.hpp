#pragma once

#include <array>
#include <cablelint/expression/schema.hpp>
#include <cstdint>
#include <span>
#include <string_view>

namespace cablelint::expression {

/// What a parameter takes or a function gives.
enum class Pattern : std::uint8_t {
  none,
  any,
  boolean,
  integer,
  unsigned_integer,
  real,
  string,
  bytes,
  list,
  list_of_strings,
  list_of_numbers,
  map,
  type,
  timestamp,
  duration,
  date,
  period,
  level,
  item,  // the item type of the list in the first parameter
};

struct Overload {
  std::array<Pattern, 4> parameters{};  // up to the first `none`; a method's target comes first
  Pattern result = Pattern::any;
  [[nodiscard]] std::size_t count() const {
    std::size_t n = 0;
    while (n < parameters.size() && parameters[n] != Pattern::none) ++n;
    return n;
  }
};

enum class Style : std::uint8_t { function, method, either };

/// Arguments are never errors: the evaluator stops at the first that is. Kinds are checked by the
/// implementation, since a `dyn` may hold anything.
using Implementation = Value (*)(const Value* arguments, std::uint32_t count, Context& context);

/// All overloads of one name.
struct FunctionGroup {
  std::string_view name;  // may stand in a namespace: "math.abs"
  Style style = Style::function;
  Implementation run = nullptr;
  std::span<const Overload> overloads;
  std::string_view summary;  // one sentence, for the reference
  bool gathers = false;      // two or more arguments are given to it as one list
};

/// Functions that belong together under the heading of the reference.
struct FunctionTheme {
  std::string_view title;
  std::span<const FunctionGroup> groups;
};

/// Every function of the language, by theme.
[[nodiscard]] std::span<const FunctionTheme> function_themes();
/// Every function of the language.
[[nodiscard]] std::span<const FunctionGroup* const> all_functions();
/// Null when there is none of that name in that style.
[[nodiscard]] const FunctionGroup* find_function(std::string_view name, bool method);

[[nodiscard]] std::span<const FunctionGroup> text_functions();
[[nodiscard]] std::span<const FunctionGroup> format_functions();
[[nodiscard]] std::span<const FunctionGroup> math_functions();
[[nodiscard]] std::span<const FunctionGroup> conversion_functions();
[[nodiscard]] std::span<const FunctionGroup> time_functions();
[[nodiscard]] std::span<const FunctionGroup> calendar_functions();
[[nodiscard]] std::span<const FunctionGroup> list_functions();

/// The name of a value's type as type() gives it: "int", "google.protobuf.Timestamp", "Paragraph".
[[nodiscard]] std::string_view type_name(const Value& value, const Context& context);

}  // namespace cablelint::expression
