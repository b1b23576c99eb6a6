
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/config_layout.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {

void add_config_schema(Command& config) {
  Command& command = config.add_command(
      "schema", "Show the JSON Schema of cablelint.yaml, with which editors help to write it");
  command.footer =
      "Example: an editor with a YAML language server reads it from the first line of cablelint.yaml\n"
      "  cablelint config schema > cablelint.schema.json\n"
      "  # yaml-language-server: $schema=cablelint.schema.json";
  command.run = [] {
    Output output;
    output.stream() << config_schema();
    output.finish();
    return static_cast<int>(kClean);
  };
}

}  // namespace cablelint::cli
