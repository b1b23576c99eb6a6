#pragma once

#include <cablelint/redacting/placement.hpp>
#include <cstdint>
#include <span>
#include <vector>

namespace cablelint::redacting {

/// Where the two texts differ: tokens of the original that no mark stands for, tokens of the release that the
/// original does not have, or both at one place.
struct Difference {
  TokenRange original, release;
};

/// How a release came about that is not the original with marks in it.
struct Explanation {
  std::vector<Difference> differences;  // in the order of the texts
  std::vector<TokenRange> hidden;       // of each mark: what it stands for; may be empty or blank
  std::vector<bool> empty;              // of each mark: nothing stands behind it
  bool rough = false;                   // a stretch was too large and too uniform to be compared word by word
};

/// Looks for few differences that explain a release. Time is of the order of the lengths of both texts, times
/// the passes over words that occur once (at most kPasses), and of the cells of tables for what is left
/// between these (at most kCells); beyond that a stretch counts as different as a whole.
void explain(const Words& words, const Tokens& original, const Tokens& release, Explanation& explanation);

inline constexpr int kPasses = 12;
inline constexpr std::size_t kCells = std::size_t{1} << 24;

}  // namespace cablelint::redacting
