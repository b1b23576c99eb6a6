#include <cablelint/redacting/fault_rules.hpp>

#include <cablelint/code_points.hpp>
#include <cablelint/finding_builder.hpp>
#include <cablelint/lint.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace cablelint::redacting {
namespace {

/// What stands for a sign of so many bytes, with as many.
constexpr std::array<std::string_view, 5> kMasked{"", "*", "\xC2\xB7", "\xE2\x80\xA2", "\xF0\x9F\x9E\x84"};

}  // namespace

FaultRule fault_rule(const RuleSet& rules, FaultKind kind,
                     const std::vector<std::pair<std::string, std::optional<Severity>>>& levels) {
  const std::vector<const RuleInfo*> known = rules.pair_rules();
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const RuleInfo* rule) { return rule->fault == name_of(kind); });
  if (found == known.end()) return {nullptr, Severity::error};
  const RuleInfo& info = **found;
  const auto own = std::find_if(levels.rbegin(), levels.rend(),
                                [&](const auto& level) { return selects(level.first, info); });
  if (own != levels.rend()) return {&info, own->second};
  return {&info, info.off ? std::nullopt : std::optional(info.level)};
}

std::string without_survivors(const Source& release, const Verification& result) {
  const std::string_view text = release.bytes();
  std::string masked;
  masked.reserve(text.size());
  std::size_t at = 0;
  for (const Span survivor : result.release_survivors) {
    masked += text.substr(at, survivor.offset - at);
    for (at = survivor.offset; at < survivor.end();) {
      const std::size_t size = code_point_size(text, at);
      masked += kMasked[std::min(size, kMasked.size() - 1)];
      at += size;
    }
  }
  masked += text.substr(at);
  return masked;
}

void append_findings(const RuleSet& rules, const Source& original, const Source& shown,
                     const Cable& release_cable, const Verification& result, std::vector<Finding>& findings) {
  // Rule by rule, so that none of them fills the report.
  std::vector<const Fault*> faults;
  faults.reserve(result.faults.size());
  for (const Fault& fault : result.faults) faults.push_back(&fault);
  std::stable_sort(faults.begin(), faults.end(),
                   [](const Fault* a, const Fault* b) { return a->kind < b->kind; });
  FindingBuilder::Scratch scratch;
  FindingBuilder builder(shown, release_cable, scratch, findings);
  const Fault* before = nullptr;
  RuleInfo unknown;
  bool full = false;
  for (const Fault* const fault : faults) {
    if (before == nullptr || before->kind != fault->kind) {
      const RuleInfo* const info = fault_rule(rules, fault->kind, {}).info;
      unknown.name = name_of(fault->kind);
      builder.begin(info == nullptr ? unknown : *info);
      full = false;
    }
    before = fault;
    if (full) continue;
    const bool whole = fault->release == Span{0, 0};
    full = !builder.add(fault->level, whole ? Span{} : fault->release, fault->message);
    if (full || !fault->original) continue;
    const Position place = original.position(fault->original.offset);
    findings.back().related.push_back({original.name(), place.line, place.column});
  }
  builder.finish();
}

}  // namespace cablelint::redacting
