#pragma once

#include <cablelint/redacting/alignment.hpp>
#include <cablelint/redacting/alignment_table.hpp>
#include <cablelint/redacting/anchors.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace cablelint::redacting {

/// Whether no mark explains a stretch.
[[nodiscard]] inline bool is_strange(const AlignedStretch& stretch) {
  return stretch.kind == AlignedKind::differ || stretch.kind == AlignedKind::first_empty ||
         stretch.kind == AlignedKind::second_empty;
}

/// Looks for the stretches of two releases of which neither is whole.
class Aligner {
 public:
  /// Adds them to `out`, which has none yet.
  Aligner(const Words& words, const Tokens& first, const Tokens& second, Alignment& out);
  void run();

 private:
  struct Region {
    TokenRange first, second;  // items
    int depth = 0;
    bool settled = false;  // the same items on both sides
  };

  [[nodiscard]] bool equal(std::uint32_t i, std::uint32_t j) const;
  /// What both begin and end with, which is the same in every text of which both are releases.
  void strip(Region& region);

  [[nodiscard]] static bool all_marks(const Items& text, TokenRange range);
  /// Whether so many marks can all stand for something in a stretch.
  [[nodiscard]] bool enough_for(std::uint32_t marks, const Items& text, TokenRange range) const;

  /// Answers for marks of one side that stand for all that the other has; false when there is more to it.
  bool settle(const Region& region);

  /// The numbers of marks that follow each other.
  [[nodiscard]] static TokenRange numbers(const Items& text, TokenRange marks);

  void divide(const Region& region);
  /// At words that both texts have; false when there are none.
  bool split(const Region& region, std::span<const AnchorSearch::Anchor> chain);
  /// By a table; false when it would be too large, or when all ways cost `limit` or more.
  bool tabulate(const Region& region);
  bool tabulate(const Region& region, int limit);

  /// Takes the first way on which every mark stands for something; false when it leads to none. What is
  /// hidden could be so in other ways, too. Time is of the order of the region.
  bool pass(const Region& region);

  /// Turns steps into stretches.
  void walk(const Region& region);

  /// Calls the whole region different.
  void leave(const Region& region);

  /// Takes a table for what differs and for what stands around it.
  void look_again(std::uint32_t around, int least);

  /// What stretches cost as they are.
  [[nodiscard]] int cost_of(std::span<const AlignedStretch> stretches) const;

  /// The items of tokens that begin and end within equal text, or with the text itself.
  [[nodiscard]] static TokenRange items_of(const Items& text, std::span<const Tokens::Mark> marks,
                                           TokenRange tokens);

  /// Takes items and adds a stretch of tokens, or makes the last one longer.
  void add(AlignedKind kind, TokenRange first_items, TokenRange second_items, TokenRange first_marks = {},
           TokenRange second_marks = {});

  void add(const AlignedStretch& next);
  /// Whether marks are the same or follow each other without text between them.
  static bool same_group(std::span<const Tokens::Mark> all, TokenRange a, TokenRange b);
  /// Makes a range longer by one that follows it; false when that does not.
  static bool grows(TokenRange& range, TokenRange next);

  const Words& words_;
  std::span<const TokenId> first_tokens_, second_tokens_;
  std::span<const Tokens::Mark> first_marks_, second_marks_;
  Items first_, second_;
  AnchorSearch anchors_;
  AlignmentTable table_;
  std::vector<TableStep> steps_;
  std::vector<Region> open_;
  std::size_t cells_ = kAlignCells;  // that may still be filled
  Alignment& out_;
};

}  // namespace cablelint::redacting
