#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/cable.hpp>
#include <cablelint/diagnostic.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/profile.hpp>
#include <cablelint/vocabulary.hpp>

namespace cablelint {

/// A cable on which a rule must fire, or must stay silent.
struct RuleCase {
  std::string text;
  std::string name;          // may be empty
  std::optional<Day> as_of;  // the day of the check, where that matters
  std::uint32_t line = 1;    // in the pack
};

/// A rule pack or vocabulary table as text.
struct PackText {
  std::string name;  // shown in diagnostics
  std::string text;
};

/// What people read about a rule. The expressions behind it stay inside the rule set.
struct RuleInfo {
  std::string id;    // "CLS001"
  std::string name;  // "portion-above-header"
  Severity level = Severity::warning;
  bool off = false;  // switched off by a pack; runs only when it is selected
  std::string summary;
  std::string rationale;
  std::string help;
  std::vector<std::string> authority;  // citations
  std::optional<Day> since, until;  // by cable date; `until` is the first day on which it no longer applies
  std::vector<RuleCase> flags;      // cables on which it must fire
  std::vector<RuleCase> passes;     // cables on which it must stay silent
  std::string check;                // the keys that say when it fires and what it says, as the pack has them
  std::string fault;  // not empty: it is about two texts, and this is the kind of fault; see pair_faults.hpp
  std::string file;   // where it was read
  std::uint32_t line = 1;
};

/// The group of a rule: the letters in front of its number.
[[nodiscard]] std::string_view group_of(const RuleInfo& rule);
/// "cables dated 2003-09-22 or later": the cables to which a rule applies by their date; of a rule about two
/// texts the command that finds it.
[[nodiscard]] std::string period_of(const RuleInfo& rule);

class RuleCoverage;

/// A set of compiled rules with the vocabulary they use. Immutable and shared between threads once loaded.
class RuleSet {
 public:
  /// The shipped packs, which are part of the binary, and then the given files or folders of `*.yaml`.
  /// Appends every fault of every pack to `faults` and gives nothing when there is one.
  /// With `coverage` the rules note there what of them is reached.
  static std::optional<RuleSet> load(const std::vector<std::string>& paths, std::vector<Diagnostic>& faults,
                                     RuleCoverage* coverage = nullptr);

  /// The same from text in memory. Without `shipped` the packs stand alone, with no vocabulary but their own.
  static std::optional<RuleSet> from_text(const std::vector<PackText>& packs, std::vector<Diagnostic>& faults,
                                          bool shipped = true, RuleCoverage* coverage = nullptr);

  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  [[nodiscard]] const Vocabulary& vocabulary() const;
  /// Those that cables are asked, in order of id.
  [[nodiscard]] std::vector<const RuleInfo*> rules() const;
  /// Those about two texts, in order of id: no linter runs them.
  [[nodiscard]] std::vector<const RuleInfo*> pair_rules() const;
  /// Both, in order of id.
  [[nodiscard]] std::vector<const RuleInfo*> all_rules() const;
  /// The shipped ones first.
  [[nodiscard]] const std::vector<Profile>& profiles() const;
  /// Of all, by id or by name, ASCII case folded; null when there is none.
  [[nodiscard]] const RuleInfo* find(std::string_view id_or_name) const;
  /// Tells rules and vocabulary apart from all others: equal for equal packs, whatever their files are
  /// called.
  [[nodiscard]] std::uint64_t identity() const;
  /// The `flags` and `passes` of the shipped packs are not part of the fast image that `load` reads; this
  /// adds them, and `check`. Gives the faults among them: a rule with one has no cases.
  std::vector<Diagnostic> load_cases();

  struct Compiled;
  [[nodiscard]] const Compiled& compiled() const { return *compiled_; }

 private:
  RuleSet();
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace cablelint
