#pragma once

#include <CLI/App.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/lint.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/color.hpp"
#include "cli/input_options.hpp"

namespace cablelint::cli {

/// One `--output FORMAT[:FILE]`.
struct OutputChoice {
  std::string format;
  std::string file;  // empty: standard output
};

/// What `cablelint check` is to do.
struct CheckOptions {
  InputOptions input;
  std::vector<std::string> rules;
  LintOptions lint;
  Severity fail_on = Severity::error;
  bool exit_zero = false;
  std::vector<OutputChoice> outputs;  // empty: `full` on a terminal, else `concise`
  std::size_t sarif_max_results = 5'000;
  bool statistics = false;
  bool quiet = false;
  ColorChoice color = ColorChoice::automatic;
};

/// The words of the command line for those options, as they were written.
struct CheckFlags;
[[nodiscard]] std::shared_ptr<CheckFlags> add_check_flags(CLI::App& command);
/// Understands the words. Throws UsageError.
[[nodiscard]] CheckOptions check_options(const CheckFlags& flags);

/// "2026-01-01" to a day. Throws UsageError with the reason why it is none.
[[nodiscard]] Day parse_as_of(const std::string& word);
/// "json:out.json". Throws UsageError for an unknown format or an empty file name.
[[nodiscard]] OutputChoice parse_output(const std::string& word);

}  // namespace cablelint::cli
