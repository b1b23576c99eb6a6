#include "cli/messages.hpp"

#include <fmt/format.h>

#include <cablelint/terminal_text.hpp>
#include <cstdio>
#include <deque>

namespace cablelint::cli {

void write_error(std::string_view text) {
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

void complain(std::string_view text) {
  write_error(fmt::format("cablelint: {}\n", text));
}

void complain_about(std::string_view name, std::string_view reason) {
  complain(visible(name) + ": " + visible(reason));
}

void complain_about_faults(const std::vector<Diagnostic>& faults, std::string_view consequence,
                           std::string_view where) {
  for (const Diagnostic& fault : faults) write_error(to_text(fault) + '\n');
  complain(fmt::format("{} {} in {}; {}", faults.size(), faults.size() == 1 ? "fault" : "faults", where,
                       consequence));
}

RuleSet* load_rules(const std::vector<std::string>& paths, std::string_view consequence,
                    RuleCoverage* coverage) {
  std::vector<Diagnostic> faults;
  std::optional<RuleSet> rules = RuleSet::load(paths, faults, coverage);
  if (rules && faults.empty()) {
    // The end of the process frees them faster than their destructors.
    static auto& kept = *new std::deque<RuleSet>;
    return &kept.emplace_back(std::move(*rules));
  }
  complain_about_faults(faults, consequence);
  return nullptr;
}

void require_known_profile(const RuleSet& rules, const std::string& name, std::string_view label) {
  std::string known;
  for (const Profile& profile : rules.profiles()) {
    if (profile.name == name) return;
    known += (known.empty() ? "" : ", ") + visible(profile.name);
  }
  throw UsageError(
      fmt::format("{} {}: there is no such profile; the profiles are {}", label, visible(name), known));
}

void require_known_selectors(const RuleSet& rules, const LintOptions& options) {
  const std::vector<std::string> unknown = unknown_selectors(rules, options);
  if (unknown.empty()) return;
  std::string text;
  for (const std::string& sentence : unknown)
    text += (text.empty() ? "" : "\ncablelint: ") + visible(sentence);
  throw UsageError(text);
}

}  // namespace cablelint::cli
