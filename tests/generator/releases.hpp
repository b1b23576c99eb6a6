#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/generator/cut_marks.hpp"
#include "tests/generator/random.hpp"

/// Two releases of one cable with different cuts.
namespace cablelint::generator {

/// How the texts differ beyond what is cut.
enum class ReleaseFault : std::uint8_t {
  none,
  altered,   // a word of the second is another
  inserted,  // the second has a word more
  removed,   // the second has a word less, without a mark
};

struct CutRelease {
  std::string text;
  std::vector<Stretch> marks;
  /// Stretches of text that it shows, and where each begins in the original; in the order of both.
  std::vector<Stretch> shown;
  std::vector<std::size_t> shift;

  /// Where a byte of this text stands in the original.
  [[nodiscard]] std::size_t original_of(std::size_t at) const;
};

struct ReleasePair {
  std::string original;
  CutRelease first, second;
  /// Of the original, without blanks at the ends: what the one shows and the other cuts, and what both cut.
  std::vector<Stretch> first_only, second_only, neither;
  bool planted = false;         // whether there was room for the fault
  std::size_t original_at = 0;  // where it stands
};

/// Cuts `text` twice: some of it at the same places, some overlapping, side by side or one in the other, at
/// both ends, single words and whole paragraphs. Now and then a paragraph is repeated first. The same number
/// of draws gives the same releases everywhere.
[[nodiscard]] ReleasePair release_twice(std::string text, ReleaseFault fault, Random& random);

}  // namespace cablelint::generator
