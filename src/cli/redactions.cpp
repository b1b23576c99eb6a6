
#include "cli/command.hpp"
#include "cli/commands.hpp"

namespace cablelint::cli {

void add_redactions(Command& program) {
  Command& redactions = program.add_command(
      "redactions", "List the cuts and release stamps of released cables, verify and compare releases");
  add_redactions_list(redactions);
  add_redactions_verify(redactions);
  add_redactions_compare(redactions);
  redactions.footer =
      "Example: what was cut from a cable, and under which exemptions\n"
      "  cablelint redactions list cable.txt";
}

}  // namespace cablelint::cli
