#include "cli/input_options.hpp"

#include <fmt/format.h>

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <thread>

#include "cli/messages.hpp"

namespace cablelint::cli {

namespace {
constexpr unsigned kMostThreads = 1024;
}

void add_input_options(CLI::App& command, InputOptions& options) {
  command
      .add_option("PATH", options.paths,
                  "Files and folders to read, or - for standard input. A folder stands for the *.txt and "
                  "*.cable files "
                  "below it")
      ->option_text("...");
  command.add_option("--stdin-filename", options.standard_input_name, "The name to show for standard input")
      ->type_name("NAME")
      ->option_text("NAME");
  command
      .add_option("-j,--jobs", options.threads, "Threads to use; as many as there are cores when not given")
      ->type_name("N")
      ->option_text("N")
      ->check(CLI::Range(1U, kMostThreads));
}

void require_paths(const InputOptions& options, const std::string& command) {
  if (!options.paths.empty()) return;
  throw UsageError(
      fmt::format("no PATH was given; name files or folders of cables, as in `{0} cables/`, or read standard "
                  "input with `{0} -`",
                  command));
}

unsigned thread_count(const InputOptions& options) {
  if (options.threads > 0) return options.threads;
  return std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
}

CLI::Option* add_repeatable(CLI::App& command, const std::string& name, std::vector<std::string>& words,
                            const std::string& type, const std::string& description) {
  return command.add_option(name, words, description)
      ->type_name(type)
      ->option_text(type)
      ->allow_extra_args(false);
}

}  // namespace cablelint::cli
