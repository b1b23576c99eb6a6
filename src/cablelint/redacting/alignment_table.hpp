#pragma once

#include <cablelint/redacting/anchors.hpp>
#include <cablelint/redacting/tokens.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cablelint::redacting {

/// What is open in front of an item: marks that go on hiding what the other release shows.
enum class Open : std::uint8_t {
  nothing,
  first,              // a mark of the first that stands for nothing yet
  first_covers,       // one that stands for something
  second,             // the same of the second
  second_covers,      //
  both,               // marks of both, over each other
  difference,         // tokens that no mark explains
  behind_difference,  // equal ones behind such, before the next mark
};

/// One step through two releases.
enum class Step : std::uint8_t {
  same,          // a token of each, equal
  altered,       // a token of each, different
  first_mark,    // a mark begins
  second_mark,   //
  hidden_first,  // a token of the first that a mark of the second stands for
  hidden_second,
  only_first,  // a token of the first without a counterpart
  only_second,
};

/// A step and what is open behind it.
struct TableStep {
  Step step = Step::same;
  Open open = Open::nothing;
};

/// What a stretch costs at least that only one release shows, or that differs; see alignment_table.cpp.
[[nodiscard]] int cost_of_hidden(const Words& words, std::span<const TokenId> tokens);
[[nodiscard]] int cost_of_difference(const Words& words, std::span<const TokenId> first,
                                     std::span<const TokenId> second);
[[nodiscard]] int cost_of_empty_mark();

/// The cheapest way through two stretches of releases, by a table of all ways that cost less than a limit.
class AlignmentTable {
 public:
  static constexpr int kNoLimit = 1 << 28;
  static constexpr int kDifference = 150;  // below that all is explained by marks
  /// The steps from the begin of both to their end; false when all ways cost `limit` or more, or when more
  /// than `cells` of the table were needed, from which those that were are taken.
  [[nodiscard]] bool find(const Words& words, std::span<const TokenId> first, std::span<const TokenId> second,
                          int limit, std::size_t& cells, std::vector<TableStep>& steps);

 private:
  static constexpr std::size_t kStates = 8;
  struct Cell {
    int cost[kStates];
  };
  /// The columns of a row that were reached, and where they begin in `from_`.
  struct Row {
    std::size_t begin = 0, at = 0;
  };
  /// Tokens from an item to the end.
  struct Left {
    int words = 0, blanks = 0;  // words: and signs
  };
  static void count_left(const Words& words, std::span<const TokenId> text, std::vector<Left>& left);
  bool fill(const Words& words, std::span<const TokenId> first, std::span<const TokenId> second, int limit,
            std::size_t& cells);

  std::vector<Cell> above_, row_;
  std::vector<Row> rows_;
  std::vector<Left> first_left_, second_left_;
  std::vector<std::uint8_t>
      from_;  // of each cell and state: the step that led there, and what was open before
  Cell last_{};
};

}  // namespace cablelint::redacting
