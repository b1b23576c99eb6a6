#include "cli/input_options.hpp"

#include <fmt/format.h>

#include <CLI/Option.hpp>
#include <algorithm>
#include <cablelint/terminal_text.hpp>
#include <charconv>
#include <thread>

#include "cli/messages.hpp"

namespace cablelint::cli {

namespace {
constexpr unsigned kMostThreads = 1024;
}

void add_paths(CLI::App& command, std::vector<std::string>& paths) {
  command
      .add_option("PATH", paths,
                  "Files and folders to read, or - for standard input. A folder stands for the *.txt and "
                  "*.cable files below it that are not ignored")
      ->option_text("...");
}

void require_paths(const std::vector<std::string>& paths, const std::string& command) {
  if (!paths.empty()) return;
  throw UsageError(
      fmt::format("no PATH was given; name files or folders of cables, as in `{0} cables/`, or read standard "
                  "input with `{0} -`",
                  command));
}

InputOptions input_options(const Settings& settings, const std::vector<std::string>& paths) {
  InputOptions options;
  options.paths = paths;
  if (settings.given("stdin-filename")) options.walk.standard_input_name = settings.word("stdin-filename");
  options.walk.exclude = settings.words("exclude");
  if (settings.of("exclude").origin == Origin::file) options.walk.exclude_folder = settings.config_folder();
  options.walk.ignore_files = !settings.flag("no-ignore");
  options.walk.force_exclude = settings.flag("force-exclude");
  if (settings.given("jobs")) options.threads = parse_jobs(settings.word("jobs"), "--jobs");
  return options;
}

unsigned parse_jobs(const std::string& word, std::string_view label) {
  unsigned number = 0;
  const char* const end = word.data() + word.size();
  const auto [rest, error] = std::from_chars(word.data(), end, number);
  if (error == std::errc() && rest == end && number >= 1 && number <= kMostThreads) return number;
  throw UsageError(fmt::format("{} {}: write a number from 1 to {}", label, visible(word), kMostThreads));
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
