#pragma once

#include <cablelint/diagnostic.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/rule_set.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::cli {

/// What the command line asks for cannot be done; the text says what to write instead.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Bytes on standard error, as they are. When it cannot be written there is nobody left to tell.
void write_error(std::string_view text);
/// `cablelint: TEXT` on standard error. `text` is shown as it is.
void complain(std::string_view text);
/// `cablelint: NAME: REASON` on standard error; both may hold anything.
void complain_about(std::string_view name, std::string_view reason);

/// The faults of rule packs, and behind them how many there are and what did not happen: "nothing was
/// checked".
void complain_about_faults(const std::vector<Diagnostic>& faults, std::string_view consequence,
                           std::string_view where = "the rule packs");

/// The shipped rules and those in `paths`, until the process ends; null when a pack has faults, which are
/// then on standard error.
[[nodiscard]] RuleSet* load_rules(const std::vector<std::string>& paths, std::string_view consequence,
                                  RuleCoverage* coverage = nullptr);

/// Throws UsageError when no profile has that name. `label` is how it was given.
void require_known_profile(const RuleSet& rules, const std::string& name,
                           std::string_view label = "--profile");

/// Throws UsageError when a word of `select` or `ignore` means no rule.
void require_known_selectors(const RuleSet& rules, const LintOptions& options);

}  // namespace cablelint::cli
