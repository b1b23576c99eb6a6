#include <cablelint/layout_schema.hpp>

#include <array>

#include <cablelint/json_text.hpp>

namespace cablelint {
namespace {

constexpr std::string_view kText = R"("type": "string", "minLength": 1)";

template <typename Words> std::string choice(const Words& words) {
  std::string out = R"("enum": [)";
  for (const std::string_view word : words) {
    if (out.back() != '[') out += ", ";
    append_json_string(out, word);
  }
  return out + ']';
}

/// What a value must be, as the members of a schema without its braces.
std::string constraint(Shape shape, const PackKey* key = nullptr) {
  std::string text{kText};
  switch (shape) {
    case Shape::text:
      return text;
    case Shape::texts:
      return R"("anyOf": [{)" + text + R"(}, {"type": "array", "items": {)" + text + "}}]";
    case Shape::rule_id:
      return R"("type": "string", "pattern": "^[A-Z][A-Z0-9]{1,9}[0-9]{3}$")";
    case Shape::rule_name:
      return R"("type": "string", "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$")";
    case Shape::severity:
      return choice(std::array<std::string_view, 3>{"error", "warning", "note"});
    case Shape::date:
      return R"("type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")";
    case Shape::flag:
      return R"("type": "boolean")";
    case Shape::cases:
      return R"("type": "array", "items": {"anyOf": [{)" + text + R"(}, {"$ref": "#/definitions/case"}]})";
    case Shape::level_cases:
      return R"("type": "array", "items": {"$ref": "#/definitions/level_case"})";
    case Shape::rules:
      return R"("type": "array", "items": {"$ref": "#/definitions/rule"})";
    case Shape::overrides:
      return R"("type": "object", "additionalProperties": {)" +
             choice(std::array<std::string_view, 4>{"error", "warning", "note", "off"}) + "}";
    case Shape::profiles:
      return R"("type": "array", "items": {"$ref": "#/definitions/profile"})";
    case Shape::levels:
      return R"("type": "object", "additionalProperties": {)" + constraint(Shape::severity) + "}";
    case Shape::table_name:
      return R"("type": "string", "pattern": "^[a-z_][a-z0-9_]*$")";
    case Shape::columns:
      return R"("type": "object", "additionalProperties": {"anyOf": [{)" + constraint(Shape::column_type) +
             R"(}, {"$ref": "#/definitions/column"}]})";
    case Shape::column_type:
      return choice(kColumnTypes);
    case Shape::entries:
      return R"("type": "object", "additionalProperties": {"type": ["object", "null"]})";
    case Shape::word:
      return choice(key == nullptr ? std::vector<std::string_view>{} : key->words());
    case Shape::count:
      return R"("type": "integer", "minimum": 1)";
    case Shape::paths:
      return R"("type": "array", "items": {"$ref": "#/definitions/path"})";
  }
  return {};
}

}  // namespace

std::string required_keys(std::span<const PackKey> keys, bool (*wanted)(std::string_view key)) {
  std::string out = "[";
  for (const PackKey& key : keys) {
    if (!key.required || !wanted(key.name)) continue;
    if (out.back() != '[') out += ", ";
    append_json_string(out, key.name);
  }
  return out + ']';
}

std::string schema_definition(std::string_view name, std::span<const PackKey> keys, std::string needed) {
  if (needed.empty()) needed = required_keys(keys, [](std::string_view) { return true; });
  std::string out = "    ";
  append_json_string(out, name);
  out += ": {\n      \"type\": \"object\",\n      \"additionalProperties\": false,\n      \"required\": " +
         needed + ",\n      \"properties\": {\n";
  for (const PackKey& key : keys) {
    out += "        ";
    append_json_string(out, key.name);
    out += R"(: {"description": )";
    append_json_string(out, key.doc);
    out += ", " + constraint(key.shape, &key) + (&key == &keys.back() ? "}\n" : "},\n");
  }
  return out + "      }\n    }";
}

}  // namespace cablelint
