#include "support/schema_validator.hpp"

#include <algorithm>
#include <cablelint/yaml/reader.hpp>
#include <regex>
#include <vector>

namespace cablelint::tests {

using yaml::Node;

std::string SchemaValidator::check(const std::string& name, const std::string& text) const {
  std::vector<cablelint::Diagnostic> faults;
  const auto document = cablelint::yaml::read_text(name, text, faults);
  return document ? check(schema_, document->root(), "") : faults.front().message;
}

std::string SchemaValidator::check(const Json& schema, Node node, const std::string& path) const {
  if (schema.contains("$ref"))
    return check(schema_["definitions"][schema["$ref"].get<std::string>().substr(14)], node, path);
  if (schema.contains("type") && !has_type(schema["type"], node)) return path + ": wrong type";
  const std::string text = node.is_scalar() ? std::string(node.text()) : std::string();
  if (schema.contains("enum") &&
      std::find(schema["enum"].begin(), schema["enum"].end(), text) == schema["enum"].end())
    return path + ": no such word";
  if (schema.contains("pattern") && !std::regex_match(text, std::regex(schema["pattern"].get<std::string>())))
    return path + ": wrong form";
  if (node.is_sequence() && schema.contains("items")) {
    for (const Node item : node.items()) {
      if (const std::string trouble = check(schema["items"], item, path + "[]"); !trouble.empty())
        return trouble;
    }
  }
  if (node.is_map()) {
    if (const std::string trouble = check_map(schema, node, path); !trouble.empty()) return trouble;
  }
  if (schema.contains("anyOf")) {
    // What is nearest to valid says most: of the right type, and wrong deep inside.
    const std::string far = path + ": wrong type";
    std::string nearest = far;
    bool any = false;
    for (const Json& each : schema["anyOf"]) {
      const std::string trouble = check(each, node, path);
      any = any || trouble.empty();
      if (trouble != far && (nearest == far || trouble.size() > nearest.size())) nearest = trouble;
    }
    return any ? std::string() : nearest;
  }
  return {};
}

std::string SchemaValidator::check_map(const Json& schema, Node node, const std::string& path) const {
  for (const Json& required : schema.value("required", Json::array())) {
    if (!cablelint::yaml::Lookup(node, required.get<std::string>()))
      return path + ": no " + required.get<std::string>();
  }
  const Json properties = schema.value("properties", Json::object());
  const Json others = schema.value("additionalProperties", Json(true));
  for (const cablelint::yaml::Entry entry : node.entries()) {
    const std::string key(entry.key.text());
    const bool known = properties.contains(key);
    if (!known && others == false) return path + ": unknown key " + key;
    if (!known && !others.is_object()) continue;
    const std::string trouble = check(known ? properties[key] : others, entry.value, path + "/" + key);
    if (!trouble.empty()) return trouble;
  }
  return {};
}

bool SchemaValidator::has_type(const Json& type, Node node) {
  if (type.is_array())
    return std::any_of(type.begin(), type.end(), [&](const Json& each) { return has_type(each, node); });
  if (type == "object") return node.is_map();
  if (type == "array") return node.is_sequence();
  if (type == "null") return node.is_null();
  if (type == "boolean") return node.text() == "true" || node.text() == "false";
  return node.is_scalar() && !node.text().empty();
}

}  // namespace cablelint::tests
