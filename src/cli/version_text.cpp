#include "cli/version_text.hpp"

#include <array>
#include <cablelint/rule_set.hpp>
#include <cablelint/version.hpp>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "cli/messages.hpp"
#include "cli/rule_choice.hpp"
#include "reports/json_finding.hpp"

namespace cablelint::cli {
namespace {

constexpr std::array<std::string_view, 10> kSchemas = {
    "cablelint.baseline/1", "cablelint.cable/1",    "cablelint.comparison/1", "cablelint.error/1",
    "cablelint.finding/1",  "cablelint.findings/1", "cablelint.rules/1",      "cablelint.run/1",
    "cablelint.stream/1",   "cablelint.summary/1",
};

}  // namespace

std::string version_json() {
  const RuleSet* const rules = load_rules({}, "there is nothing to tell");
  if (rules == nullptr) throw std::runtime_error("the shipped rules have faults");
  std::string text;
  reports::append_json_member(text, "{", "program", "cablelint");
  reports::append_json_member(text, ",", "version", kVersion);
  reports::append_json_member(text, ",", "rules_hash", RuleChoice().rules_hash(*rules));
  text += ",\"schemas\":[";
  for (const std::string_view schema : kSchemas) {
    if (schema != kSchemas.front()) text += ',';
    text.append("\"").append(schema).append("\"");
  }
  return text + "]}\n";
}

}  // namespace cablelint::cli
