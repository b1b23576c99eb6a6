
#include "cli/command.hpp"
#include "cli/commands.hpp"

namespace cablelint::cli {

void add_config(Command& program) {
  Command& config = program.add_command("config", "Show and begin the configuration, cablelint.yaml");
  add_config_show(config);
  add_config_init(config);
  add_config_schema(config);
  config.footer =
      "An option of `cablelint check` may be given in four ways, of which the first counts most:\n"
      "  --fail-on warning              on the command line\n"
      "  CABLELINT_FAIL_ON=warning      in the environment; lists with commas, flags as true or false\n"
      "  fail_on: warning               in cablelint.yaml\n"
      "  not at all                     the default\n\n"
      "cablelint.yaml is read from the working directory or the nearest folder above it, up to the root of "
      "its repository; --config names another one, --isolated reads none.\n\n"
      "Example: what holds here, and why\n"
      "  cablelint config show";
}

}  // namespace cablelint::cli
