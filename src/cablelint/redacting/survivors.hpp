#pragma once

#include <cablelint/redacting/cuts.hpp>
#include <cablelint/source.hpp>
#include <cablelint/vocabulary.hpp>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace cablelint::redacting {

/// A name or number that was cut and that the release shows elsewhere.
struct Survivor {
  TokenId word = 0;          // as the release spells it
  std::uint32_t hidden = 0;  // the first token of the original that was cut
  std::uint32_t shown = 0;   // the first token of the release that shows it
  std::uint32_t count = 0;   // how often it is shown
};

/// What words give away whom or what a cut is about: long numbers; of a cut that says it is a name all but
/// titles and ordinary words; of others names in the middle of a sentence and behind a title, unless the
/// release shows them so often that the cable is about them. Words that stand in lower case anywhere in the
/// original are no names; a name may stand in capitals where it survives, as in a subject. In text of
/// capitals alone names can only be told by their mark or a title.
class SurvivorSearch {
 public:
  explicit SurvivorSearch(const Vocabulary& vocabulary);
  /// In the order in which they were cut.
  void find(const Aligned& texts, const Source& original, const Cable& release, std::vector<Survivor>& found);

 private:
  struct About {
    std::uint32_t shown = 0, first = 0;
    bool done = false;
  };
  /// Gathers the words that the release shows and that differ from what was cut by the case of letters alone.
  void gather_other_cases(const Aligned& texts, const Source& original);

  const Table* titles_;
  const Table* exemptions_;
  std::vector<const Table*> known_;
  std::vector<About> about_;                                           // by id
  std::unordered_map<std::string, std::vector<TokenId>> other_cases_;  // by the word in lower case
};

}  // namespace cablelint::redacting
