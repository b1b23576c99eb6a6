
#include "cli/command.hpp"
#include "cli/commands.hpp"

namespace cablelint::cli {

void add_rules(Command& program) {
  Command& rules = program.add_command("rules", "List, explain and test rules, and try expressions");
  add_rules_list(rules);
  add_rules_explain(rules);
  add_rules_new(rules);
  add_rules_test(rules);
  add_rules_eval(rules);
  add_rules_reference(rules);
  add_rules_schema(rules);
  add_rules_docs(rules);
  rules.footer =
      "Example: test a pack of your own\n"
      "  cablelint rules test my-rules.yaml";
}

}  // namespace cablelint::cli
