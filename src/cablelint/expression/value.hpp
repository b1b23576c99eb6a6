#pragma once

#include <cablelint/arena.hpp>
#include <cablelint/level.hpp>
#include <cablelint/span.hpp>
#include <cstdint>
#include <string_view>

namespace cablelint::expression {

class Schema;
class Known;
struct Context;
class Map;
struct Value;

enum class Kind : std::uint8_t {
  error,  // text: what went wrong
  null,
  boolean,
  integer,
  unsigned_integer,
  real,
  string,
  bytes,
  list,
  map,
  type,       // text: the type's name
  timestamp,  // integer: seconds since 1970, size: nanoseconds
  duration,   // integer: seconds, size: nanoseconds (both of the duration's sign)
  date,       // integer: days since 1970-01-01
  period,     // integer: low half months, high half days
  level,      // integer: rank of cablelint::Level
  object,     // pointer: an element of the model or a row of a vocabulary table; object_type says which
};

/// How the items of a list are stored.
enum class Items : std::uint8_t {
  values,       // `const Value*`
  objects,      // elements of `object_type`, its stride apart
  spans,        // `const Span*`: strings of the source, folded when read
  short_texts,  // `const ShortText*`
  captions,     // `const Caption*`: their texts as strings of the source, folded when read
};

/// Any value of the language. Copies freely: strings, lists, maps and objects are views whose owners (source,
/// cable, arena, vocabulary) outlive the evaluation. `origin` is where in the source the value was read, if
/// it was.
struct Value {
  union {
    bool boolean;
    std::int64_t integer;
    std::uint64_t unsigned_integer;
    double real;
    const char* text;
    const void* pointer;
    const Map* map;
  };
  std::uint32_t size = 0;  // bytes of a string, items of a list, nanoseconds of a time
  Span origin;
  Kind kind = Kind::null;
  Items items = Items::values;
  std::uint16_t object_type = 0;

  Value() : integer(0) {}

  static Value of_bool(bool value) { return with(Kind::boolean, value ? 1 : 0); }
  static Value of_int(std::int64_t value) { return with(Kind::integer, value); }
  static Value of_uint(std::uint64_t value) {
    Value v;
    v.kind = Kind::unsigned_integer;
    v.unsigned_integer = value;
    return v;
  }
  static Value of_double(double value) {
    Value v;
    v.kind = Kind::real;
    v.real = value;
    return v;
  }
  /// `nanoseconds`: 0 to 999999999.
  static Value of_timestamp(std::int64_t seconds, std::uint32_t nanoseconds) {
    Value v = with(Kind::timestamp, seconds);
    v.size = nanoseconds;
    return v;
  }
  /// `nanoseconds` has the sign of `seconds`.
  static Value of_duration(std::int64_t seconds, std::int32_t nanoseconds) {
    Value v = with(Kind::duration, seconds);
    v.size = static_cast<std::uint32_t>(nanoseconds);
    return v;
  }
  static Value of_period(std::int32_t months, std::int32_t days) {
    return with(Kind::period,
                static_cast<std::int64_t>(static_cast<std::uint64_t>(static_cast<std::uint32_t>(days)) << 32 |
                                          static_cast<std::uint32_t>(months)));
  }
  static Value of_date(std::int32_t days) { return with(Kind::date, days); }
  static Value of_level(Level level) { return with(Kind::level, static_cast<std::int64_t>(level)); }
  static Value of_string(std::string_view text, Span origin = {}) {
    return of_text(Kind::string, text, origin);
  }
  static Value of_bytes(std::string_view bytes) { return of_text(Kind::bytes, bytes, {}); }
  /// `name` must live as long as the value.
  static Value of_type(std::string_view name) { return of_text(Kind::type, name, {}); }
  static Value of_map(const Map* map, Span origin = {}) {
    Value v;
    v.kind = Kind::map;
    v.map = map;
    v.origin = origin;
    return v;
  }
  /// `message` must live as long as the value: a literal, or a copy in the arena.
  static Value of_error(std::string_view message) { return of_text(Kind::error, message, {}); }
  static Value of_object(const void* object, std::uint16_t type, Span origin) {
    Value v;
    v.kind = Kind::object;
    v.pointer = object;
    v.object_type = type;
    v.origin = origin;
    return v;
  }
  static Value of_list(const void* items, std::uint32_t count, Items form, std::uint16_t object_type,
                       Span origin) {
    Value v;
    v.kind = Kind::list;
    v.pointer = items;
    v.size = count;
    v.items = form;
    v.object_type = object_type;
    v.origin = origin;
    return v;
  }

  [[nodiscard]] bool is_error() const { return kind == Kind::error; }
  [[nodiscard]] std::string_view string() const { return {text, size}; }
  [[nodiscard]] Value at(Span where) const {
    Value v = *this;
    v.origin = where;
    return v;
  }

 private:
  static Value with(Kind kind, std::int64_t integer) {
    Value v;
    v.kind = kind;
    v.integer = integer;
    if (kind == Kind::boolean) v.boolean = integer != 0;
    return v;
  }
  static Value of_text(Kind kind, std::string_view text, Span origin) {
    Value v;
    v.kind = kind;
    v.text = text.data();
    v.size = static_cast<std::uint32_t>(text.size());
    v.origin = origin;
    return v;
  }
};
static_assert(sizeof(Value) == 24);

/// A map value. Vocabulary tables and map literals implement it.
class Map {
 public:
  virtual ~Map() = default;
  [[nodiscard]] virtual std::uint32_t size() const = 0;
  /// False when there is no such key.
  virtual bool find(const Value& key, Context& context, Value& found) const = 0;
  /// The i-th key, in the map's own order.
  [[nodiscard]] virtual Value key(std::uint32_t index) const = 0;
};

/// What an evaluation works in. `variables` are the values of the environment's variables, in their order
/// there.
struct Context {
  Arena& arena;
  std::string_view source;     // bytes of the document; spans point into it
  const void* root = nullptr;  // the cable, for field getters
  const Schema* schema = nullptr;
  Value* variables = nullptr;
  /// How many items macros, searches and comparisons may still visit; at zero the evaluation fails. Counts
  /// down over all evaluations with this context.
  static constexpr std::uint64_t kSteps = 100'000'000;
  std::uint64_t steps = kSteps;
  Known* known = nullptr;  // of the cable; may be null
};

}  // namespace cablelint::expression
