#pragma once

#include <cablelint/files.hpp>
#include <cablelint/ignore_patterns.hpp>
#include <cablelint/lint.hpp>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/rule_layer.hpp"
#include "cli/settings.hpp"

namespace cablelint::cli {

/// Which rules run on which documents: what the configuration says of all and of some paths, and over it the
/// environment and the command line.
class RuleChoice {
 public:
  RuleChoice() = default;
  RuleChoice(const Settings& settings, Day as_of);

  /// Throws ConfigError or UsageError for words that mean no rule and profiles that do not exist.
  void require_known(const RuleSet& rules) const;

  /// The numbers of the entries for paths that fit a document, in order.
  using Entries = std::vector<std::uint32_t>;
  void find_entries(const Input& input, std::string& scratch, Entries& entries) const;
  /// What holds where these entries fit.
  [[nodiscard]] LintOptions options(const Entries& entries) const;
  /// The rules that run where no entry fits or one alone does, in order of id.
  [[nodiscard]] std::vector<ActiveRule> active(const RuleSet& rules) const;
  /// 16 hex digits that tell these rules, their vocabulary and this choice apart from others: two runs with
  /// the same ones find the same on the same day.
  [[nodiscard]] std::string rules_hash(const RuleSet& rules) const;

 private:
  RuleLayer file_, environment_, command_line_;
  Day as_of_ = 0;
  std::string profile_label_ = "--profile";
  std::shared_ptr<const ConfigFile> config_;
  std::string working_folder_;
};

/// The linters of one thread, one for each combination of entries that it has met.
class Linters {
 public:
  Linters(const RuleSet& rules, const RuleChoice& choice) : rules_(&rules), choice_(&choice) {}
  [[nodiscard]] Linter& of(const Input& input);

 private:
  const RuleSet* rules_;
  const RuleChoice* choice_;
  std::string scratch_;
  RuleChoice::Entries entries_;
  std::map<RuleChoice::Entries, std::unique_ptr<Linter>> linters_;
};

}  // namespace cablelint::cli
