#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cablelint/audit/line_file.hpp>
#include <cablelint/version.hpp>
#include <csignal>
#include <exception>
#include <string>

#include "cli/commands.hpp"
#include "cli/config_file.hpp"
#include "cli/help.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "cli/version_text.hpp"

namespace cablelint::cli {
namespace {

int show(const std::string& text) {
  Output output;
  output.stream() << text;
  output.finish();
  return kClean;
}

int refuse(const CLI::App& app, const std::string& text) {
  complain(text);
  complain(fmt::format("`{} --help` shows how to use it", command_name(app)));
  return kTrouble;
}

int run_command_line(int argc, char** argv) {
  CLI::App app("Checks the classification, declassification and redaction markings of cables.", "cablelint");
  app.formatter(make_help_formatter());
  app.require_subcommand(1);
  app.set_version_flag("-V,--version", fmt::format("cablelint {}", kVersion), "Show the version");
  bool as_json = false;
  // Its variable is set too late for the version, which ends the reading of the command line.
  const CLI::Option* const json =
      app.add_flag("--json", as_json,
                   "With --version: as JSON, with the hash of the rules and the schemas of what is written");
  app.set_help_flag("-h,--help", "Show this help");
  app.footer(
      "Example: check every cable below a folder\n"
      "  cablelint check cables/\n\n"
      "`cablelint COMMAND --help` shows the options of a command.");
  Run run;
  add_check(app, run);
  add_audit(app, run);
  add_merge(app, run);
  add_compare_runs(app, run);
  add_stream(app, run);
  add_parse(app, run);
  add_marks(app, run);
  add_redactions(app, run);
  add_rules(app, run);
  add_config(app, run);
  add_baseline(app, run);
  add_completions(app, run);
  add_man(app, run);

  try {
    app.parse(command_words(argc, argv));
    if (json->count() > 0) return refuse(app, "--json goes with --version; commands have --output");
    return run();
  } catch (const CLI::CallForHelp&) {
    return show(app.help());
  } catch (const CLI::CallForVersion& version) {
    return show(json->count() > 0 ? version_json() : std::string(version.what()) + '\n');
  } catch (const CLI::ParseError& error) {
    return refuse(app, explain(app, error));
  } catch (const ConfigError& error) {
    complain_about_faults(error.faults(), "nothing was done", "the configuration");
    return kTrouble;
  } catch (const UsageError& error) {
    return refuse(app, error.what());
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
