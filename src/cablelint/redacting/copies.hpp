#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/source.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cablelint::redacting {

/// What a text says, as far as its marks leave it: of the runs of six words that stand between them the ones
/// with the least hashes, so that texts can be compared without being at hand.
class TextSketch {
 public:
  TextSketch() = default;
  /// Time is of the order of the text.
  TextSketch(const Source& source, const Cable& cable);

  /// Which part of the runs of the shorter text stands in the other, too; an estimate from 0 to 1. 0 for
  /// texts of so few words that nothing can be said.
  [[nodiscard]] double shared_with(const TextSketch& other) const;
  /// Ascending; at most kMost.
  [[nodiscard]] const std::vector<std::uint64_t>& least() const { return least_; }

 private:
  static constexpr std::size_t kMost = 128;
  void put(std::uint64_t hash);
  std::vector<std::uint64_t> least_;
};

/// Finds copies of one cable among many documents: by the id of their records, else by post, message number
/// and year, else by their text. None of these may differ where both have it.
class CopySearch {
 public:
  /// Documents are numbered from 0 in the order in which they come.
  void add(const Source& source, const Cable& cable);
  /// Groups of two and more, each in ascending order, by their first document. Time is about that of sorting
  /// what is known of all documents.
  [[nodiscard]] std::vector<std::vector<std::size_t>> groups() const;

 private:
  struct Document {
    std::string record, number;  // "ROME 1636" of the message; empty when it has none
    int year = 0;                // 0: not known
    TextSketch sketch;
  };
  class Groups;
  static bool can_be_copies(const Document& a, const Document& b);
  void join_texts(Groups& groups) const;

  std::vector<Document> documents_;
};

}  // namespace cablelint::redacting
