#include <cablelint/redacting/alignment_table.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace cablelint::redacting {
namespace {

/// What hides a word from one reader costs little, what no mark explains much: the first such place since the
/// last mark most, so that it is not found where marks can explain all; one more behind it less.
constexpr int kHiddenWord = 2, kHiddenBlank = 1, kEmpty = 60, kBegin = AlignmentTable::kDifference,
              kAgain = 60, kMoreWord = 4, kMoreBlank = 1;
constexpr int kNever = AlignmentTable::kNoLimit;

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

constexpr std::size_t kStateCount = 8;
using Ways = std::array<Best, kStateCount>;

/// All ways of which nothing stays open; marks that stand for nothing are paid for.
template <typename Each> void close(const int* costs, const Each& each) {
  each(costs[index(Open::nothing)], Open::nothing);
  each(costs[index(Open::first)] + kEmpty, Open::first);
  each(costs[index(Open::first_covers)], Open::first_covers);
  each(costs[index(Open::second)] + kEmpty, Open::second);
  each(costs[index(Open::second_covers)], Open::second_covers);
  each(costs[index(Open::both)], Open::both);
}

/// All ways into a difference that cost `more`: the first since the last mark, or one more.
void differ(Best& differs, const int* costs, int more, Step step) {
  differs.offer(costs[index(Open::difference)] + more, step, Open::difference);
  differs.offer(costs[index(Open::behind_difference)] + kAgain + more, step, Open::behind_difference);
  close(costs, [&](int before, Open from) { differs.offer(before + kBegin + more, step, from); });
}

/// What a token or a mark of one release does. `open` and `covers` are of its own marks.
struct Advance {
  Step begins, hides, only;
  Open open, covers, other_open, other_covers;
};
constexpr Advance kOfFirst{Step::first_mark,   Step::hidden_first, Step::only_first,   Open::first,
                           Open::first_covers, Open::second,       Open::second_covers};
constexpr Advance kOfSecond{Step::second_mark,   Step::hidden_second, Step::only_second, Open::second,
                            Open::second_covers, Open::first,         Open::first_covers};

/// An item that was taken out of a text once.
struct Item {
  TokenId id = 0;
  bool mark = false, blank = false;

  Item(const Words& words, TokenId of) : id(of), mark(is_mark_item(of)), blank(!mark && words.is_blank(of)) {}
  [[nodiscard]] int hidden() const { return blank ? kHiddenBlank : kHiddenWord; }
  [[nodiscard]] int more() const { return blank ? kMoreBlank : kMoreWord; }
};

void advance(Ways& ways, const int* costs, const Item& item, const Advance& by, bool may_differ) {
  const auto cost = [&](Open from) { return costs[index(from)]; };
  const auto into = [&](Open open) -> Best& { return ways[index(open)]; };
  if (item.mark) {
    for (const Open from : {Open::nothing, Open::difference, Open::behind_difference, by.covers})
      into(by.open).offer(cost(from), by.begins, from);
    into(by.open).offer(cost(by.open) + kEmpty, by.begins, by.open);
    for (const Open from : {by.other_open, by.other_covers, Open::both})
      into(Open::both).offer(cost(from), by.begins, from);
    return;
  }
  for (const Open from : {by.other_covers, Open::both})
    into(by.other_covers).offer(cost(from) + item.hidden(), by.hides, from);
  into(item.blank ? by.other_open : by.other_covers)
      .offer(cost(by.other_open) + item.hidden(), by.hides, by.other_open);
  if (may_differ) differ(into(Open::difference), costs, item.more(), by.only);
}

/// A token of each.
void advance_both(Ways& ways, const int* costs, const Item& x, const Item& y, bool may_differ) {
  Best& differs = ways[index(Open::difference)];
  if (x.id == y.id) {
    Best& same = ways[index(Open::nothing)];
    close(costs, [&](int before, Open from) { same.offer(before, Step::same, from); });
    for (const Open from : {Open::difference, Open::behind_difference})
      ways[index(Open::behind_difference)].offer(costs[index(from)], Step::same, from);
    if (x.blank) differs.offer(costs[index(Open::difference)], Step::same, Open::difference);
    return;
  }
  if (may_differ) differ(differs, costs, x.more() + y.more(), Step::altered);
}

}  // namespace

int cost_of_hidden(const Words& words, std::span<const TokenId> tokens) {
  int cost = 0;
  for (const TokenId id : tokens) cost += Item(words, id).hidden();
  return cost;
}

int cost_of_difference(const Words& words, std::span<const TokenId> first, std::span<const TokenId> second) {
  int cost = kBegin;
  for (const TokenId id : first) cost += Item(words, id).more();
  for (const TokenId id : second) cost += Item(words, id).more();
  return cost;
}

int cost_of_empty_mark() {
  return kEmpty;
}

void AlignmentTable::count_left(const Words& words, std::span<const TokenId> text, std::vector<Left>& left) {
  left.assign(text.size() + 1, {});
  for (std::size_t i = text.size(); i-- > 0;) {
    left[i] = left[i + 1];
    const Item item(words, text[i]);
    if (!item.mark) ++(item.blank ? left[i].blanks : left[i].words);
  }
}

bool AlignmentTable::fill(const Words& words, std::span<const TokenId> first, std::span<const TokenId> second,
                          int limit, std::size_t& cells) {
  static_assert(kStates == kStateCount);
  const bool may_differ = limit > kBegin;
  const std::size_t columns = second.size() + 1;
  rows_.clear();
  from_.clear();
  count_left(words, first, first_left_);
  count_left(words, second, second_left_);
  above_.resize(columns);
  row_.resize(columns);
  std::size_t begin = 0, end = 0;  // of the row above: from its first cell below the limit up to its last
  for (std::size_t i = 0; i <= first.size(); ++i) {
    const Item x(words, i > 0 ? first[i - 1] : 0);
    rows_.push_back({begin, from_.size()});
    std::size_t row_begin = columns, row_end = 0;
    for (std::size_t j = begin; j < columns; ++j) {
      const bool has_left = j > begin && row_end == j;
      const bool has_above = i > 0 && j >= begin && j < end;
      const bool has_both = i > 0 && j > begin && j <= end;
      const bool start = i == 0 && j == 0;
      if (!has_left && !has_above && !has_both && !start && (i == 0 || j > end)) break;
      if (cells == 0) return false;
      --cells;
      Ways ways;
      if (start) ways[index(Open::nothing)].cost = 0;
      const Item y(words, j > 0 ? second[j - 1] : 0);
      if (has_both && !x.mark && !y.mark) advance_both(ways, above_[j - 1].cost, x, y, may_differ);
      if (has_above) advance(ways, above_[j].cost, x, kOfFirst, may_differ);
      if (has_left) advance(ways, row_[j - 1].cost, y, kOfSecond, may_differ);
      // What one text has more than the other from here on, it shows alone.
      const int rest = std::abs(first_left_[i].words - second_left_[j].words) * kHiddenWord +
                       std::abs(first_left_[i].blanks - second_left_[j].blanks) * kHiddenBlank;
      bool below = false;
      const std::size_t at = from_.size();
      from_.resize(at + kStates);
      for (std::size_t state = 0; state < kStates; ++state) {
        const Best& best = ways[state];
        const bool reached = best.cost + rest < limit;
        row_[j].cost[state] = reached ? best.cost : kNever;
        from_[at + state] = best.from;
        below = below || reached;
      }
      if (!below) continue;
      row_begin = std::min(row_begin, j);
      row_end = j + 1;
    }
    if (row_end == 0) return false;
    above_.swap(row_);
    begin = row_begin;
    end = row_end;
  }
  if (end != columns) return false;
  last_ = above_[second.size()];
  return true;
}

bool AlignmentTable::find(const Words& words, std::span<const TokenId> first, std::span<const TokenId> second,
                          int limit, std::size_t& cells, std::vector<TableStep>& steps) {
  steps.clear();
  if (!fill(words, first, second, limit, cells)) return false;
  std::size_t state = 0;
  int best = limit;
  for (std::size_t each = 0; each < kStates; ++each) {
    const bool empty = each == index(Open::first) || each == index(Open::second);
    const int cost = last_.cost[each] + (empty ? kEmpty : 0);
    if (cost >= best) continue;
    best = cost;
    state = each;
  }
  if (best == limit) return false;
  std::size_t i = first.size();
  std::size_t j = second.size();
  while (i > 0 || j > 0) {
    const std::uint8_t from = from_[rows_[i].at + (j - rows_[i].begin) * kStates + state];
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
  return true;
}

}  // namespace cablelint::redacting
