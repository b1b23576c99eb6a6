#include <cablelint/redacting/verifier.hpp>

#include <cablelint/calendar.hpp>
#include <cablelint/redacting/places.hpp>
#include <cablelint/redacting/stretches.hpp>
#include <cablelint/redacting/verifier_pair.hpp>
#include <cablelint/redaction.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace cablelint::redacting {
namespace {

/// The rule that finds what a release must cut.
constexpr std::string_view kClassifiedPortion = "classified-portion";
}  // namespace

Verifier::Verifier(const RuleSet& rules, const VerifyOptions& options)
    : rules_(&rules),
      options_(options),
      portions_(rules, {options.as_of, {std::string(kClassifiedPortion)}, {}}),
      search_(rules.vocabulary()) {
  for (std::size_t kind = 0; kind < kFaultKinds; ++kind)
    fault_rules_[kind] = fault_rule(rules, static_cast<FaultKind>(kind), options.levels);
}

void Verifier::verify(const Source& original, const Cable& original_cable, const Source& release,
                      const Cable& release_cable, Verification& result) {
  result.clear();
  const Pair pair{original, original_cable, release, release_cable};
  const TokenOptions tokens{options_.noise};
  words_.begin(options_.noise);
  read_original(original, original_cable, tokens, words_, original_);
  read_release(release, release_cable, tokens, words_, release_);
  group_marks(release_, groups_);
  aligned_.words = &words_;
  aligned_.original = &original_;
  aligned_.release = &release_;

  Placement placement;
  result.exact = place(words_, original_, release_, groups_, placement);
  if (result.exact) {
    align_exactly(placement);
  } else {
    Explanation explanation;
    explain(words_, original_, release_, explanation);
    align_roughly(explanation);
    judge_differences(pair, explanation, result);
  }
  const bool other = !result.faults.empty() && result.faults.front().kind == FaultKind::different_cable;
  if (!other) {
    judge_cuts(pair, result);
    judge_portions(pair, result);
    judge_survivors(pair, result);
  }
  gather_withheld(result);
  if (options_.stretches) list_stretches(aligned_, original, release_cable, result.stretches);
  grade(result.faults);
  std::stable_sort(result.faults.begin(), result.faults.end(),
                   [](const Fault& a, const Fault& b) { return a.release.offset < b.release.offset; });
}

void Verifier::align_exactly(const Placement& placement) {
  aligned_.cuts.clear();
  aligned_.became.assign(original_.ids.size(), Aligned::kHidden);
  const auto& stretches = placement.stretches;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    for (std::uint32_t k = 0; k < stretches[i].length; ++k)
      aligned_.became[stretches[i].leftmost + k] = stretches[i].release + k;
    if (i == 0) continue;
    const auto moves = [](const Placement::Stretch& stretch) {
      return stretch.leftmost != stretch.rightmost;
    };
    aligned_.cuts.push_back({groups_[i - 1],
                             {stretches[i - 1].leftmost + stretches[i - 1].length, stretches[i].leftmost},
                             moves(stretches[i - 1]) || moves(stretches[i]),
                             true});
  }
}

void Verifier::align_roughly(const Explanation& explanation) {
  aligned_.cuts.clear();
  aligned_.became.assign(original_.ids.size(), Aligned::kMissing);
  for (const MarkGroup& group : groups_) {
    TokenRange hidden = explanation.hidden[group.first];
    for (std::uint32_t i = 0; i < group.count; ++i) {
      hidden.begin = std::min(hidden.begin, explanation.hidden[group.first + i].begin);
      hidden.end = std::max(hidden.end, explanation.hidden[group.first + i].end);
    }
    std::fill(aligned_.became.begin() + hidden.begin, aligned_.became.begin() + hidden.end, Aligned::kHidden);
    aligned_.cuts.push_back({group, hidden, false, hidden.size() > 0});
  }
  // What is left goes along with the release, difference by difference.
  std::uint32_t o = 0;
  std::uint32_t r = 0;
  const auto walk = [&](std::uint32_t until) {
    for (; r < until; ++r, ++o) {
      while (o < original_.ids.size() && aligned_.became[o] == Aligned::kHidden) ++o;
      if (o < original_.ids.size()) aligned_.became[o] = r;
    }
  };
  for (const Difference& difference : explanation.differences) {
    walk(difference.release.begin);
    o = difference.original.end;
    r = difference.release.end;
  }
  walk(static_cast<std::uint32_t>(release_.ids.size()));
}

void Verifier::judge_portions(const Pair& pair, Verification& result) {
  // A release that says that the cable is declassified answers for every portion.
  const auto& stamps = pair.release_cable.redactions;
  const bool declassified = std::any_of(stamps.begin(), stamps.end(), [](const Redaction& each) {
    return each.form == RedactionForm::stamp &&
           (each.status == ReleaseStatus::declassified || each.status == ReleaseStatus::full);
  });
  if (declassified) return;
  findings_.clear();
  portions_.check(pair.original, pair.original_cable, findings_);
  for (const Finding& finding : findings_) {
    const Paragraph* const paragraph =
        finding.at ? paragraph_at(pair.original_cable, finding.at.offset) : nullptr;
    if (paragraph == nullptr) continue;
    const auto first =
        std::lower_bound(original_.places.begin(), original_.places.end(), paragraph->at.offset,
                         [](Span place, std::uint32_t at) { return place.offset < at; });
    bool cut = false;
    Span shown;
    bool any = false;
    for (auto o = static_cast<std::size_t>(first - original_.places.begin());
         o < original_.places.size() && original_.places[o].offset < paragraph->at.end(); ++o) {
      const std::uint32_t became = aligned_.became[o];
      cut = cut || became == Aligned::kHidden;
      if (became >= Aligned::kMissing) continue;
      if (original_.places[o].offset >= finding.at.offset && original_.places[o].end() <= finding.at.end())
        shown = cover(shown, release_.places[became]);
      any = any || (original_.places[o].offset >= paragraph->text.offset && words_.is_word(original_.ids[o]));
    }
    if (cut || !any || !paragraph->text) continue;
    pair.add(
        result, FaultKind::classified_portion_shown, finding.at, shown,
        fmt::format("the portion is still classified on {}, and nothing of it is cut", iso(options_.as_of)));
  }
}

void Verifier::judge_survivors(const Pair& pair, Verification& result) {
  search_.find(aligned_, pair.original, pair.release_cable, survivors_);
  if (survivors_.empty()) return;
  std::vector<bool> survives(words_.limit());
  for (const Survivor& survivor : survivors_) {
    survives[survivor.word] = true;
    pair.add(
        result, FaultKind::surviving_word, original_.places[survivor.hidden], release_.places[survivor.shown],
        survivor.count == 1 ? std::string("a word that is cut elsewhere stands here")
                            : fmt::format("a word that is cut elsewhere stands here and at {} other place{}",
                                          survivor.count - 1, survivor.count == 2 ? "" : "s"));
  }
  const auto gather = [&](const Tokens& tokens, std::vector<Span>& places) {
    for (std::size_t i = 0; i < tokens.ids.size(); ++i) {
      if (survives[tokens.ids[i]]) places.push_back(tokens.places[i]);
    }
  };
  gather(original_, result.original_survivors);
  gather(release_, result.release_survivors);
}

/// Gives faults the levels of their rules, and drops those of rules that are off.
void Verifier::grade(std::vector<Fault>& faults) const {
  std::erase_if(faults, [&](Fault& fault) {
    const FaultRule& rule = fault_rules_[static_cast<std::size_t>(fault.kind)];
    if (rule.level) fault.level = *rule.level;
    return !rule.level;
  });
}

void Verifier::gather_withheld(Verification& result) const {
  bool open = false;
  for (std::size_t o = 0; o < original_.ids.size(); ++o) {
    if (aligned_.became[o] < Aligned::kMissing) {
      open = false;
    } else if (!words_.is_blank(original_.ids[o])) {
      const Span place = original_.places[o];
      if (open) {
        result.withheld.back() = cover(result.withheld.back(), place);
      } else {
        result.withheld.push_back(place);
      }
      open = true;
    }
  }
}

}  // namespace cablelint::redacting
