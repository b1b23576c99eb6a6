#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/redacting/verification.hpp>
#include <cablelint/rule_set.hpp>
#include <cablelint/source.hpp>
#include <optional>
#include <string>
#include <vector>

namespace cablelint::redacting {

/// The rule about a kind of fault.
struct FaultRule {
  const RuleInfo* info = nullptr;  // null where no pack has one
  std::optional<Severity> level;   // nothing: it is off
};

/// What the packs, and over them the levels that a run gives, say of a kind of fault.
[[nodiscard]] FaultRule fault_rule(
    const RuleSet& rules, FaultKind kind,
    const std::vector<std::pair<std::string, std::optional<Severity>>>& levels);

/// The bytes of a release in which words that survive are masked, sign by sign, so that every place stays
/// where it is.
[[nodiscard]] std::string without_survivors(const Source& release, const Verification& result);

/// Appends the faults as findings about the release, in order of their place. `shown` is the release, or the
/// same with its survivors masked: all text in the findings is from there. The places in the original stand
/// beside them.
void append_findings(const RuleSet& rules, const Source& original, const Source& shown,
                     const Cable& release_cable, const Verification& result, std::vector<Finding>& findings);

}  // namespace cablelint::redacting
