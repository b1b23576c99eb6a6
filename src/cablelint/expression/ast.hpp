#pragma once

#include <cablelint/expression/program.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cablelint::expression {

/// What a node of the syntax tree is.
enum class Form : std::uint8_t {
  literal,
  name,
  select,             // operand
  has,                // operand; true when it has the field `name`
  index,              // operand, key
  call,               // arguments
  method,             // target, arguments
  list,               // items
  map,                // key, value, key, value, ...
  all,                // range, predicate
  exists,             // range, predicate
  exists_one,         // range, predicate
  filter,             // range, predicate
  transform,          // range, result, or range, predicate, result: the macros `map` and `transformList`
  transform_map,      // as `transform`
  transform_entries,  // as `transform`: the macro `transformMapEntry`
  bind,               // value, result
  logical_and,        // two or more
  logical_or,         // two or more
  conditional,        // condition, then, else
  logical_not,
  negate,
  multiply,
  divide,
  remainder,
  add,
  subtract,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  in,
};

/// A range of bytes of the expression's text.
struct Place {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  [[nodiscard]] std::uint32_t end() const { return offset + length; }
};

/// What the checker found out about a name.
enum class Meaning : std::uint8_t {
  unknown,   // an error when evaluated
  variable,  // `slot`
  constant,  // `literal`
};

struct FunctionGroup;

struct Node {
  Form form = Form::literal;
  bool rooted = false;  // a name with a leading dot
  bool parenthesised = false;
  Meaning meaning = Meaning::unknown;
  std::uint16_t depth = 1;
  Place at;               // the whole node
  Place name_at;          // its name
  std::string_view name;  // of a name, field, function or macro variable
  std::string_view pair;  // the second variable of a macro that has two
  Value literal;          // of a literal, and of a name that means a constant
  std::vector<std::uint32_t> children;

  // Filled by the checker.
  Type type;
  std::uint32_t slot = 0;        // of a variable, or of a macro's variable; its second has the next
  const Field* field = nullptr;  // of a selection from an object of known type
  const FunctionGroup* function = nullptr;  // of a call
};

/// The syntax tree of one expression. Children stand before their parents; views point into the text or the
/// arena.
struct Ast {
  std::string_view text;
  std::vector<Node> nodes;
  std::uint32_t root = 0;
};

/// Reads an expression. On failure gives nothing and appends one fault: the first that stops the reader.
[[nodiscard]] std::optional<Ast> parse(std::string_view text, Arena& arena, std::vector<Fault>& faults);

}  // namespace cablelint::expression
