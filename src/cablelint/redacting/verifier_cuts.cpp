// Whether the cuts of a release are as they should be: their exemptions, what they say of their extent, and
// what they give away.

#include <cablelint/code_points.hpp>
#include <cablelint/redacting/extent.hpp>
#include <cablelint/redacting/places.hpp>
#include <cablelint/redacting/verifier_pair.hpp>
#include <cablelint/redaction.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>

namespace cablelint::redacting {

namespace {

/// A mask that is as long as a name that it stands for.
bool tells_length(const Redaction& mark, std::string_view hidden) {
  constexpr std::uint32_t kNameLength = 40;
  return mark.signs > 0 && mark.signs <= kNameLength && mark.signs == code_points(hidden);
}

/// Whether an exemption of a mark is one for unclassified text.
bool fits_unclassified(const Vocabulary& vocabulary, const Cable& cable, const Redaction& mark) {
  const Table* const foia = vocabulary.table("foia_codes");
  const Table* const privacy = vocabulary.table("privacy_codes");
  const auto codes = std::span(cable.short_texts).subspan(mark.codes.begin, mark.codes.count);
  return std::any_of(codes.begin(), codes.end(), [&](const ShortText& code) {
    const Table::Row* const row = foia == nullptr ? nullptr : foia->find(code.view());
    if (row == nullptr) return privacy != nullptr && privacy->find(code.view()) != nullptr;
    const expression::Value category = foia->cell(*row, "category");
    return category.kind != expression::Kind::boolean || !category.boolean;
  });
}

}  // namespace

void Verifier::judge_cuts(const Pair& pair, Verification& result) {
  if (groups_.empty() && result.exact)
    pair.add(result, FaultKind::nothing_cut, {0, 0}, {0, 0},
             "nothing is cut: the release is the whole original");
  marked_before_.clear();
  for (const Redaction& redaction : pair.original_cable.redactions) {
    if (is_cut(redaction)) marked_before_.push_back(redaction.at);
  }
  std::sort(marked_before_.begin(), marked_before_.end(), [](Span a, Span b) { return a.offset < b.offset; });
  if (!marked_before_.empty())
    pair.add(result, FaultKind::marked_original, marked_before_.front(), {0, 0},
             fmt::format("the original carries {} mark{} itself: what is cut there cannot be checked",
                         marked_before_.size(), marked_before_.size() == 1 ? "" : "s"));
  const bool fixed_width = masks_have_one_width(pair);
  for (const Cut& cut : aligned_.cuts) judge_cut(pair, cut, fixed_width, result);
}

/// Masks that are all of one length say nothing, even when one of them fits.
bool Verifier::masks_have_one_width(const Pair& pair) const {
  std::uint32_t masks = 0, lengths_told = 0;
  std::uint32_t signs = 0;
  bool one_length = true;
  for (const Cut& cut : aligned_.cuts) {
    for (std::uint32_t i = 0; i < cut.marks.count; ++i) {
      const Redaction& mark = pair.release_cable.redactions[release_.marks[cut.marks.first + i].redaction];
      if (mark.signs == 0) continue;
      if (masks++ > 0) one_length = one_length && mark.signs == signs;
      signs = mark.signs;
      if (cut.marks.count == 1 && cut.known &&
          tells_length(mark, pair.original.text(aligned_.text_of(original_, cut.hidden))))
        ++lengths_told;
    }
  }
  return masks > 1 && one_length && lengths_told < masks;
}

/// True within one of the marks of the original.
bool Verifier::was_marked(Span hidden) const {
  const auto after = std::partition_point(marked_before_.begin(), marked_before_.end(),
                                          [&](Span mark) { return mark.offset <= hidden.offset; });
  return after != marked_before_.begin() && hidden.end() <= (after - 1)->end();
}

void Verifier::judge_cut(const Pair& pair, const Cut& cut, bool fixed_width, Verification& result) const {
  const Cable& cable = pair.release_cable;
  const Redaction& mark = cable.redactions[release_.marks[cut.marks.first].redaction];
  const Span hidden = aligned_.text_of(original_, cut.hidden);
  if (!cut.known || !hidden) return;
  if (was_marked(hidden)) {
    if (cut.marks.count == 1 && pair.original.text(hidden) != pair.release.text(mark.at) && !options_.noise) {
      result.exact = false;
      pair.add(result, FaultKind::altered_text, hidden, mark.at, "the original has another mark here");
    }
    return;
  }
  // A mark holds the codes behind it; where these are what was cut, it is shown after all.
  if (cut.marks.count == 1 && pair.release.text(mark.at).ends_with(pair.original.text(hidden))) {
    result.exact = false;
    pair.add(result, FaultKind::empty_mark, hidden, mark.at,
             "this mark stands for nothing: what it replaces stands behind it");
    return;
  }
  const Span marks =
      cover(mark.at, cable.redactions[release_.marks[cut.marks.first + cut.marks.count - 1].redaction].at);
  if (cut.ambiguous) {
    pair.add(result, FaultKind::ambiguous_cut, hidden, marks,
             "this cut could stand at several places of the original");
    return;
  }
  if (cut.marks.count > 1 && aligned_.words_in(original_, cut.hidden) > cut.marks.count) {
    pair.add(result, FaultKind::ambiguous_cut, hidden, marks,
             fmt::format(
                 "these {} marks without text between them could share what they stand for in several ways",
                 cut.marks.count));
  }
  if (cut.marks.count == 1) {
    if (!extent_fits(cable, mark, pair.original, hidden)) {
      std::string stated;
      append_quantity(stated, cable, mark);
      if (stated.empty()) append_kind(stated, cable, mark);
      pair.add(result, FaultKind::wrong_extent, hidden, marks,
               fmt::format("the mark says `{}`, which does not fit what it stands for", stated));
    }
    if (!fixed_width && tells_length(mark, pair.original.text(hidden)))
      pair.add(result, FaultKind::telling_length, hidden, marks,
               "the mask is exactly as long as the text it stands for, which helps to guess it");
  }
  judge_exemptions(pair, cut, hidden, result);
}

/// What is cut from an unclassified portion needs an exemption that is not about classified text.
void Verifier::judge_exemptions(const Pair& pair, const Cut& cut, Span hidden, Verification& result) const {
  const Cable& cable = pair.release_cable;
  const Paragraph* const paragraph = paragraph_at(pair.original_cable, hidden.offset);
  const bool unclassified = paragraph != nullptr && paragraph->mark && paragraph->mark->level &&
                            *paragraph->mark->level == Level::U;
  if (!unclassified) return;
  for (std::uint32_t i = 0; i < cut.marks.count; ++i) {
    const Redaction& each = cable.redactions[release_.marks[cut.marks.first + i].redaction];
    if (fits_unclassified(rules_->vocabulary(), cable, each)) continue;
    pair.add(result, FaultKind::missing_exemption, hidden, each.at,
             each.codes.count == 0
                 ? "a cut in an unclassified portion needs an exemption of the Freedom of Information Act"
                 : "a cut in an unclassified portion needs an exemption that is not about classified text");
  }
}

}  // namespace cablelint::redacting
