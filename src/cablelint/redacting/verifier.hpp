#pragma once

#include <array>
#include <cablelint/cable.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/redacting/cuts.hpp>
#include <cablelint/redacting/fault_rules.hpp>
#include <cablelint/redacting/survivors.hpp>
#include <cablelint/redacting/verification.hpp>
#include <cablelint/rule_set.hpp>
#include <cablelint/source.hpp>
#include <vector>

namespace cablelint::redacting {

/// Holds releases against their originals. One for a thread: it keeps its memory.
class Verifier {
 public:
  /// The rules must outlive it. They say which portions are still classified, and how bad each fault is.
  Verifier(const RuleSet& rules, const VerifyOptions& options);

  /// Decides whether a release is its original with marks in place of words, which is exact, and says what is
  /// wrong when it is not or when its cuts are not as they should be.
  void verify(const Source& original, const Cable& original_cable, const Source& release,
              const Cable& release_cable, Verification& result);

 private:
  struct Pair;
  void align_exactly(const Placement& placement);
  void align_roughly(const Explanation& explanation);
  void judge_differences(const Pair& pair, const Explanation& explanation, Verification& result) const;
  void judge_cuts(const Pair& pair, Verification& result);
  [[nodiscard]] bool masks_have_one_width(const Pair& pair) const;
  [[nodiscard]] bool was_marked(Span hidden) const;
  void judge_cut(const Pair& pair, const Cut& cut, bool fixed_width, Verification& result) const;
  void judge_exemptions(const Pair& pair, const Cut& cut, Span hidden, Verification& result) const;
  void judge_portions(const Pair& pair, Verification& result);
  void judge_survivors(const Pair& pair, Verification& result);
  void gather_withheld(Verification& result) const;
  void grade(std::vector<Fault>& faults) const;

  const RuleSet* rules_;
  std::array<FaultRule, kFaultKinds> fault_rules_;
  VerifyOptions options_;
  Linter portions_;
  SurvivorSearch search_;
  Words words_;
  Tokens original_, release_;
  std::vector<MarkGroup> groups_;
  std::vector<Span> marked_before_;  // the marks of the original, in order
  Aligned aligned_;
  std::vector<Finding> findings_;
  std::vector<Survivor> survivors_;
};

}  // namespace cablelint::redacting
