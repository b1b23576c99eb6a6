#pragma once

#include <array>
#include <bit>
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

/// What a value is, beside its content.
struct ValueForm {
  std::uint32_t size = 0;  // bytes of a string, items of a list, nanoseconds of a time
  Kind kind = Kind::null;
  Items items = Items::values;
  std::uint16_t object_type = 0;

  static constexpr ValueForm of(Kind kind, std::uint32_t size = 0, Items items = Items::values,
                                std::uint16_t object_type = 0) {
    if constexpr (std::endian::native != std::endian::little) return {size, kind, items, object_type};
    return std::bit_cast<ValueForm>(std::uint64_t{size} | std::uint64_t(kind) << 32U |
                                    std::uint64_t(items) << 40U | std::uint64_t{object_type} << 48U);
  }
};

/// Any value of the language. Copies freely: strings, lists, maps and objects are views whose owners (source,
/// cable, arena, vocabulary) outlive the evaluation. `origin` is where in the source the value was read, if
/// it was.
///
/// Most values are copied as soon as they are made, and a processor hands on what was just stored only to a
/// load that lies within one store. So they are made and copied as three numbers of eight bytes, whatever
/// their parts.
struct Value : ValueForm {
  union {
    std::int64_t integer;
    bool boolean;
    std::uint64_t unsigned_integer;
    double real;
    const char* text;
    const void* pointer;
    const Map* map;
  };
  Span origin;

  Value() : integer(0) {}
  Value(const Value& other) noexcept : ValueForm(other), integer(other.integer), origin(other.origin) {}
  Value& operator=(const Value& other) noexcept {
    static_cast<ValueForm&>(*this) = other;
    integer = other.integer;
    origin = other.origin;
    return *this;
  }

  static Value of_bool(bool value) {
    struct Whole {
      bool value;
      std::array<char, 7> rest{};
    };
    return {ValueForm::of(Kind::boolean), std::bit_cast<std::int64_t>(Whole{value})};
  }
  static Value of_int(std::int64_t value) { return {ValueForm::of(Kind::integer), value}; }
  static Value of_uint(std::uint64_t value) {
    return {ValueForm::of(Kind::unsigned_integer), static_cast<std::int64_t>(value)};
  }
  static Value of_double(double value) {
    return {ValueForm::of(Kind::real), std::bit_cast<std::int64_t>(value)};
  }
  /// `nanoseconds`: 0 to 999999999.
  static Value of_timestamp(std::int64_t seconds, std::uint32_t nanoseconds) {
    return {ValueForm::of(Kind::timestamp, nanoseconds), seconds};
  }
  /// `nanoseconds` has the sign of `seconds`.
  static Value of_duration(std::int64_t seconds, std::int32_t nanoseconds) {
    return {ValueForm::of(Kind::duration, static_cast<std::uint32_t>(nanoseconds)), seconds};
  }
  static Value of_period(std::int32_t months, std::int32_t days) {
    return {ValueForm::of(Kind::period),
            static_cast<std::int64_t>(static_cast<std::uint64_t>(static_cast<std::uint32_t>(days)) << 32 |
                                      static_cast<std::uint32_t>(months))};
  }
  static Value of_date(std::int32_t days) { return {ValueForm::of(Kind::date), days}; }
  static Value of_level(Level level) {
    return {ValueForm::of(Kind::level), static_cast<std::int64_t>(level)};
  }
  static Value of_string(std::string_view text, Span origin = {}) {
    return of_text(Kind::string, text, origin);
  }
  static Value of_bytes(std::string_view bytes) { return of_text(Kind::bytes, bytes, {}); }
  /// `name` must live as long as the value.
  static Value of_type(std::string_view name) { return of_text(Kind::type, name, {}); }
  static Value of_map(const Map* map, Span origin = {}) { return {ValueForm::of(Kind::map), map, origin}; }
  /// `message` must live as long as the value: a literal, or a copy in the arena.
  static Value of_error(std::string_view message) { return of_text(Kind::error, message, {}); }
  static Value of_object(const void* object, std::uint16_t type, Span origin) {
    return {ValueForm::of(Kind::object, 0, Items::values, type), object, origin};
  }
  static Value of_list(const void* items, std::uint32_t count, Items form, std::uint16_t object_type,
                       Span origin) {
    return {ValueForm::of(Kind::list, count, form, object_type), items, origin};
  }

  [[nodiscard]] bool is_error() const { return kind == Kind::error; }
  [[nodiscard]] std::string_view string() const { return {text, size}; }
  [[nodiscard]] Value at(Span where) const {
    Value v = *this;
    v.origin = where;
    return v;
  }

 private:
  Value(ValueForm form, std::int64_t content) : ValueForm(form), integer(content) {}
  Value(ValueForm form, const char* content, Span where) : ValueForm(form), text(content), origin(where) {}
  Value(ValueForm form, const void* content, Span where) : ValueForm(form), pointer(content), origin(where) {}
  Value(ValueForm form, const Map* content, Span where) : ValueForm(form), map(content), origin(where) {}

  static Value of_text(Kind kind, std::string_view text, Span origin) {
    return {ValueForm::of(kind, static_cast<std::uint32_t>(text.size())), text.data(), origin};
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
