#pragma once

#include <cablelint/redacting/placement.hpp>
#include <cablelint/redacting/tokens.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cablelint::redacting {

/// What two releases have at one place.
enum class AlignedKind : std::uint8_t {
  same,          // both show the same tokens
  first_shows,   // the first shows tokens that marks of the second stand for
  second_shows,  // the other way round
  both_cut,      // marks of both stand here; what for, neither shows
  differ,        // tokens of one or both that no mark explains
  first_empty,   // a mark of the first stands for nothing: the second shows all the text around it
  second_empty,  // the other way round
};

/// A run of tokens and marks of both releases.
struct AlignedStretch {
  AlignedKind kind = AlignedKind::same;
  TokenRange first, second;              // tokens; empty where that release shows nothing
  TokenRange first_marks, second_marks;  // in Tokens::marks; those that stand for the text of the other
  bool ambiguous = false;  // it could be otherwise, too; of what differs: it was not looked into
};

/// Both releases from begin to end.
struct Alignment {
  bool possible = false;    // there is a text of which both are releases
  bool consistent = false;  // and this alignment gives one: nothing differs, no mark is empty
  bool rough = false;       // a stretch was too large and too uniform to look at all ways through it
  std::vector<AlignedStretch> stretches;
};

/// Holds two releases against each other. Whether there is a text of which both are releases is decided
/// exactly: where both have marks, what they show before their first and behind their last must agree, and
/// the rest could always be hidden from one another; where one has none, it is the text, and its words stand
/// as `place` finds them. Since marks on both sides can hide any difference, of all explanations that with
/// the fewest words shown by one release alone is looked for. Time is of the order of the lengths of both
/// texts, times the passes over words that occur once (at most kAlignPasses), and of the cells of tables for
/// what is left between these (at most kAlignCells); beyond that the first way
/// on which marks explain all is taken, and where it leads to none, a stretch counts as different as a whole.
void align(const Words& words, const Tokens& first, const Tokens& second, Alignment& alignment);

inline constexpr int kAlignPasses = 12;
inline constexpr std::size_t kAlignCells = std::size_t{1} << 23;

}  // namespace cablelint::redacting
