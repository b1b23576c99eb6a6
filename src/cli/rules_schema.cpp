#include <cablelint/pack_schema.hpp>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {

void add_rules_schema(Command& rules) {
  Command& command = rules.add_command(
      "schema", "Show the JSON Schema of rule packs, with which editors help to write them");
  command.footer =
      "Example: an editor with a YAML language server reads it from the first line of a pack\n"
      "  cablelint rules schema > pack.schema.json\n"
      "  # yaml-language-server: $schema=pack.schema.json";
  command.run = [] {
    Output output;
    output.stream() << pack_schema();
    output.finish();
    return static_cast<int>(kClean);
  };
}

}  // namespace cablelint::cli
