#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cablelint/cable.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/rule_set.hpp>
#include <cablelint/source.hpp>

namespace cablelint {

/// Which rules run, and on which day.
struct LintOptions {
  Day as_of = 0;
  std::vector<std::string> select;  // ids, prefixes of ids, names; empty: those of the profile
  std::vector<std::string> ignore;  // the same
  std::string profile = std::string(kDefaultProfile);
  /// Other levels for rules by id, prefix or name, or nothing for `off`; the last one that fits counts, and
  /// it counts more than the profile.
  std::vector<std::pair<std::string, std::optional<Severity>>> levels = {};
};

/// A rule that runs, with the level that its findings have unless the rule decides otherwise for a cable.
struct ActiveRule {
  const RuleInfo* info = nullptr;  // of the rule set
  Severity level = Severity::warning;
};

/// A cable to be checked, and where its findings go.
struct LintTask {
  const Source* source = nullptr;
  const Cable* cable = nullptr;
  std::vector<Finding>* findings = nullptr;
};

/// Runs rules over cables. One linter per thread: it keeps scratch memory between cables.
class Linter {
 public:
  /// The rule set must outlive the linter. A profile that it does not know selects all rules; callers check
  /// that first. Words of `select`, `ignore` and `levels` that name no rule are returned by
  /// `unknown_selectors`, which callers check first.
  Linter(const RuleSet& rules, const LintOptions& options);
  ~Linter();

  /// The rules that run, in order of id.
  [[nodiscard]] std::vector<ActiveRule> rules() const;
  /// Whether a rule of that id is among them.
  [[nodiscard]] bool runs(std::string_view id) const;

  /// Whether a rule is asked about a cable at all: its `since` and `until` hold for certain.
  [[nodiscard]] bool applies(const RuleInfo& rule, const Source& source, const Cable& cable) const;

  /// Appends the findings for one cable, in order. A rule whose evaluation fails gives a finding of its own
  /// level error that names the rule and the reason.
  void check(const Source& source, const Cable& cable, std::vector<Finding>& findings);
  /// The same for several cables: quicker, since what a rule is made of is fetched once for a few of them.
  /// Each has findings of its own.
  void check(std::span<const LintTask> tasks);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether a word of `select` or `ignore` means a rule: its id, the beginning of its id, or its name, in any
/// case.
[[nodiscard]] bool selects(std::string_view word, const RuleInfo& rule);
/// The same for a list of words.
[[nodiscard]] bool any_selects(const std::vector<std::string>& words, const RuleInfo& rule);
/// What to say of a word that means no rule: `no rule is called "x"`, and the nearest id or name when there
/// is one; nothing when it means one.
[[nodiscard]] std::optional<std::string> why_unknown(std::string_view word, const RuleSet& rules);
/// The same among some rules alone.
[[nodiscard]] std::optional<std::string> why_unknown(std::string_view word,
                                                     const std::vector<const RuleInfo*>& known);
/// Selectors that match no rule, each with the nearest id or name, as sentences for people.
[[nodiscard]] std::vector<std::string> unknown_selectors(const RuleSet& rules, const LintOptions& options);

}  // namespace cablelint
