#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <cablelint/cable.hpp>
#include <cablelint/cable_names.hpp>
#include <cablelint/cable_schema.hpp>
#include <cablelint/expression/schema.hpp>

// How members of the model become fields of expressions. Internal to cable_schema*.cpp.
namespace cablelint::fields {

using expression::Context;
using expression::Field;
using expression::Items;
using expression::ObjectType;
using expression::Schema;
using expression::Type;
using expression::Value;

template <typename M> struct MemberOf;
template <typename T, typename C> struct MemberOf<T C::*> {
  using Class = C;
  using Type = T;
};
template <auto kMember> using ClassOf = typename MemberOf<decltype(kMember)>::Class;
template <auto kMember> using TypeOf = typename MemberOf<decltype(kMember)>::Type;

template <typename T> const T& as(const void* object) {
  return *static_cast<const T*>(object);
}

inline const Cable& cable_of(const Context& context) {
  return as<Cable>(context.root);
}

/// A span as a folded string. An absent one is null when the field is optional and otherwise empty.
inline Value text_value(Span span, const Field& field, Context& context) {
  if (!span) return field.optional ? Value{} : Value::of_string({});
  return Value::of_string(expression::folded(span, context), span);
}

/// The value of a plain member; `where` is the place that a finding about it points at.
template <typename T> Value plain_value(const T& value, Span where, const Field& field, Context& context) {
  if constexpr (std::is_same_v<T, Span>) {
    return text_value(value, field, context);
  } else if constexpr (std::is_same_v<T, bool>) {
    return Value::of_bool(value).at(where);
  } else if constexpr (std::is_same_v<T, std::optional<Level>>) {
    return value ? Value::of_level(*value).at(where) : Value{};
  } else if constexpr (std::is_same_v<T, std::optional<Day>>) {
    return value ? Value::of_date(*value).at(where) : Value{};
  } else if constexpr (std::is_enum_v<T>) {
    return Value::of_string(name_of(value), where);
  } else {
    static_assert(std::is_integral_v<T>);
    return Value::of_int(value).at(where);
  }
}

template <typename T> Type plain_type() {
  if constexpr (std::is_same_v<T, bool>) return {Type::Kind::boolean, 0, {}};
  if constexpr (std::is_same_v<T, std::optional<Level>>) return {Type::Kind::level, 0, {}};
  if constexpr (std::is_same_v<T, std::optional<Day>>) return {Type::Kind::date, 0, {}};
  if constexpr (std::is_same_v<T, Span> || std::is_enum_v<T>) return {Type::Kind::string, 0, {}};
  return {Type::Kind::integer, 0, {}};
}

/// The place of a field: the named span where it is printed, otherwise the whole object.
template <auto kPlace> Span place_in(const ClassOf<kPlace>& object) {
  const Span place = object.*kPlace;
  return place ? place : object.at;
}

template <auto kMember, auto kPlace>
Value get_plain(const void* object, const Field& field, Context& context) {
  const auto& self = as<ClassOf<kMember>>(object);
  return plain_value(self.*kMember, place_in<kPlace>(self), field, context);
}

template <auto kMember, auto kPlace, std::int64_t kAbsent>
Value get_number(const void* object, const Field&, Context&) {
  const auto& self = as<ClassOf<kMember>>(object);
  return self.*kMember == kAbsent ? Value{} : Value::of_int(self.*kMember).at(place_in<kPlace>(self));
}

/// A member `std::optional<Struct>` as an object.
template <auto kMember> Value get_object(const void* object, const Field& field, Context&) {
  const auto& member = as<ClassOf<kMember>>(object).*kMember;
  return member ? Value::of_object(&*member, field.type.object_type, member->at) : Value{};
}

using expression::Scalar;

template <auto kMember> std::int64_t get_scalar(const void* object, const Context&) {
  const auto& value = as<ClassOf<kMember>>(object).*kMember;
  using T = TypeOf<kMember>;
  if constexpr (std::is_same_v<T, std::optional<Level>> || std::is_same_v<T, std::optional<Day>>) {
    return value ? static_cast<std::int64_t>(*value) : Scalar::kAbsent;
  } else {
    return static_cast<std::int64_t>(value);
  }
}

template <auto kMember, std::int64_t kAbsent>
std::int64_t get_scalar_number(const void* object, const Context&) {
  const std::int64_t value = as<ClassOf<kMember>>(object).*kMember;
  return value == kAbsent ? Scalar::kAbsent : value;
}

template <typename T> std::string_view word_of(std::int64_t number) {
  return name_of(static_cast<T>(number));
}

/// How a plain member is read as a number.
template <auto kMember> Scalar scalar_of() {
  using T = TypeOf<kMember>;
  if constexpr (std::is_same_v<T, Span>) {
    return {};
  } else if constexpr (std::is_enum_v<T>) {
    return {get_scalar<kMember>, word_of<T>};
  } else {
    return {get_scalar<kMember>};
  }
}

template <auto kMember> const void* part_of(const void* object) {
  const auto& member = as<ClassOf<kMember>>(object).*kMember;
  return member ? &*member : nullptr;
}

/// The same object seen as a part of itself (a heading's relay line), present while its span is.
template <auto kPlace> Value get_part(const void* object, const Field& field, Context&) {
  const Span place = as<ClassOf<kPlace>>(object).*kPlace;
  return place ? Value::of_object(object, field.type.object_type, place) : Value{};
}

inline Span place_of(Span item) {
  return item;
}
template <typename T> Span place_of(const T& item) {
  return item.at;
}

/// Items in a row, or the place `otherwise` when there are none.
template <typename T>
Value list_value(const T* items, std::size_t count, Items form, std::uint16_t type, Span otherwise) {
  const Span place = count == 0 ? otherwise : cover(place_of(items[0]), place_of(items[count - 1]));
  return Value::of_list(items, static_cast<std::uint32_t>(count), form, type, place);
}

/// A member `std::vector<Struct>` of the cable as a list of objects.
template <auto kMember> Value get_objects(const void* object, const Field& field, Context&) {
  const auto& items = as<Cable>(object).*kMember;
  return list_value(items.data(), items.size(), Items::objects, field.type.arguments[0].object_type, {});
}

/// A member `std::vector<Caption>` of the cable as a list of strings.
template <auto kMember> Value get_captions(const void* object, const Field&, Context&) {
  const std::vector<Caption>& items = as<Cable>(object).*kMember;
  return list_value(items.data(), items.size(), Items::captions, 0, {});
}

/// A member `Range` as the items of one of the cable's pools.
template <auto kMember, auto kPool, Items kForm>
Value get_range(const void* object, const Field& field, Context& context) {
  const auto& self = as<ClassOf<kMember>>(object);
  const Range range = self.*kMember;
  const auto& pool = cable_of(context).*kPool;
  return list_value(pool.data() + range.begin, range.count, kForm, field.type.arguments[0].object_type,
                    self.at);
}

/// Collects the fields of one object type.
template <typename T> class Declaration {
 public:
  Declaration(std::string name, std::string doc) {
    type_.name = std::move(name);
    type_.doc = std::move(doc);
    type_.stride = sizeof(T);
    type_.origin = [](const void* object) { return as<T>(object).at; };
  }

  /// For parts that are views of a whole object: where the part stands.
  Declaration& origin(Span (*place)(const void*)) {
    type_.origin = place;
    return *this;
  }

  /// A member that is always there; a missing text reads as "".
  template <auto kMember, auto kPlace = &T::at> Declaration& required(std::string name, std::string doc) {
    add(std::move(name), plain_type<TypeOf<kMember>>(), false, get_plain<kMember, kPlace>, std::move(doc));
    return scalar(scalar_of<kMember>());
  }

  /// A text, level or day that may be absent.
  template <auto kMember, auto kPlace = &T::at> Declaration& optional(std::string name, std::string doc) {
    add(std::move(name), plain_type<TypeOf<kMember>>(), true, get_plain<kMember, kPlace>, std::move(doc));
    return scalar(scalar_of<kMember>());
  }

  /// A number that is absent while it has the value `kAbsent`.
  template <auto kMember, auto kPlace = &T::at, std::int64_t kAbsent = 0>
  Declaration& optional_number(std::string name, std::string doc) {
    add(std::move(name), plain_type<int>(), true, get_number<kMember, kPlace, kAbsent>, std::move(doc));
    return scalar({get_scalar_number<kMember, kAbsent>});
  }

  template <auto kMember> Declaration& object(std::string name, std::uint16_t type, std::string doc) {
    add(std::move(name), expression::object(type), true, get_object<kMember>, std::move(doc));
    type_.fields.back().part = part_of<kMember>;
    return *this;
  }

  template <auto kPlace> Declaration& part(std::string name, std::uint16_t type, std::string doc) {
    return add(std::move(name), expression::object(type), true, get_part<kPlace>, std::move(doc));
  }

  template <auto kMember> Declaration& objects(std::string name, std::uint16_t type, std::string doc) {
    return add(std::move(name), list_of(expression::object(type)), false, get_objects<kMember>,
               std::move(doc));
  }

  template <auto kMember> Declaration& captions(std::string name, std::string doc) {
    return add(std::move(name), list_of(plain_type<Span>()), false, get_captions<kMember>, std::move(doc));
  }

  template <auto kMember> Declaration& spans(std::string name, std::string doc) {
    return add(std::move(name), list_of(plain_type<Span>()), false,
               get_range<kMember, &Cable::spans, Items::spans>, std::move(doc));
  }

  template <auto kMember> Declaration& short_texts(std::string name, std::string doc) {
    return add(std::move(name), list_of(plain_type<Span>()), false,
               get_range<kMember, &Cable::short_texts, Items::short_texts>, std::move(doc));
  }

  template <auto kMember> Declaration& addressees(std::string name, std::uint16_t type, std::string doc) {
    return add(std::move(name), list_of(expression::object(type)), false,
               get_range<kMember, &Cable::addressees, Items::objects>, std::move(doc));
  }

  /// A field with a getter of its own.
  Declaration& computed(std::string name, Type::Kind kind, bool optional, expression::Getter get,
                        std::string doc) {
    return add(std::move(name), Type{kind, 0, {}}, optional, get, std::move(doc));
  }

  /// How the last field is read as a number.
  Declaration& scalar(Scalar scalar) {
    type_.fields.back().scalar = scalar;
    return *this;
  }

  std::uint16_t into(Schema& schema) { return schema.add(std::move(type_)); }

 private:
  Declaration& add(std::string name, Type type, bool optional, expression::Getter get, std::string doc) {
    type_.fields.push_back({std::move(name), std::move(type), optional, get, std::move(doc)});
    return *this;
  }

  ObjectType type_;
};

}  // namespace cablelint::fields

namespace cablelint {

// Each declares its part; a type comes before the types that mention it.
void add_heading_types(expression::Schema& schema, CableTypes& types);
void add_marking_types(expression::Schema& schema, CableTypes& types);
void add_body_types(expression::Schema& schema, CableTypes& types);
void add_redaction_types(expression::Schema& schema, CableTypes& types);
/// The getter of `cable.release`: the cable itself, seen by its stamps; absent when it has none.
expression::Value release_of(const void* object, const expression::Field& field,
                             expression::Context& context);

}  // namespace cablelint
