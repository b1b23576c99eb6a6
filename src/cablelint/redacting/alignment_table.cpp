#include <cablelint/redacting/alignment_table.hpp>

#include <algorithm>
#include <array>

namespace cablelint::redacting {
namespace {

/// What hides a word from one reader costs little, what no mark explains much: beginning such a stretch most,
/// so that few of them are found and not many small ones between words that agree by chance.
constexpr int kHiddenWord = 2, kHiddenBlank = 1, kEmpty = 60, kBegin = 150, kMoreWord = 4, kMoreBlank = 1;
constexpr int kNever = 1 << 28;

constexpr std::size_t index(Open open) {
  return static_cast<std::size_t>(open);
}
constexpr std::uint8_t packed(Step step, Open before) {
  return static_cast<std::uint8_t>((static_cast<unsigned>(step) << 3U) | static_cast<unsigned>(before));
}

/// The cheapest way into a state of a cell so far.
struct Best {
  int cost = kNever;
  std::uint8_t from = 0;
  void offer(int other, Step step, Open before) {
    if (other >= cost) return;
    cost = other;
    from = packed(step, before);
  }
};

}  // namespace

void AlignmentTable::fill(const Words& words, std::span<const TokenId> first,
                          std::span<const TokenId> second) {
  const std::size_t columns = second.size() + 1;
  from_.resize((first.size() + 1) * columns * kStates);
  above_.resize(columns);
  row_.resize(columns);
  for (std::size_t i = 0; i <= first.size(); ++i) {
    const TokenId x = i > 0 ? first[i - 1] : 0;
    const bool x_mark = is_mark_item(x);
    const bool x_blank = i > 0 && !x_mark && words.is_blank(x);
    for (std::size_t j = 0; j < columns; ++j) {
      std::array<Best, kStates> best;
      const auto into = [&](Open open) -> Best& { return best[index(open)]; };
      /// All ways of which nothing stays open; marks that stand for nothing are paid for.
      const auto close = [](const Cell& cell, const auto& each) {
        each(cell.cost[index(Open::nothing)], Open::nothing);
        each(cell.cost[index(Open::first)] + kEmpty, Open::first);
        each(cell.cost[index(Open::first_covers)], Open::first_covers);
        each(cell.cost[index(Open::second)] + kEmpty, Open::second);
        each(cell.cost[index(Open::second_covers)], Open::second_covers);
        each(cell.cost[index(Open::both)], Open::both);
      };
      /// One token or mark of one release. `covers` and `open` are of its marks, the others of the other's.
      const auto advance = [&](const Cell& cell, bool mark, bool blank, Step begins, Step hides, Step only,
                               Open open, Open covers, Open other_open, Open other_covers) {
        const auto cost = [&](Open from) { return cell.cost[index(from)]; };
        if (mark) {
          for (const Open from : {Open::nothing, Open::difference, covers})
            into(open).offer(cost(from), begins, from);
          into(open).offer(cost(open) + kEmpty, begins, open);
          for (const Open from : {other_open, other_covers, Open::both})
            into(Open::both).offer(cost(from), begins, from);
          return;
        }
        const int hidden = blank ? kHiddenBlank : kHiddenWord;
        for (const Open from : {other_covers, Open::both})
          into(other_covers).offer(cost(from) + hidden, hides, from);
        into(blank ? other_open : other_covers).offer(cost(other_open) + hidden, hides, other_open);
        const int more = blank ? kMoreBlank : kMoreWord;
        Best& differs = into(Open::difference);
        differs.offer(cost(Open::difference) + more, only, Open::difference);
        close(cell, [&](int before, Open from) { differs.offer(before + kBegin + more, only, from); });
      };
      if (i == 0 && j == 0) into(Open::nothing).cost = 0;
      const TokenId y = j > 0 ? second[j - 1] : 0;
      const bool y_mark = is_mark_item(y);
      const bool y_blank = j > 0 && !y_mark && words.is_blank(y);
      if (i > 0 && j > 0 && !x_mark && !y_mark) {
        const Cell& cell = above_[j - 1];
        const int open_difference = cell.cost[index(Open::difference)];
        if (x == y) {
          Best& same = into(Open::nothing);
          close(cell, [&](int before, Open from) { same.offer(before, Step::same, from); });
          same.offer(open_difference, Step::same, Open::difference);
          if (x_blank) into(Open::difference).offer(open_difference, Step::same, Open::difference);
        } else {
          const int more = (x_blank ? kMoreBlank : kMoreWord) + (y_blank ? kMoreBlank : kMoreWord);
          Best& differs = into(Open::difference);
          differs.offer(open_difference + more, Step::altered, Open::difference);
          close(cell,
                [&](int before, Open from) { differs.offer(before + kBegin + more, Step::altered, from); });
        }
      }
      if (i > 0)
        advance(above_[j], x_mark, x_blank, Step::first_mark, Step::hidden_first, Step::only_first,
                Open::first, Open::first_covers, Open::second, Open::second_covers);
      if (j > 0)
        advance(row_[j - 1], y_mark, y_blank, Step::second_mark, Step::hidden_second, Step::only_second,
                Open::second, Open::second_covers, Open::first, Open::first_covers);
      std::uint8_t* const from = from_.data() + (i * columns + j) * kStates;
      for (std::size_t state = 0; state < kStates; ++state) {
        row_[j].cost[state] = best[state].cost;
        from[state] = best[state].from;
      }
    }
    above_.swap(row_);
  }
}

void AlignmentTable::find(const Words& words, std::span<const TokenId> first, std::span<const TokenId> second,
                          std::vector<TableStep>& steps) {
  steps.clear();
  fill(words, first, second);
  const std::size_t columns = second.size() + 1;
  const Cell& last = above_[second.size()];
  std::size_t state = 0;
  int best = kNever;
  for (std::size_t each = 0; each < kStates; ++each) {
    const bool empty = each == index(Open::first) || each == index(Open::second);
    const int cost = last.cost[each] + (empty ? kEmpty : 0);
    if (cost >= best) continue;
    best = cost;
    state = each;
  }
  std::size_t i = first.size();
  std::size_t j = second.size();
  while (i > 0 || j > 0) {
    const std::uint8_t from = from_[(i * columns + j) * kStates + state];
    const auto step = static_cast<Step>(from >> 3U);
    steps.push_back({step, static_cast<Open>(state)});
    state = from & 7U;
    const bool of_second =
        step == Step::second_mark || step == Step::hidden_second || step == Step::only_second;
    const bool of_first = step == Step::first_mark || step == Step::hidden_first || step == Step::only_first;
    if (!of_second) --i;
    if (!of_first) --j;
  }
  std::reverse(steps.begin(), steps.end());
}

}  // namespace cablelint::redacting
