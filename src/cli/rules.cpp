#include <CLI/App.hpp>

#include "cli/commands.hpp"

namespace cablelint::cli {

void add_rules(CLI::App& app, Run& run) {
  CLI::App* const rules = app.add_subcommand("rules", "List, explain and test rules, and try expressions");
  rules->require_subcommand(1);
  add_rules_list(*rules, run);
  add_rules_explain(*rules, run);
  add_rules_new(*rules, run);
  add_rules_test(*rules, run);
  add_rules_eval(*rules, run);
  add_rules_reference(*rules, run);
  add_rules_schema(*rules, run);
  add_rules_docs(*rules, run);
  rules->footer(
      "Example: test a pack of your own\n"
      "  cablelint rules test my-rules.yaml");
}

}  // namespace cablelint::cli
