#include <fmt/format.h>

#include <cablelint/calendar.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/expression/time_text.hpp>

namespace cablelint::expression {
namespace {

constexpr std::uint32_t kMostShown = 20;     // items of a list or map
constexpr std::size_t kMostText = 1U << 14;  // bytes after which a list or map takes no further item
constexpr int kMostNested = 20;

std::string quoted(std::string_view text, char quote) {
  std::string out{quote};
  for (const char c : text) {
    if (c == quote || c == '\\') out += '\\';
    out += c;
  }
  return out + quote;
}

std::string period_text(const Value& period) {
  const auto months = static_cast<std::int32_t>(period.integer & 0xFFFFFFFF);
  const auto days = static_cast<std::int32_t>(period.integer >> 32);
  std::string text;
  const auto part = [&](std::int32_t count, std::string_view unit) {
    if (!text.empty()) text += ' ';
    text += fmt::format("{} {}{}", count, unit, count == 1 || count == -1 ? "" : "s");
  };
  if (months / 12 != 0) part(months / 12, "year");
  if (months % 12 != 0) part(months % 12, "month");
  if (days != 0 || text.empty()) part(days, "day");
  return text;
}

// `depth`: how many lists and maps the value stands in.
std::string text_of(const Value& value, Context& context, int depth);

std::string list_text(const Value& list, Context& context, int depth) {
  if (depth > kMostNested) return "[...]";
  std::string text = "[";
  for (std::uint32_t i = 0; i < list.size; ++i) {
    if (i > 0) text += ", ";
    if (i == kMostShown || text.size() > kMostText) {
      text += "...";
      break;
    }
    text += text_of(item(list, i, context), context, depth + 1);
  }
  return text + "]";
}

std::string map_text(const Map& map, Context& context, int depth) {
  if (depth > kMostNested) return "{...}";
  std::string text = "{";
  for (std::uint32_t i = 0; i < map.size(); ++i) {
    if (i > 0) text += ", ";
    if (i == kMostShown || text.size() > kMostText) {
      text += "...";
      break;
    }
    const Value key = map.key(i);
    Value value;
    map.find(key, context, value);
    text += text_of(key, context, depth + 1) + ": " + text_of(value, context, depth + 1);
  }
  return text + "}";
}

std::string object_text(const Value& object, Context& context) {
  if (context.schema == nullptr) return "object";
  const Span origin = origin_of(object, context);
  return origin ? std::string{folded(origin, context)} : context.schema->type(object.object_type).name;
}

std::string text_of(const Value& value, Context& context, int depth) {
  switch (value.kind) {
    case Kind::error:
      return std::string{value.string()};
    case Kind::null:
      return "null";
    case Kind::boolean:
      return value.boolean ? "true" : "false";
    case Kind::integer:
      return fmt::format("{}", value.integer);
    case Kind::unsigned_integer:
      return fmt::format("{}", value.unsigned_integer);
    case Kind::real:
      return fmt::format("{}", value.real);
    case Kind::string:
      return depth > 0 ? quoted(value.string(), '"') : std::string{value.string()};
    case Kind::bytes:
      return "b" + quoted(value.string(), '"');
    case Kind::list:
      return list_text(value, context, depth);
    case Kind::map:
      return map_text(*value.map, context, depth);
    case Kind::type:
      return std::string{value.string()};
    case Kind::timestamp:
      return timestamp_text(value);
    case Kind::duration:
      return duration_text(value);
    case Kind::date:
      return iso(static_cast<Day>(value.integer));
    case Kind::period:
      return period_text(value);
    case Kind::level:
      return std::string{portion_form(static_cast<Level>(value.integer))};
    case Kind::object:
      return object_text(value, context);
  }
  return {};
}

}  // namespace

std::string to_text(const Value& value, Context& context) {
  return text_of(value, context, 0);
}

}  // namespace cablelint::expression
