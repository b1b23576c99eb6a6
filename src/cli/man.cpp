#include <CLI/App.hpp>

#include "cli/commands.hpp"
#include "cli/manual.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {

void add_man(CLI::App& app, Run& run) {
  CLI::App* const command = app.add_subcommand("man", "Write the manual page of this program");
  command->footer(
      "Example: read it\n"
      "  cablelint man | man -l -");
  command->callback([&app, &run] {
    run = [&app] {
      Output output;
      output.stream() << manual(describe(app));
      output.finish();
      return static_cast<int>(kClean);
    };
  });
}

}  // namespace cablelint::cli
