
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/manual.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {

void add_man(Command& program) {
  Command& command = program.add_command("man", "Write the manual page of this program");
  command.footer =
      "Example: read it\n"
      "  cablelint man | man -l -";
  command.run = [&program] {
    Output output;
    output.stream() << manual(program);
    output.finish();
    return static_cast<int>(kClean);
  };
}

}  // namespace cablelint::cli
