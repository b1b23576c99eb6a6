#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cablelint/cable.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/rule_compiled.hpp>
#include <cablelint/source.hpp>

namespace cablelint {

/// Makes the findings of one cable: `begin` for each rule, `add` for what it finds, `finish` at the end.
class FindingBuilder {
 public:
  /// Memory that is used again for the next cable.
  struct Scratch {
    std::string message;
    std::vector<std::pair<std::uint64_t, std::size_t>> identities;
  };

  FindingBuilder(const Source& source, const Cable& cable, Scratch& scratch, std::vector<Finding>& findings)
      : source_(source), cable_(cable), scratch_(scratch), findings_(findings), first_(findings.size()) {}

  /// The part of a span that lies in the source; absent for an absent one.
  [[nodiscard]] Span clip(Span span) const;

  /// `level` replaces the levels that the rule gives itself.
  void begin(const CompiledRule& rule, std::optional<Severity> level = std::nullopt) {
    begin(rule.info);
    rule_ = &rule;
    level_ = level;
  }
  /// A rule that is not evaluated.
  void begin(const RuleInfo& rule) {
    info_ = &rule;
    rule_ = nullptr;
    rule_first_ = findings_.size();
  }
  /// A finding at a place; at the first line with text when that is absent. False when its message or level
  /// could not be evaluated, which is then the finding.
  bool add(expression::Context& context, Span place);
  /// A finding of a rule that is not evaluated. False when it has too many.
  bool add(Severity level, Span place, std::string_view message);
  /// A finding that says why the rule could not be evaluated.
  void add_failure(const expression::Value& error, Span place);

  /// Puts the findings in order and fills in what depends on their place.
  void finish();

 private:
  /// The source holds other cables, too.
  [[nodiscard]] bool one_of_several() const { return cable_.at.length != source_.bytes().size(); }
  /// Says in the last finding that there are more; false when there may be others yet.
  bool is_full();
  Finding& push(Span place);
  [[nodiscard]] Span first_line() const;
  [[nodiscard]] std::uint64_t identity(const Finding& finding) const;
  void place(Finding& finding) const;

  const Source& source_;
  const Cable& cable_;
  Scratch& scratch_;
  std::vector<Finding>& findings_;
  std::size_t first_;
  std::size_t rule_first_ = 0;
  const RuleInfo* info_ = nullptr;
  const CompiledRule* rule_ = nullptr;  // null while the rule is not evaluated
  std::optional<Severity> level_;
};

/// What the message of a finding begins with when its rule failed.
inline constexpr std::string_view kFailure = "rule could not be evaluated: ";

}  // namespace cablelint
