#include <cablelint/pack_schema.hpp>

#include <cablelint/layout_schema.hpp>

namespace cablelint {
namespace {

/// A rule that extends another needs only what it cannot take over, one about two texts no message.
std::string required_of_rule() {
  return required_keys(rule_keys(), [](std::string_view key) { return !is_taken_over(key); }) +
         ",\n      \"anyOf\": [{\"required\": [\"extends\"]}, {\"required\": " +
         required_keys(rule_keys(), is_taken_over) +
         "}, {\"required\": [\"fault\", \"level\", \"summary\"]}]";
}

}  // namespace

std::string pack_schema() {
  return R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "A rule pack or a vocabulary table of cablelint",
  "anyOf": [
    {"type": "array", "items": {"$ref": "#/definitions/rule"}},
    {"$ref": "#/definitions/pack"},
    {"$ref": "#/definitions/table"}
  ],
  "definitions": {
)" + schema_definition("rule", rule_keys(), required_of_rule()) +
         ",\n" + schema_definition("pack", pack_keys()) + ",\n" +
         schema_definition("profile", profile_keys()) + ",\n" + schema_definition("case", case_keys()) +
         ",\n" + schema_definition("level_case", level_case_keys()) + ",\n" +
         schema_definition("table", table_keys()) + ",\n" + schema_definition("column", column_keys()) +
         "\n  }\n}\n";
}

}  // namespace cablelint
