#pragma once

#include <cablelint/level.hpp>
#include <cablelint/vocabulary.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint {

/// Where a mark stands: over the whole document, or before one portion of it.
enum class MarkForm : std::uint8_t { banner, portion };

/// "banner" or "portion".
[[nodiscard]] std::string_view to_text(MarkForm form);

/// One part of a mark and what it means.
struct MarkPart {
  std::string text;     // as written: "REL TO USA, GBR"
  std::string meaning;  // empty when nobody knows
};

/// What is wrong with a mark, or merely not in the best form.
struct MarkNote {
  std::string code;     // "unknown-control"
  std::string message;  // what is wrong and what to do; parts of the mark in backquotes may hold anything
};

/// A mark, read and judged.
struct MarkReading {
  std::string text;  // as given
  MarkForm as = MarkForm::banner;
  std::optional<Level> level;
  std::vector<std::string> controls;  // as written
  std::vector<MarkPart> parts;        // from left to right, the level among them
  std::vector<MarkNote> problems;     // what makes it invalid
  std::vector<MarkNote> remarks;      // what does not

  [[nodiscard]] bool valid() const { return problems.empty(); }
};

/// Reads and judges single marks by the tables `marking_*` of a vocabulary, which must outlive it. Immutable
/// once made.
class MarkReader {
 public:
  /// Longer texts are refused unread.
  static constexpr std::size_t kLongest = 1000;

  /// Throws std::invalid_argument when the vocabulary has no such profile.
  MarkReader(const Vocabulary& vocabulary, std::string_view profile);
  ~MarkReader();
  MarkReader(const MarkReader&) = delete;
  MarkReader& operator=(const MarkReader&) = delete;

  /// Any bytes are a mark, if hardly a valid one. Without a form, brackets and portion forms make a portion
  /// mark. Time is linear in the text.
  [[nodiscard]] MarkReading read(std::string_view text, std::optional<MarkForm> as = std::nullopt) const;

  /// The names of the profiles a vocabulary has.
  [[nodiscard]] static std::vector<std::string> profiles(const Vocabulary& vocabulary);

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace cablelint
