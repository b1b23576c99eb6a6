#include <cablelint/profile.hpp>

#include <cablelint/lint.hpp>

namespace cablelint {

bool asks(const Profile& profile, const RuleInfo& rule) {
  return !rule.off && (profile.select.empty() || any_selects(profile.select, rule)) &&
         !any_selects(profile.ignore, rule);
}

std::optional<Severity> level_in(const Profile& profile, const RuleInfo& rule) {
  std::optional<Severity> level;
  for (const auto& [word, severity] : profile.levels) {
    if (selects(word, rule)) level = severity;
  }
  return level;
}

}  // namespace cablelint
