#pragma once

#include <cablelint/expression/value.hpp>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::expression {

/// A static type. `dyn` is checked at run time only. Lists have one argument, maps two.
struct Type {
  enum class Kind : std::uint8_t {
    dyn,
    null,
    boolean,
    integer,
    unsigned_integer,
    real,
    string,
    bytes,
    list,
    map,
    type,
    timestamp,
    duration,
    date,
    period,
    level,
    object,
  };
  Kind kind = Kind::dyn;
  std::uint16_t object_type = 0;  // for object
  std::vector<Type> arguments;

  friend bool operator==(const Type&, const Type&) = default;
};

inline Type list_of(Type item) {
  return {Type::Kind::list, 0, {std::move(item)}};
}
inline Type object(std::uint16_t type) {
  return {Type::Kind::object, type, {}};
}
inline Type map_of(Type key, Type value) {
  return {Type::Kind::map, 0, {std::move(key), std::move(value)}};
}

struct Field;
/// Reads a field. An absent optional field gives Kind::null; the evaluator turns that into "no such field"
/// for a selection and into false for has(). Never allocates outside the context's arena.
using Getter = Value (*)(const void* object, const Field& field, Context& context);

/// A field whose value is a number, or a word out of a few: read without making a value of it.
struct Scalar {
  static constexpr std::int64_t kAbsent = INT64_MIN;
  /// A flag, a level's rank, a day, an integer, or the number of a word; kAbsent when it is not there.
  std::int64_t (*get)(const void* object, const Context& context) = nullptr;
  /// Of a field of words: the word with that number, empty when there is none; numbers begin at 0.
  std::string_view (*word)(std::int64_t number) = nullptr;
};

struct Field {
  std::string name;
  Type type;
  bool optional = false;
  Getter get = nullptr;
  std::string doc;             // one sentence, for the reference page
  const void* data = nullptr;  // for getters that serve several fields
  /// Of an optional object that stands where its type says: the object, or null when it is absent. Quicker
  /// than `get`, which gives the same.
  const void* (*part)(const void* object) = nullptr;
  Scalar scalar;  // gives the same as `get`, too, where there is one
};

struct ObjectType {
  std::string name;                              // "Paragraph"
  std::uint32_t stride = 0;                      // bytes from one element of a list to the next
  Span (*origin)(const void* object) = nullptr;  // where an element stands; null when nowhere
  std::string doc;
  std::vector<Field> fields;
};

/// The declarations that expressions are checked against: the model's object types and the vocabulary's
/// tables.
class Schema {
 public:
  /// Returns the index by which types and values refer to it.
  std::uint16_t add(ObjectType type) {
    types_.push_back(std::move(type));
    return static_cast<std::uint16_t>(types_.size() - 1);
  }
  [[nodiscard]] const ObjectType& type(std::uint16_t index) const { return types_[index]; }
  [[nodiscard]] ObjectType& type(std::uint16_t index) { return types_[index]; }
  [[nodiscard]] std::size_t size() const { return types_.size(); }

 private:
  std::deque<ObjectType> types_;
};

/// The i-th item of a list in any of its forms.
[[nodiscard]] Value item(const Value& list, std::uint32_t index, Context& context);
/// Where a value stands in the source; absent when nowhere.
[[nodiscard]] Span origin_of(const Value& value, const Context& context);
/// A span as a string with line breaks and runs of blanks folded to one blank and no blanks at its ends. A
/// view into the source where nothing needs folding, otherwise a copy in the arena.
[[nodiscard]] std::string_view folded(Span span, Context& context);

}  // namespace cablelint::expression
