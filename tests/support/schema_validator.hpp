#pragma once

#include <cablelint/yaml/document.hpp>
#include <nlohmann/json.hpp>
#include <string>

namespace cablelint::tests {

/// As much of JSON Schema as ours uses, over YAML.
class SchemaValidator {
 public:
  explicit SchemaValidator(const std::string& schema) : schema_(nlohmann::ordered_json::parse(schema)) {}

  /// Empty when the file is valid, otherwise what is wrong.
  [[nodiscard]] std::string check(const std::string& name, const std::string& text) const;

 private:
  using Json = nlohmann::ordered_json;
  [[nodiscard]] std::string check(const Json& schema, yaml::Node node, const std::string& path) const;
  [[nodiscard]] std::string check_map(const Json& schema, yaml::Node node, const std::string& path) const;
  static bool has_type(const Json& type, yaml::Node node);

  Json schema_;
};

}  // namespace cablelint::tests
