#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace cablelint::cli {

/// What the commands that read cables have in common.
struct InputOptions {
  std::vector<std::string> paths;
  std::string standard_input_name = "-";
  unsigned threads = 0;  // 0: as many as the machine has
};

/// Adds PATH..., --stdin-filename and -j.
void add_input_options(CLI::App& command, InputOptions& options);
/// Throws UsageError when no path was given. `command` is how it is called: "cablelint check".
void require_paths(const InputOptions& options, const std::string& command);
/// At least 1.
[[nodiscard]] unsigned thread_count(const InputOptions& options);

/// An option that takes exactly one word each time it is given, and any number of times.
CLI::Option* add_repeatable(CLI::App& command, const std::string& name, std::vector<std::string>& words,
                            const std::string& type, const std::string& description);

}  // namespace cablelint::cli
