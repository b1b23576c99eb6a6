#pragma once

#include <cablelint/finding.hpp>
#include <cablelint/lint.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cablelint::cli {

/// A word that selects rules, and their level; without one they are off.
using RuleLevel = std::pair<std::string, std::optional<Severity>>;

/// What one source says about which rules run.
struct RuleLayer {
  std::optional<std::string> profile;
  std::optional<std::vector<std::string>> select, ignore;
  std::vector<RuleLevel> levels;
};

/// Lays a stronger source over weaker ones. What it says takes the place of what they said. Whoever chooses
/// anew is not bound by the choice of a weaker source: a profile sets its `select` aside, and `select` sets
/// its `ignore` and `off` aside.
void apply(const RuleLayer& layer, LintOptions& options);

}  // namespace cablelint::cli
