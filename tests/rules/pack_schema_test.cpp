#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/pack_layout.hpp>
#include <cablelint/pack_schema.hpp>
#include <cablelint/yaml/reader.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/up_to_date.hpp"

using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;
using Json = nlohmann::ordered_json;
using cablelint::yaml::Node;

namespace {

const std::filesystem::path kRules = std::filesystem::path{CABLELINT_SOURCE_DIR} / "rules";

/// As much of JSON Schema as ours uses, over YAML.
class Validator {
 public:
  Validator() : schema_(Json::parse(cablelint::pack_schema())) {}

  /// Empty when the file is valid, otherwise what is wrong.
  [[nodiscard]] std::string check(const std::string& name, const std::string& text) const {
    std::vector<cablelint::Diagnostic> faults;
    const auto document = cablelint::yaml::read_text(name, text, faults);
    return document ? check(schema_, document->root(), "") : faults.front().message;
  }

 private:
  [[nodiscard]] std::string check(const Json& schema, Node node, const std::string& path) const {
    if (schema.contains("$ref"))
      return check(schema_["definitions"][schema["$ref"].get<std::string>().substr(14)], node, path);
    if (schema.contains("type") && !has_type(schema["type"], node)) return path + ": wrong type";
    const std::string text = node.is_scalar() ? std::string(node.text()) : std::string();
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), text) == schema["enum"].end())
      return path + ": no such word";
    if (schema.contains("pattern") &&
        !std::regex_match(text, std::regex(schema["pattern"].get<std::string>())))
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

  [[nodiscard]] std::string check_map(const Json& schema, Node node, const std::string& path) const {
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

  static bool has_type(const Json& type, Node node) {
    if (type.is_array())
      return std::any_of(type.begin(), type.end(), [&](const Json& each) { return has_type(each, node); });
    if (type == "object") return node.is_map();
    if (type == "array") return node.is_sequence();
    if (type == "null") return node.is_null();
    if (type == "boolean") return node.text() == "true" || node.text() == "false";
    return node.is_scalar() && !node.text().empty();
  }

  Json schema_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(pack_schema_test)

BOOST_AUTO_TEST_CASE(properties_are_the_keys_of_the_loader) {
  const Json schema = Json::parse(cablelint::pack_schema());
  const auto same = [&](const char* name, std::span<const cablelint::PackKey> keys) {
    BOOST_TEST_CONTEXT(name) {
      const Json& properties = schema["definitions"][name]["properties"];
      BOOST_TEST(properties.size() == keys.size());
      for (const cablelint::PackKey& key : keys) BOOST_TEST(properties.contains(std::string(key.name)));
    }
  };
  same("rule", cablelint::rule_keys());
  same("pack", cablelint::pack_keys());
  same("case", cablelint::case_keys());
  same("level_case", cablelint::level_case_keys());
  same("table", cablelint::table_keys());
  same("column", cablelint::column_keys());
}

BOOST_AUTO_TEST_CASE(every_pack_of_the_repository_is_valid) {
  const Validator validator;
  std::size_t files = 0;
  for (const auto& folder : {kRules, std::filesystem::path{CABLELINT_SOURCE_DIR} / "examples"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.path().extension() != ".yaml") continue;
      ++files;
      BOOST_TEST_INFO(entry.path());
      BOOST_TEST(validator.check(entry.path().string(), cablelint::tests::read_file(entry.path())) == "");
    }
  }
  BOOST_TEST(files > 10U);
}

BOOST_AUTO_TEST_CASE(faults_are_refused) {
  const Validator validator;
  const std::string rule = "id: ACME001\n  name: a-rule\n  level: note\n  summary: s\n  message: m\n";
  const std::pair<std::string, std::string> kRows[] = {
      {"- " + rule, ""},
      {"- " + rule + "  mesage: m\n", "[]: unknown key mesage"},
      {"- id: ACME001\n", "[]: no name"},
      {"- id: ACME001\n  name: a-rule\n", "[]: no extends"},
      {"- id: ACME001\n  name: a-rule\n  extends: CLS001\n", ""},
      {"- " + rule + "  since: yesterday\n", "[]/since: wrong form"},
      {"- " + rule + "  flags: [{txt: a}]\n", "[]/flags[]: no text"},
      {"table: bells\ncolumns: {size: number}\n", "/columns/size: no such word"},
      {"rules:\n- id: acme\n", "/rules[]: no name"},
  };
  for (const auto& [text, trouble] : kRows) {
    BOOST_TEST_INFO(text);
    BOOST_TEST(validator.check("pack.yaml", text) == trouble);
  }
}

BOOST_AUTO_TEST_CASE(the_file_for_editors_is_up_to_date) {
  const TemporaryFolder folder;
  cablelint::tests::expect_up_to_date(kRules / "pack.schema.json",
                                      run_shell(folder, "cablelint rules schema").out);
}

BOOST_AUTO_TEST_SUITE_END()
