#include <cablelint/redacting/comparer.hpp>

#include <cablelint/counted.hpp>
#include <cablelint/redacting/cuts.hpp>
#include <cablelint/redacting/places.hpp>
#include <cablelint/redacting/records.hpp>
#include <cablelint/redaction.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>
#include <utility>

namespace cablelint::redacting {
namespace {

/// Texts of so many words that share less than this part of the shorter one are no copies of one cable.
constexpr std::uint32_t kEnoughWords = 20;
constexpr double kShared = 0.2;

std::string counted_or_signs(std::uint32_t words) {
  return words == 0 ? "signs" : counted(words, "word");
}

bool shows_more(const AlignedStretch& stretch) {
  return stretch.kind == AlignedKind::first_shows || stretch.kind == AlignedKind::second_shows;
}

}  // namespace

std::string_view name_of(ContrastKind kind) {
  constexpr std::array kNames{"shown-in-one",  "cut-in-both",     "different-codes", "different-extent",
                              "ambiguous-cut", "altered-text",    "inserted-text",   "missing-text",
                              "empty-mark",    "different-cable", "nothing-cut"};
  return kNames[static_cast<std::size_t>(kind)];
}

void Comparison::clear() {
  *this = {};
}

std::size_t Comparison::differences() const {
  return static_cast<std::size_t>(std::count_if(
      contrasts.begin(), contrasts.end(), [](const Contrast& each) { return each.level != Severity::note; }));
}

Span Comparer::Release::marks(TokenRange range) const {
  Span all;
  for (std::uint32_t i = range.begin; i < range.end; ++i)
    all = cover(all, cable->redactions[tokens.marks[i].redaction].at);
  return all;
}

/// Says what the stretches of two releases come to.
class Comparer::Judge {
 public:
  Judge(const Comparer& comparer, Comparison& result)
      : words_(comparer.words_),
        first_(comparer.first_),
        second_(comparer.second_),
        alignment_(comparer.alignment_),
        result_(result) {}

  void judge() {
    result_.possible = alignment_.possible;
    result_.consistent = alignment_.consistent;
    if (different_cables()) return;
    if (first_.tokens.marks.empty() && second_.tokens.marks.empty())
      add(ContrastKind::nothing_cut, Severity::note, {0, 0}, {0, 0}, "neither release carries a mark");
    const auto& stretches = alignment_.stretches;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      const AlignedStretch* const before = i > 0 ? &stretches[i - 1] : nullptr;
      const AlignedStretch* const after = i + 1 < stretches.size() ? &stretches[i + 1] : nullptr;
      judge(stretches[i], before, after);
    }
  }

 private:
  void add(ContrastKind kind, Severity level, Span first, Span second, std::string message,
           Side shown_by = Side::neither, std::uint32_t words = 0) {
    result_.contrasts.push_back({kind, level, shown_by, words, first, second,
                                 paragraph_number(*first_.cable, first),
                                 paragraph_number(*second_.cable, second), std::move(message)});
  }

  bool different_cables() {
    std::uint32_t same = 0, first = 0, second = 0;
    for (const AlignedStretch& each : alignment_.stretches) {
      const std::uint32_t words = words_in(words_, first_.tokens, each.first);
      if (each.kind == AlignedKind::same) same += words;
      first += words;
      second += words_in(words_, second_.tokens, each.second);
    }
    const std::uint32_t shorter = std::min(first, second);
    const bool others = name_other_records(*first_.source, *first_.cable, *second_.source, *second_.cable);
    if (shorter < kEnoughWords || same >= (others ? kSharedOfOthers : kShared) * shorter) return false;
    add(ContrastKind::different_cable, Severity::error, {0, 0}, {0, 0},
        fmt::format("these are two different cables: of {} of the shorter one the other has {} in this order",
                    counted(shorter, "word"), same));
    return true;
  }

  void judge(const AlignedStretch& stretch, const AlignedStretch* before, const AlignedStretch* after) {
    switch (stretch.kind) {
      case AlignedKind::same:
        break;
      case AlignedKind::first_shows:
        judge_shown(stretch, before, after, Side::first);
        break;
      case AlignedKind::second_shows:
        judge_shown(stretch, before, after, Side::second);
        break;
      case AlignedKind::both_cut:
        judge_cut(stretch, before, after);
        break;
      case AlignedKind::differ:
        judge_difference(stretch);
        break;
      case AlignedKind::first_empty: {
        const Span mark = first_.marks(stretch.first_marks);
        add(ContrastKind::empty_mark, Severity::warning, mark,
            gap_at(words_, second_.tokens, stretch.second.begin,
                   goes_with_next(*first_.source, first_.tokens, mark)),
            "this mark of the first release stands for nothing: the second shows all the text around it");
        break;
      }
      case AlignedKind::second_empty: {
        const Span mark = second_.marks(stretch.second_marks);
        add(ContrastKind::empty_mark, Severity::warning,
            gap_at(words_, first_.tokens, stretch.first.begin,
                   goes_with_next(*second_.source, second_.tokens, mark)),
            mark,
            "this mark of the second release stands for nothing: the first shows all the text around it");
        break;
      }
    }
  }

  void judge_shown(const AlignedStretch& stretch, const AlignedStretch* before, const AlignedStretch* after,
                   Side side) {
    const bool by_first = side == Side::first;
    const Tokens& tokens = by_first ? first_.tokens : second_.tokens;
    const TokenRange range = by_first ? stretch.first : stretch.second;
    const Span shown = text_of(words_, tokens, range);
    if (!shown) return;
    const std::uint32_t words = words_in(words_, tokens, range);
    auto& only = by_first ? result_.first_only : result_.second_only;
    (by_first ? result_.first_words : result_.second_words) += words;
    only.push_back(shown);
    const auto partly = [](const AlignedStretch* each) {
      return each != nullptr && each->kind == AlignedKind::both_cut;
    };
    const std::string_view one = by_first ? "first" : "second";
    const std::string_view other = by_first ? "second" : "first";
    std::string message =
        partly(before) || partly(after)
            ? fmt::format("the {} release shows {} of what the {} cuts here, and has a cut beside it", one,
                          counted_or_signs(words), other)
            : fmt::format("the {} release shows {} that the {} cuts", one, counted_or_signs(words), other);
    const Span first = by_first ? shown : first_.marks(stretch.first_marks);
    const Span second = by_first ? second_.marks(stretch.second_marks) : shown;
    add(ContrastKind::shown_in_one, Severity::warning, first, second, std::move(message), side, words);
    if (stretch.ambiguous)
      add(ContrastKind::ambiguous_cut, Severity::note, first, second,
          "this cut could stand at several places of the text that the other release shows");
  }

  void judge_cut(const AlignedStretch& stretch, const AlignedStretch* before, const AlignedStretch* after) {
    ++result_.cut_in_both;
    const Span first = first_.marks(stretch.first_marks);
    const Span second = second_.marks(stretch.second_marks);
    const bool beside =
        (before != nullptr && shows_more(*before)) || (after != nullptr && shows_more(*after));
    const bool meet = before != nullptr && after != nullptr && shows_more(*before) && shows_more(*after) &&
                      before->kind != after->kind;
    add(ContrastKind::cut_in_both, Severity::note, first, second,
        meet ? "here one cut ends and the other begins: both may cut something in between" : "both cut this");
    if (beside || stretch.first_marks.size() != 1 || stretch.second_marks.size() != 1) return;
    const Redaction& one = redaction(first_, stretch.first_marks.begin);
    const Redaction& other = redaction(second_, stretch.second_marks.begin);
    const std::string one_codes = codes_of(*first_.cable, one);
    const std::string other_codes = codes_of(*second_.cable, other);
    if (one_codes != other_codes)
      add(ContrastKind::different_codes, Severity::warning, first, second,
          fmt::format("both cut this, the first {}, the second {}", one_codes, other_codes));
    std::string one_amount, other_amount;
    append_quantity(one_amount, *first_.cable, one);
    append_quantity(other_amount, *second_.cable, other);
    if (!one_amount.empty() && !other_amount.empty() && one_amount != other_amount)
      add(ContrastKind::different_extent, Severity::warning, first, second,
          fmt::format("both cut this, and the first says `{}`, the second `{}`", one_amount, other_amount));
  }

  [[nodiscard]] static const Redaction& redaction(const Release& release, std::uint32_t mark) {
    return release.cable->redactions[release.tokens.marks[mark].redaction];
  }
  /// "under B1, 1.4(d)", in one order.
  [[nodiscard]] static std::string codes_of(const Cable& cable, const Redaction& mark) {
    std::set<std::string_view> codes;
    for (const ShortText& code : std::span(cable.short_texts).subspan(mark.codes.begin, mark.codes.count))
      codes.insert(code.view());
    if (codes.empty()) return "without an exemption";
    return fmt::format("under {}", fmt::join(codes, ", "));
  }

  void judge_difference(const AlignedStretch& stretch) {
    const Span first = text_of(words_, first_.tokens, stretch.first);
    const Span second = text_of(words_, second_.tokens, stretch.second);
    const std::uint32_t first_words = words_in(words_, first_.tokens, stretch.first);
    const std::uint32_t second_words = words_in(words_, second_.tokens, stretch.second);
    if (stretch.ambiguous && first && second) {
      add(ContrastKind::altered_text, Severity::warning, first, second,
          "the texts differ somewhere in this stretch, which repeats itself too much to be compared word by "
          "word");
    } else if (first && second) {
      add(ContrastKind::altered_text, Severity::warning, first, second,
          first_words + second_words > 0
              ? fmt::format("the texts differ: {} of the first stand where the second has {}",
                            counted_or_signs(first_words), counted_or_signs(second_words))
              : std::string("the texts differ: other signs stand here"));
    } else if (first) {
      add(ContrastKind::missing_text, Severity::warning, first,
          gap_at(words_, second_.tokens, stretch.second.begin,
                 goes_with_next(*first_.source, first_.tokens, first)),
          fmt::format("{} of the first release {} missing in the second, without a mark",
                      counted_or_signs(first_words), first_words == 1 ? "is" : "are"));
    } else if (second) {
      add(ContrastKind::inserted_text, Severity::warning,
          gap_at(words_, first_.tokens, stretch.first.begin,
                 goes_with_next(*second_.source, second_.tokens, second)),
          second,
          fmt::format("{} of the second release {} missing in the first, without a mark",
                      counted_or_signs(second_words), second_words == 1 ? "is" : "are"));
    } else {
      add(ContrastKind::altered_text, Severity::warning,
          gap_at(words_, first_.tokens, stretch.first.begin, false),
          gap_at(words_, second_.tokens, stretch.second.begin, false),
          "blanks or line ends differ here; --noise lets them");
    }
  }

  const Words& words_;
  const Release& first_;
  const Release& second_;
  const Alignment& alignment_;
  Comparison& result_;
};

void Comparer::compare(const Source& first, const Cable& first_cable, const Source& second,
                       const Cable& second_cable, Comparison& result) {
  result.clear();
  first_.source = &first;
  first_.cable = &first_cable;
  second_.source = &second;
  second_.cable = &second_cable;
  words_.begin(options_.noise);
  read_release(first, first_cable, options_, words_, first_.tokens);
  read_release(second, second_cable, options_, words_, second_.tokens);
  align(words_, first_.tokens, second_.tokens, alignment_);
  Judge(*this, result).judge();
}

}  // namespace cablelint::redacting
