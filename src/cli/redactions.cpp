#include <CLI/App.hpp>

#include "cli/commands.hpp"

namespace cablelint::cli {

void add_redactions(CLI::App& app, Run& run) {
  CLI::App* const redactions = app.add_subcommand(
      "redactions", "List the cuts and release stamps of released cables, and verify releases");
  redactions->require_subcommand(1);
  add_redactions_list(*redactions, run);
  add_redactions_verify(*redactions, run);
  redactions->footer(
      "Example: what was cut from a cable, and under which exemptions\n"
      "  cablelint redactions list cable.txt");
}

}  // namespace cablelint::cli
