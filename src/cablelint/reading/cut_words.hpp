#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <cablelint/vocabulary.hpp>

namespace cablelint::reading {

/// What a word of a mark does; explained in rules/vocabulary/redaction_words.yaml.
enum class CutRole : std::uint8_t {
  plain,
  thing,
  refused,
  cut,
  negation,
  less,
  rest,
  number,
  half,
  link,
  inner,
  sentence,
};

struct CutWord {
  std::string_view key;
  CutRole role = CutRole::plain;
  std::string_view what, unit;
  std::int32_t count = 0;
  std::uint32_t letters = 0;  // of the key, as a set
};

/// The words of marks in brackets, by their spelling and by what comes near it.
class CutWords {
 public:
  CutWords() = default;
  explicit CutWords(const Table* table);

  /// The word with this spelling, whatever its case; a plural finds its singular. Null when there is none.
  [[nodiscard]] const CutWord* find(std::string_view word) const;
  /// The same, or else the word that is meant: a slip for four letters and more, two for nine, three for
  /// twelve.
  [[nodiscard]] const CutWord* find_near(std::string_view word) const;
  /// "DOCUMENT NUMBER"; null when the two words mean nothing together.
  [[nodiscard]] const CutWord* find_pair(std::string_view first, std::string_view second) const;

 private:
  [[nodiscard]] const CutWord* find_exact(std::string_view word) const;

  const Table* table_ = nullptr;
  std::vector<CutWord> words_;  // in the order of the table's rows
};

/// Slips that tell two words apart: a letter too many, too few, another, or two that changed places. Case and
/// hyphens do not count. Gives `most` + 1 when there are more.
[[nodiscard]] unsigned slips(std::string_view printed, std::string_view meant, unsigned most);

}  // namespace cablelint::reading
