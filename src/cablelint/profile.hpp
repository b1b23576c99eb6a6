#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cablelint/finding.hpp>

namespace cablelint {

/// A named question to a collection: which rules run, and how much their findings matter.
struct Profile {
  std::string name;                 // "release"
  std::string summary;              // the question in words
  std::vector<std::string> select;  // ids, prefixes of ids, names; empty: all rules
  std::vector<std::string> ignore;  // the same
  std::vector<std::pair<std::string, Severity>>
      levels;  // by id, prefix or name; the last one that fits counts
};

struct RuleInfo;

/// Whether the profile runs a rule when nobody selects rules by name.
[[nodiscard]] bool asks(const Profile& profile, const RuleInfo& rule);
/// The level that the profile gives a rule; absent when it leaves that to the rule.
[[nodiscard]] std::optional<Severity> level_in(const Profile& profile, const RuleInfo& rule);

/// The profile of a run that names none.
inline constexpr std::string_view kDefaultProfile = "marking";

}  // namespace cablelint
