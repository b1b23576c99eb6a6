#pragma once

#include <cablelint/finding.hpp>
#include <cablelint/span.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::redacting {

/// How two releases of one cable can differ, or what is worth saying of them.
enum class ContrastKind : std::uint8_t {
  shown_in_one,      // one shows what the other cuts
  cut_in_both,       // both cut, or may cut, something here
  different_codes,   // both cut the same under different exemptions
  different_extent,  // both cut the same and state different amounts
  ambiguous_cut,     // a cut could stand at several places
  altered_text,      // the texts differ where neither is cut
  inserted_text,     // the second has text that the first neither has nor cuts
  missing_text,      // the other way round
  empty_mark,        // a mark stands for nothing: the other shows all the text around it
  different_cable,
  nothing_cut,
};
/// "shown-in-one".
[[nodiscard]] std::string_view name_of(ContrastKind kind);

enum class Side : std::uint8_t { neither, first, second };

/// One thing about two releases, with its place in both: a stretch, or an empty one where that release has
/// nothing. The message repeats no word of them.
struct Contrast {
  ContrastKind kind = ContrastKind::shown_in_one;
  Severity level = Severity::warning;  // a note is no difference
  Side shown_by = Side::neither;       // the release that shows more
  std::uint32_t words = 0;             // how many it shows
  Span first, second;
  std::int32_t first_paragraph = 0, second_paragraph = 0;  // as numbered; 0: in none
  std::string message;
};

/// What came out of holding two releases against each other.
struct Comparison {
  bool possible = false;                            // there is a text of which both are releases
  bool consistent = false;                          // and nothing differs but what is cut
  std::vector<Contrast> contrasts;                  // in the order of the texts
  std::vector<Span> first_only, second_only;        // what one shows and the other cuts; ascending
  std::uint32_t first_words = 0, second_words = 0;  // how many words that are
  std::uint32_t cut_in_both = 0;

  void clear();
  /// How many contrasts are more than notes.
  [[nodiscard]] std::size_t differences() const;
};

}  // namespace cablelint::redacting
