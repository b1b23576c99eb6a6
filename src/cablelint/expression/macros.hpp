#pragma once

#include <cablelint/expression/ast.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace cablelint::expression {

/// What is written like a call, but takes names of variables and expressions over them.
struct Macro {
  std::string_view name;
  Form form;
  bool method;             // `list.all(x, ...)`; otherwise `has(...)`
  std::uint8_t variables;  // names among its arguments, which come first
  std::uint8_t least;      // arguments, names included
  std::uint8_t most;
  std::string_view usage;    // "list.all(x, condition)"
  std::string_view summary;  // one sentence, for the reference
};

/// Every macro of the language, in the order of the reference.
[[nodiscard]] std::span<const Macro> macros();
/// True when there is one of that name and style, whatever it takes.
[[nodiscard]] bool is_macro(std::string_view name, bool method);
/// Null when none of that name and style takes so many arguments.
[[nodiscard]] const Macro* find_macro(std::string_view name, bool method, std::size_t arguments);

}  // namespace cablelint::expression
