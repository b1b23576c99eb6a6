#pragma once

#include <cablelint/finding.hpp>
#include <cablelint/lint.hpp>
#include <string>
#include <vector>

#include "cli/color.hpp"
#include "cli/fix_outputs.hpp"
#include "cli/input_options.hpp"
#include "cli/rule_choice.hpp"
#include "cli/rule_layer.hpp"
#include "cli/settings.hpp"
#include "reports/report.hpp"

namespace cablelint::cli {

/// One `--output FORMAT[:FILE]`.
struct OutputChoice {
  std::string format;
  std::string file;     // empty: standard output
  bool folder = false;  // `file` is a folder: a page a document, which only `html` has
};

/// What `cablelint check` is to do.
struct CheckOptions {
  InputOptions input;
  std::vector<std::string> rules;
  LintOptions lint;        // where the configuration says nothing special
  RuleChoice rule_choice;  // and everywhere
  std::string baseline;    // empty: none
  Severity fail_on = Severity::error;
  bool exit_zero = false;
  std::vector<OutputChoice> outputs;  // empty: `full` on a terminal, else `concise`
  std::size_t sarif_max_results = 5'000;
  FixOptions fixes;
  bool statistics = false;
  bool quiet = false;
  bool shows_cut_text = false;  // of pairs
  ColorChoice color = ColorChoice::automatic;
};

/// Understands the settings. Throws UsageError.
[[nodiscard]] CheckOptions check_options(const Settings& settings, const std::vector<std::string>& paths);

// The values of options. `label` is how the option was given and begins the UsageError that each throws.

/// "2026-01-01" to a day; the error says why it is none.
[[nodiscard]] Day parse_as_of(const std::string& word, std::string_view label = "--as-of");
/// "json:out.json": a known format and a file name that is not empty. For `html` a name that ends in "/", or
/// that of a folder, is a folder.
[[nodiscard]] OutputChoice parse_output(const std::string& word, std::string_view label = "--output",
                                        const std::vector<std::string_view>& known = reports::formats());
/// Throws UsageError when two outputs would go to one place.
void refuse_shared_outputs(const std::vector<OutputChoice>& outputs);
/// A number of at least 1.
[[nodiscard]] std::size_t parse_count(const std::string& word, std::string_view label);
/// "DCL=note" or "DCL=off".
[[nodiscard]] RuleLevel parse_rule_level(const std::string& word, std::string_view label);

}  // namespace cablelint::cli
