#include <boost/test/unit_test.hpp>
#include <cablelint/pack_layout.hpp>
#include <cablelint/pack_schema.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/schema_validator.hpp"
#include "support/up_to_date.hpp"

using cablelint::tests::run_shell;
using cablelint::tests::SchemaValidator;
using cablelint::tests::TemporaryFolder;
using Json = nlohmann::ordered_json;

namespace {

const std::filesystem::path kRules = std::filesystem::path{CABLELINT_SOURCE_DIR} / "rules";

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
  const SchemaValidator validator(cablelint::pack_schema());
  std::size_t files = 0;
  for (const auto& folder : {kRules, std::filesystem::path{CABLELINT_SOURCE_DIR} / "examples/custom-rules"}) {
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
  const SchemaValidator validator(cablelint::pack_schema());
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
