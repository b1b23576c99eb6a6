#include <CLI/App.hpp>
#include <cablelint/pack_schema.hpp>

#include "cli/commands.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {

void add_rules_schema(CLI::App& rules, Run& run) {
  CLI::App* const command = rules.add_subcommand(
      "schema", "Show the JSON Schema of rule packs, with which editors help to write them");
  command->footer(
      "Example: an editor with a YAML language server reads it from the first line of a pack\n"
      "  cablelint rules schema > pack.schema.json\n"
      "  # yaml-language-server: $schema=pack.schema.json");
  command->callback([&run] {
    run = [] {
      Output output;
      output.stream() << pack_schema();
      output.finish();
      return static_cast<int>(kClean);
    };
  });
}

}  // namespace cablelint::cli
