#include <cablelint/redacting/verifier.hpp>

#include <cablelint/calendar.hpp>
#include <cablelint/code_points.hpp>
#include <cablelint/redacting/extent.hpp>
#include <cablelint/redacting/places.hpp>
#include <cablelint/redacting/records.hpp>
#include <cablelint/redacting/stretches.hpp>
#include <cablelint/redaction.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>

namespace cablelint::redacting {
namespace {

/// The rule that finds what a release must cut.
constexpr std::string_view kClassifiedPortion = "classified-portion";
/// Texts of so many words that share less than this part are no copies of one cable.
constexpr std::uint32_t kEnoughWords = 20;
constexpr double kShared = 0.4;

std::string counted(std::uint32_t count) {
  return fmt::format("{} word{}", count, count == 1 ? "" : "s");
}

}  // namespace

std::string_view name_of(FaultKind kind) {
  switch (kind) {
    case FaultKind::altered_text:
      return "altered-text";
    case FaultKind::inserted_text:
      return "inserted-text";
    case FaultKind::removed_text:
      return "removed-text";
    case FaultKind::empty_mark:
      return "empty-mark";
    case FaultKind::ambiguous_cut:
      return "ambiguous-cut";
    case FaultKind::wrong_extent:
      return "wrong-extent";
    case FaultKind::classified_portion_shown:
      return "classified-portion-shown";
    case FaultKind::missing_exemption:
      return "missing-exemption";
    case FaultKind::surviving_word:
      return "surviving-word";
    case FaultKind::telling_length:
      return "telling-length";
    case FaultKind::marked_original:
      return "marked-original";
    case FaultKind::nothing_cut:
      return "nothing-cut";
    case FaultKind::longer_release:
      return "longer-release";
    case FaultKind::different_cable:
      return "different-cable";
  }
  return "";
}

void Verification::clear() {
  exact = false;
  faults.clear();
  withheld.clear();
  original_survivors.clear();
  release_survivors.clear();
  stretches.clear();
}

struct Verifier::Pair {
  const Source& original;
  const Cable& original_cable;
  const Source& release;
  const Cable& release_cable;

  void add(Verification& result, FaultKind kind, Span in_original, Span in_release,
           std::string message) const {
    result.faults.push_back({kind, Severity::error, in_original, in_release,
                             paragraph_number(original_cable, in_original),
                             paragraph_number(release_cable, in_release), std::move(message)});
  }
};

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

void Verifier::judge_differences(const Pair& pair, const Explanation& explanation,
                                 Verification& result) const {
  std::uint32_t strange = 0;
  for (const Difference& difference : explanation.differences)
    strange += aligned_.words_in(release_, difference.release);
  const std::uint32_t all = aligned_.words_in(release_, {0, static_cast<std::uint32_t>(release_.ids.size())});
  const Span beginning{0, 0};
  const bool others =
      name_other_records(pair.original, pair.original_cable, pair.release, pair.release_cable);
  if (all >= kEnoughWords && all - strange < (others ? kSharedOfOthers : kShared) * all) {
    pair.add(
        result, FaultKind::different_cable, beginning, beginning,
        fmt::format("these are two different cables: of {} of the release the original has {} in this order",
                    counted(all), all - strange));
    return;
  }
  if (release_.ids.size() > original_.ids.size())
    pair.add(result, FaultKind::longer_release, beginning, beginning,
             "the release is longer than the original; the original is named first");
  for (const Difference& difference : explanation.differences) {
    const Span gone = aligned_.text_of(original_, difference.original);
    const Span come = aligned_.text_of(release_, difference.release);
    const std::uint32_t gone_words = aligned_.words_in(original_, difference.original);
    const std::uint32_t come_words = aligned_.words_in(release_, difference.release);
    if (gone && come) {
      const bool words = gone_words + come_words > 0;
      pair.add(result, FaultKind::altered_text, gone, come,
               words ? fmt::format("text was altered: {} of the original became {}", counted(gone_words),
                                   counted(come_words))
                     : "signs were altered");
    } else if (gone) {
      pair.add(
          result, FaultKind::removed_text, gone,
          gap_at(words_, release_, difference.release.begin, goes_with_next(pair.original, original_, gone)),
          gone_words > 0 ? fmt::format("{} of the original {} missing without a mark", counted(gone_words),
                                       gone_words == 1 ? "is" : "are")
                         : "signs of the original are missing without a mark");
    } else if (come) {
      pair.add(
          result, FaultKind::inserted_text,
          gap_at(words_, original_, difference.original.begin, goes_with_next(pair.release, release_, come)),
          come,
          come_words > 0 ? fmt::format("{} in the release {} not in the original", counted(come_words),
                                       come_words == 1 ? "is" : "are")
                         : "signs in the release are not in the original");
    } else {
      pair.add(result, FaultKind::altered_text, gap_at(words_, original_, difference.original.begin, false),
               gap_at(words_, release_, difference.release.begin, false),
               "blanks or line ends differ here; --noise lets them");
    }
  }
  for (std::uint32_t i = 0; i < explanation.empty.size(); ++i) {
    if (!explanation.empty[i]) continue;
    const Span mark = pair.release_cable.redactions[release_.marks[i].redaction].at;
    pair.add(
        result, FaultKind::empty_mark,
        gap_at(words_, original_, explanation.hidden[i].begin, goes_with_next(pair.release, release_, mark)),
        mark, "this mark stands for nothing: the release shows all the text around it");
  }
}

void Verifier::judge_cuts(const Pair& pair, Verification& result) const {
  const Cable& cable = pair.release_cable;
  if (groups_.empty() && result.exact)
    pair.add(result, FaultKind::nothing_cut, {0, 0}, {0, 0},
             "nothing is cut: the release is the whole original");
  const Table* const foia = rules_->vocabulary().table("foia_codes");
  const Table* const privacy = rules_->vocabulary().table("privacy_codes");
  const auto fits_unclassified = [&](const Redaction& mark) {
    const auto codes = std::span(cable.short_texts).subspan(mark.codes.begin, mark.codes.count);
    return std::any_of(codes.begin(), codes.end(), [&](const ShortText& code) {
      const Table::Row* const row = foia == nullptr ? nullptr : foia->find(code.view());
      if (row == nullptr) return privacy != nullptr && privacy->find(code.view()) != nullptr;
      const expression::Value category = foia->cell(*row, "category");
      return category.kind != expression::Kind::boolean || !category.boolean;
    });
  };
  std::uint32_t marked_before = 0;
  Span first_before;
  for (const Redaction& redaction : pair.original_cable.redactions) {
    if (!is_cut(redaction)) continue;
    if (marked_before++ == 0) first_before = redaction.at;
  }
  if (marked_before > 0)
    pair.add(result, FaultKind::marked_original, first_before, {0, 0},
             fmt::format("the original carries {} mark{} itself: what is cut there cannot be checked",
                         marked_before, marked_before == 1 ? "" : "s"));

  const auto was_marked = [&](Span hidden) {
    return std::any_of(pair.original_cable.redactions.begin(), pair.original_cable.redactions.end(),
                       [&](const Redaction& each) {
                         return is_cut(each) && each.at.offset <= hidden.offset &&
                                hidden.end() <= each.at.end();
                       });
  };
  const auto telling = [&](const Redaction& mark, Span hidden) {
    constexpr std::uint32_t kNameLength = 40;
    return mark.signs > 0 && mark.signs <= kNameLength &&
           mark.signs == code_points(pair.original.text(hidden));
  };
  // Masks that are all of one length say nothing, even when one of them fits.
  std::uint32_t masks = 0, lengths_told = 0;
  std::uint32_t signs = 0;
  bool one_length = true;
  for (const Cut& cut : aligned_.cuts) {
    for (std::uint32_t i = 0; i < cut.marks.count; ++i) {
      const Redaction& mark = cable.redactions[release_.marks[cut.marks.first + i].redaction];
      if (mark.signs == 0) continue;
      if (masks++ > 0) one_length = one_length && mark.signs == signs;
      signs = mark.signs;
      if (cut.marks.count == 1 && cut.known && telling(mark, aligned_.text_of(original_, cut.hidden)))
        ++lengths_told;
    }
  }
  const bool fixed_width = masks > 1 && one_length && lengths_told < masks;

  for (const Cut& cut : aligned_.cuts) {
    const Redaction& mark = cable.redactions[release_.marks[cut.marks.first].redaction];
    const Span hidden = aligned_.text_of(original_, cut.hidden);
    if (!cut.known || !hidden) continue;
    if (was_marked(hidden)) {
      if (cut.marks.count == 1 && pair.original.text(hidden) != pair.release.text(mark.at) &&
          !options_.noise) {
        result.exact = false;
        pair.add(result, FaultKind::altered_text, hidden, mark.at, "the original has another mark here");
      }
      continue;
    }
    // A mark holds the codes behind it; where these are what was cut, it is shown after all.
    if (cut.marks.count == 1 && pair.release.text(mark.at).ends_with(pair.original.text(hidden))) {
      result.exact = false;
      pair.add(result, FaultKind::empty_mark, hidden, mark.at,
               "this mark stands for nothing: what it replaces stands behind it");
      continue;
    }
    const Span marks =
        cover(mark.at, cable.redactions[release_.marks[cut.marks.first + cut.marks.count - 1].redaction].at);
    if (cut.ambiguous) {
      pair.add(result, FaultKind::ambiguous_cut, hidden, marks,
               "this cut could stand at several places of the original");
    } else if (cut.marks.count > 1 && aligned_.words_in(original_, cut.hidden) > cut.marks.count) {
      pair.add(result, FaultKind::ambiguous_cut, hidden, marks,
               fmt::format(
                   "these {} marks without text between them could share what they stand for in several ways",
                   cut.marks.count));
    }
    if (cut.marks.count == 1 && !cut.ambiguous) {
      if (!extent_fits(cable, mark, pair.original, hidden)) {
        std::string stated;
        append_quantity(stated, cable, mark);
        if (stated.empty()) append_kind(stated, cable, mark);
        pair.add(result, FaultKind::wrong_extent, hidden, marks,
                 fmt::format("the mark says `{}`, which does not fit what it stands for", stated));
      }
      if (!fixed_width && telling(mark, hidden))
        pair.add(result, FaultKind::telling_length, hidden, marks,
                 "the mask is exactly as long as the text it stands for, which helps to guess it");
    }
    const Paragraph* const paragraph = paragraph_at(pair.original_cable, hidden.offset);
    const bool unclassified = paragraph != nullptr && paragraph->mark && paragraph->mark->level &&
                              *paragraph->mark->level == Level::U;
    if (!unclassified || cut.ambiguous) continue;
    for (std::uint32_t i = 0; i < cut.marks.count; ++i) {
      const Redaction& each = cable.redactions[release_.marks[cut.marks.first + i].redaction];
      if (fits_unclassified(each)) continue;
      pair.add(result, FaultKind::missing_exemption, hidden, each.at,
               each.codes.count == 0
                   ? "a cut in an unclassified portion needs an exemption of the Freedom of Information Act"
                   : "a cut in an unclassified portion needs an exemption that is not about classified text");
    }
  }
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
