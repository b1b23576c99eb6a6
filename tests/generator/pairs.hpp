#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/generator/random.hpp"

/// Releases of a cable: cut at random, with at most one fault.
namespace cablelint::generator {

/// What is wrong with a release.
enum class PairFault : std::uint8_t {
  none,
  altered,   // one character of a word is another
  inserted,  // a word more
  removed,   // a sentence less, without a mark
  undone,    // the text stands again beside its mark
};

struct CutPair {
  std::string original, release;
  std::size_t cuts = 0;                         // marks in the release
  std::vector<std::size_t> marks_at;            // where each begins; of two in a row the first
  std::string hidden;                           // what was cut, cut by cut on lines of their own
  bool planted = false;                         // whether there was room for the fault
  std::size_t original_at = 0, release_at = 0;  // where the fault stands
};

/// Cuts `text`: words, sentences, whole paragraphs, its beginning and its end, some of it twice in a row. Now
/// and then a paragraph is repeated first. The same number of draws gives the same pair everywhere.
[[nodiscard]] CutPair cut_at_random(std::string text, PairFault fault, Random& random);

/// A pair in which a person's name is cut and stands elsewhere, too. Empty when the text names nobody.
[[nodiscard]] CutPair leave_name(const std::string& text, Random& random);

}  // namespace cablelint::generator
