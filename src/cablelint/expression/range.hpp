#pragma once

#include <fmt/format.h>

#include <cablelint/expression/code.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/schema.hpp>
#include <cstddef>

namespace cablelint::expression {

/// What a macro runs over: the items of a list or the keys of a map. Refers to the value, which outlives it.
class Range {
 public:
  Range(const Value& value, Context& context) : value_(value), context_(context) {
    if (value.kind == Kind::map) size_ = value.map->size();
    if (value.kind != Kind::list) return;
    size_ = value.size;
    if (value.items == Items::objects) stride_ = context.schema->type(value.object_type).stride;
  }
  [[nodiscard]] bool valid() const { return value_.kind == Kind::list || value_.kind == Kind::map; }
  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] Value at(std::uint32_t i) const {
    if (stride_ != 0) {
      const auto* const first = static_cast<const std::byte*>(value_.pointer);
      return Value::of_object(first + std::size_t{stride_} * i, value_.object_type, {});
    }
    return value_.kind == Kind::list ? item(value_, i, context_) : value_.map->key(i);
  }
  /// Sets the variables of a macro, whose instruction says how many they are and where.
  void bind(std::uint32_t i, const Instruction& macro) const {
    Value* const variables = context_.variables + macro.c;
    if (macro.count == 2) {
      bind_pair(i, variables);
    } else {
      variables[0] = at(i);
    }
  }
  /// The same in a macro that has bound the item before: of objects in a row only the place changes.
  void bind_next(std::uint32_t i, const Instruction& macro) const {
    if (i == 0 || stride_ == 0 || macro.count == 2) return bind(i, macro);
    context_.variables[macro.c].pointer =
        static_cast<const std::byte*>(value_.pointer) + std::size_t{stride_} * i;
  }
  [[nodiscard]] Value trouble() const {
    if (value_.is_error()) return value_;
    return make_error(context_,
                      fmt::format("a macro runs over a list or a map, not {}", kind_name(value_.kind)));
  }

 private:
  [[gnu::noinline]] void bind_pair(std::uint32_t i, Value* variables) const {
    variables[0] = at(i);
    if (value_.kind == Kind::list) {
      variables[1] = variables[0];
      variables[0] = Value::of_int(i);
    } else if (!value_.map->find(variables[0], context_, variables[1])) {
      variables[1] = Value::of_error("no such key");
    }
  }

  const Value& value_;
  Context& context_;
  std::uint32_t size_ = 0;
  std::uint32_t stride_ = 0;  // of objects
};

/// An error for a condition that is no bool; the error itself when it is one.
[[nodiscard]] Value not_a_condition(const Value& value, Context& context);

/// The macros that make maps: transformMap and transformMapEntry.
[[nodiscard]] Value transform_map(const Program::Code& code, const Instruction& macro, Context& context);

}  // namespace cablelint::expression
