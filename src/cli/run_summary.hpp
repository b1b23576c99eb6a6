#pragma once

#include <cablelint/finding.hpp>
#include <string>
#include <vector>

#include "cli/run_outputs.hpp"

namespace cablelint::cli {

/// How the end of a run is told.
struct Conclusion {
  std::string folder;
  std::vector<std::string> files;
  Severity fail_on = Severity::error;
  bool fail_on_new = false;
  bool exit_zero = false;
  bool quiet = false;
};

/// Says on standard output what a run came to, and gives its exit code.
int conclude(const RunResult& result, const Conclusion& conclusion);

/// What changed, as a table with a line a rule.
[[nodiscard]] std::string comparison_text(const audit::Comparison& comparison);

}  // namespace cablelint::cli
