// What the release says otherwise than its original, beyond its marks.

#include <cablelint/counted.hpp>
#include <cablelint/redacting/places.hpp>
#include <cablelint/redacting/records.hpp>
#include <cablelint/redacting/verifier_pair.hpp>

#include <fmt/format.h>

#include <string>

namespace cablelint::redacting {
namespace {

/// Texts of so many words that share less than this part are no copies of one cable.
constexpr std::uint32_t kEnoughWords = 20;
constexpr double kShared = 0.4;

}  // namespace

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
                    counted(all, "word"), all - strange));
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
               words ? fmt::format("text was altered: {} of the original became {}",
                                   counted(gone_words, "word"), counted(come_words, "word"))
                     : "signs were altered");
    } else if (gone) {
      pair.add(
          result, FaultKind::removed_text, gone,
          gap_at(words_, release_, difference.release.begin, goes_with_next(pair.original, original_, gone)),
          gone_words > 0 ? fmt::format("{} of the original {} missing without a mark",
                                       counted(gone_words, "word"), gone_words == 1 ? "is" : "are")
                         : "signs of the original are missing without a mark");
    } else if (come) {
      pair.add(
          result, FaultKind::inserted_text,
          gap_at(words_, original_, difference.original.begin, goes_with_next(pair.release, release_, come)),
          come,
          come_words > 0 ? fmt::format("{} in the release {} not in the original",
                                       counted(come_words, "word"), come_words == 1 ? "is" : "are")
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

}  // namespace cablelint::redacting
