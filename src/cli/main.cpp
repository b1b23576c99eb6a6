#include <fmt/format.h>

#include <cablelint/audit/line_file.hpp>
#include <cablelint/version.hpp>
#include <csignal>
#include <exception>
#include <string>

#include "cli/command.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/config_file.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/version_text.hpp"

namespace cablelint::cli {
namespace {

int show(const std::string& text) {
  Output output;
  output.stream() << text;
  output.finish();
  return kClean;
}

int refuse(const Command& command, const std::string& text) {
  complain(text);
  complain(fmt::format("`{} --help` shows how to use it", command.name));
  return kTrouble;
}

void add_commands(Command& program) {
  add_check(program);
  add_audit(program);
  add_merge(program);
  add_compare_runs(program);
  add_stream(program);
  add_parse(program);
  add_marks(program);
  add_redactions(program);
  add_rules(program);
  add_config(program);
  add_baseline(program);
  add_completions(program);
  add_man(program);
}

int run_command_line(int argc, char** argv) {
  Command program("cablelint",
                  "Checks the classification, declassification and redaction markings of cables.");
  program.add_version();
  bool as_json = false;
  // Its variable is set too late for the version, which ends the reading of the command line.
  const Parameter& json = program.add_flag(
      "--json", as_json,
      "With --version: as JSON, with the hash of the rules and the schemas of what is written");
  program.add_help();
  program.footer =
      "Example: check every cable below a folder\n"
      "  cablelint check cables/\n\n"
      "`cablelint COMMAND --help` shows the options of a command.";
  add_commands(program);

  const CommandLine line = read_command_line(program, argc, argv);
  const bool json_given = !json.given.empty();
  try {
    switch (line.wish) {
      case Wish::run:
        if (json_given) return refuse(*line.command, "--json goes with --version; commands have --output");
        return line.command->run();
      case Wish::help:
        return show(line.text);
      case Wish::version:
        return show(json_given ? version_json() : fmt::format("cablelint {}\n", kVersion));
      case Wish::nothing:
        break;
    }
    return refuse(*line.command, line.text);
  } catch (const ConfigError& error) {
    complain_about_faults(error.faults(), "nothing was done", "the configuration");
    return kTrouble;
  } catch (const UsageError& error) {
    return refuse(*line.command, error.what());
  }
}

}  // namespace
}  // namespace cablelint::cli

int main(int argc, char** argv) {
  using namespace cablelint::cli;
  // A reader that goes away is noticed where output is written.
  (void)std::signal(SIGPIPE, SIG_IGN);
  guard_standard_descriptors();
  try {
    return run_command_line(argc, argv);
  } catch (const cablelint::audit::RunError& error) {
    complain(error.what());
    return kTrouble;
  } catch (const OutputError& error) {
    complain(error.what());
    return kTrouble;
  } catch (const std::exception& error) {
    complain_about("internal error", error.what());
    return kTrouble;
  }
}
