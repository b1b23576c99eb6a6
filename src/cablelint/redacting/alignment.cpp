#include <cablelint/redacting/alignment.hpp>
#include <cablelint/redacting/alignment_table.hpp>
#include <cablelint/redacting/anchors.hpp>

#include <algorithm>
#include <span>

namespace cablelint::redacting {
namespace {

/// Cells up to which a table comes before the search for words that occur once, and before that for such
/// words without regard to their neighbours.
constexpr std::size_t kSmallTable = 512, kLargeTable = std::size_t{1} << 17;
/// So many neighbours of a word must agree.
constexpr std::uint32_t kContext = 4;
/// What differs is looked at again together with so many equal tokens on each side, first few, then, where it
/// is more than a word or two, many: a word that occurs once in each release may be one that each cuts at
/// another place.
struct Round {
  std::uint32_t around = 0;
  int least = 0;  // what it costs
};
constexpr Round kRounds[] = {{120, 0}, {500, 190}};
/// With no more tokens than so many in all.
constexpr std::uint32_t kAroundMost = 3000;

/// A way through a table is looked for that costs less than this, then than that.
constexpr int kLimits[] = {60, 400, AlignmentTable::kNoLimit};

bool is_strange(const AlignedStretch& stretch) {
  return stretch.kind == AlignedKind::differ || stretch.kind == AlignedKind::first_empty ||
         stretch.kind == AlignedKind::second_empty;
}

struct Region {
  TokenRange first, second;  // items
  int depth = 0;
  bool settled = false;  // the same items on both sides
};

class Aligner {
 public:
  Aligner(const Words& words, const Tokens& first, const Tokens& second, Alignment& out)
      : words_(words),
        first_tokens_(first.ids),
        second_tokens_(second.ids),
        first_marks_(first.marks),
        second_marks_(second.marks),
        anchors_(words.limit()),
        out_(out) {
    first_.assign(first);
    second_.assign(second);
  }

  void run() {
    open_.push_back({{0, static_cast<std::uint32_t>(first_.ids.size())},
                     {0, static_cast<std::uint32_t>(second_.ids.size())}});
    while (!open_.empty()) {
      Region region = open_.back();
      open_.pop_back();
      if (!region.settled) strip(region);
      if (region.settled) {
        add(AlignedKind::same, region.first, region.second);
      } else if (!settle(region)) {
        divide(region);
      }
    }
    for (const Round& round : kRounds) look_again(round.around, round.least);
  }

 private:
  [[nodiscard]] bool equal(std::uint32_t i, std::uint32_t j) const {
    return first_.ids[i] == second_.ids[j] && !is_mark_item(first_.ids[i]);
  }

  /// What both begin and end with, which is the same in every text of which both are releases.
  void strip(Region& region) {
    TokenRange& first = region.first;
    TokenRange& second = region.second;
    const TokenRange from = first;
    const TokenRange to = second;
    while (first.size() > 0 && second.size() > 0 && equal(first.begin, second.begin)) {
      ++first.begin;
      ++second.begin;
    }
    add(AlignedKind::same, {from.begin, first.begin}, {to.begin, second.begin});
    while (first.size() > 0 && second.size() > 0 && equal(first.end - 1, second.end - 1)) {
      --first.end;
      --second.end;
    }
    if (first.end < from.end) open_.push_back({{first.end, from.end}, {second.end, to.end}, 0, true});
  }

  [[nodiscard]] static bool all_marks(const Items& text, TokenRange range) {
    return std::all_of(text.ids.begin() + range.begin, text.ids.begin() + range.end, is_mark_item);
  }
  [[nodiscard]] bool enough_for(std::uint32_t marks, const Items& text, TokenRange range) const {
    std::uint32_t found = 0;
    for (std::uint32_t i = range.begin; i < range.end && found < marks; ++i) {
      if (is_mark_item(text.ids[i])) return true;
      if (!words_.is_blank(text.ids[i])) ++found;
    }
    return found >= marks;
  }

  /// Answers for marks of one side that stand for all that the other has; false when there is more to it.
  bool settle(const Region& region) {
    if (region.first.size() + region.second.size() == 0) return true;
    if (region.first.size() > 0 && all_marks(first_, region.first) &&
        enough_for(region.first.size(), second_, region.second)) {
      const TokenRange marks = numbers(first_, region.first);
      for (std::uint32_t j = region.second.begin; j < region.second.end; ++j) {
        const TokenRange at{region.first.end, region.first.end};
        const bool mark = is_mark_item(second_.ids[j]);
        add(mark ? AlignedKind::both_cut : AlignedKind::second_shows, at, {j, j + 1}, marks,
            mark ? numbers(second_, {j, j + 1}) : TokenRange{});
      }
      return true;
    }
    if (region.second.size() > 0 && all_marks(second_, region.second) &&
        enough_for(region.second.size(), first_, region.first)) {
      const TokenRange marks = numbers(second_, region.second);
      for (std::uint32_t i = region.first.begin; i < region.first.end; ++i) {
        const TokenRange at{region.second.end, region.second.end};
        const bool mark = is_mark_item(first_.ids[i]);
        add(mark ? AlignedKind::both_cut : AlignedKind::first_shows, {i, i + 1}, at,
            mark ? numbers(first_, {i, i + 1}) : TokenRange{}, marks);
      }
      return true;
    }
    return false;
  }

  /// The numbers of marks that follow each other.
  [[nodiscard]] static TokenRange numbers(const Items& text, TokenRange marks) {
    const std::uint32_t begin = text.ids[marks.begin] & ~kMarkItem;
    return {begin, begin + marks.size()};
  }

  void divide(const Region& region) {
    const std::size_t cells = std::size_t{region.first.size() + 1} * (region.second.size() + 1);
    if (cells <= kSmallTable && tabulate(region)) return;
    if (region.depth < kAlignPasses && split(region, kContext)) return;
    if (cells <= kLargeTable && tabulate(region)) return;
    if (region.depth < kAlignPasses && split(region, 0)) return;
    if (!tabulate(region)) leave(region);
  }

  bool split(const Region& region, std::uint32_t context) {
    const auto part = [](const Items& text, TokenRange range) {
      return std::span(text.ids).subspan(range.begin, range.size());
    };
    const auto& chain =
        anchors_.find(words_, part(first_, region.first), part(second_, region.second), context);
    if (chain.empty()) return false;
    Region rest = region;
    ++rest.depth;
    for (auto anchor = chain.rbegin(); anchor != chain.rend(); ++anchor) {
      const std::uint32_t i = region.first.begin + anchor->first;
      const std::uint32_t j = region.second.begin + anchor->second;
      open_.push_back({{i + 1, rest.first.end}, {j + 1, rest.second.end}, rest.depth});
      open_.push_back({{i, i + 1}, {j, j + 1}, 0, true});
      rest.first.end = i;
      rest.second.end = j;
    }
    open_.push_back(rest);
    return true;
  }

  bool tabulate(const Region& region) {
    for (const int limit : kLimits) {
      if (tabulate(region, limit)) return true;
    }
    return false;
  }
  bool tabulate(const Region& region, int limit) {
    if (!table_.find(words_, std::span(first_.ids).subspan(region.first.begin, region.first.size()),
                     std::span(second_.ids).subspan(region.second.begin, region.second.size()), limit, cells_,
                     steps_))
      return false;
    walk(region);
    return true;
  }

  /// Turns steps into stretches.
  void walk(const Region& region) {
    std::uint32_t i = region.first.begin;
    std::uint32_t j = region.second.begin;
    Open before = Open::nothing;
    TokenRange first_marks, second_marks;  // those that are open
    const auto pay = [&] {
      if (before == Open::first) add(AlignedKind::first_empty, {i, i}, {j, j}, first_marks);
      if (before == Open::second) add(AlignedKind::second_empty, {i, i}, {j, j}, {}, second_marks);
    };
    for (const TableStep& each : steps_) {
      switch (each.step) {
        case Step::same:
        case Step::altered: {
          pay();
          add(each.step == Step::altered ? AlignedKind::differ : AlignedKind::same, {i, i + 1}, {j, j + 1});
          ++i, ++j;
          break;
        }
        case Step::first_mark:
          if (each.open == Open::first) pay();
          first_marks = numbers(first_, {i, i + 1});
          ++i;
          if (each.open == Open::both) add(AlignedKind::both_cut, {i, i}, {j, j}, first_marks, second_marks);
          break;
        case Step::second_mark:
          if (each.open == Open::second) pay();
          second_marks = numbers(second_, {j, j + 1});
          ++j;
          if (each.open == Open::both) add(AlignedKind::both_cut, {i, i}, {j, j}, first_marks, second_marks);
          break;
        case Step::hidden_first:
          add(AlignedKind::first_shows, {i, i + 1}, {j, j}, {}, second_marks);
          ++i;
          break;
        case Step::hidden_second:
          add(AlignedKind::second_shows, {i, i}, {j, j + 1}, first_marks, {});
          ++j;
          break;
        case Step::only_first:
          pay();
          add(AlignedKind::differ, {i, i + 1}, {j, j});
          ++i;
          break;
        case Step::only_second:
          pay();
          add(AlignedKind::differ, {i, i}, {j, j + 1});
          ++j;
          break;
      }
      before = each.open;
    }
    pay();
  }

  /// Calls the whole region different.
  void leave(const Region& region) {
    out_.rough = true;
    add(AlignedKind::differ, region.first, region.second);
  }

  /// Takes a table for what differs and for what stands around it.
  void look_again(std::uint32_t around, int least) {
    if (std::none_of(out_.stretches.begin(), out_.stretches.end(), is_strange)) return;
    std::vector<AlignedStretch> rest;
    rest.swap(out_.stretches);
    std::vector<AlignedStretch>& done = out_.stretches;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (!is_strange(rest[i]) || (rest[i].kind == AlignedKind::differ && cost_of({&rest[i], 1}) < least)) {
        add(rest[i]);
        continue;
      }
      // What goes into the table: some of what is done, and what follows up to enough that is equal. It
      // begins and ends within equal text, so that no mark stands there.
      std::vector<AlignedStretch> taken;
      std::uint32_t equal = 0;
      while (!done.empty() && equal < around) {
        AlignedStretch& last = done.back();
        taken.push_back(last);
        if (last.kind != AlignedKind::same || last.first.size() <= around - equal) {
          if (last.kind == AlignedKind::same) equal = std::min(equal + last.first.size(), around - 1);
          done.pop_back();
          continue;
        }
        AlignedStretch& part = taken.back();
        part.first.begin = part.first.end - (around - equal);
        part.second.begin = part.second.end - (around - equal);
        last.first.end = part.first.begin;
        last.second.end = part.second.begin;
        equal = around;
      }
      std::reverse(taken.begin(), taken.end());
      equal = 0;
      std::size_t next = i;
      for (; next < rest.size() && equal < around; ++next) {
        AlignedStretch& each = rest[next];
        taken.push_back(each);
        if (is_strange(each)) {
          equal = 0;
        } else if (each.kind == AlignedKind::same && each.first.size() > around - equal) {
          AlignedStretch& part = taken.back();
          part.first.end = part.first.begin + (around - equal);
          part.second.end = part.second.begin + (around - equal);
          each.first.begin = part.first.end;
          each.second.begin = part.second.end;
          break;
        } else if (each.kind == AlignedKind::same) {
          equal = std::min(equal + each.first.size(), around - 1);
        }
      }
      const Region region{
          items_of(first_, first_marks_, {taken.front().first.begin, taken.back().first.end}),
          items_of(second_, second_marks_, {taken.front().second.begin, taken.back().second.end})};
      if (std::max(region.first.size(), region.second.size()) > kAroundMost ||
          !tabulate(region, cost_of(taken))) {
        for (const AlignedStretch& each : taken) add(each);
      }
      i = next - 1;
    }
  }

  /// What stretches cost as they are.
  [[nodiscard]] int cost_of(std::span<const AlignedStretch> stretches) const {
    int cost = 0;
    for (const AlignedStretch& each : stretches) {
      const auto first = std::span(first_tokens_).subspan(each.first.begin, each.first.size());
      const auto second = std::span(second_tokens_).subspan(each.second.begin, each.second.size());
      switch (each.kind) {
        case AlignedKind::first_shows:
          cost += cost_of_hidden(words_, first);
          break;
        case AlignedKind::second_shows:
          cost += cost_of_hidden(words_, second);
          break;
        case AlignedKind::differ:
          cost += cost_of_difference(words_, first, second);
          break;
        case AlignedKind::first_empty:
        case AlignedKind::second_empty:
          cost += cost_of_empty_mark();
          break;
        default:
          break;
      }
    }
    return cost;
  }

  /// The items of tokens that begin and end within equal text, or with the text itself.
  [[nodiscard]] static TokenRange items_of(const Items& text, std::span<const Tokens::Mark> marks,
                                           TokenRange tokens) {
    const auto item = [&](std::uint32_t token) {
      const auto behind = std::partition_point(
          marks.begin(), marks.end(), [&](const Tokens::Mark& mark) { return mark.before <= token; });
      return token + static_cast<std::uint32_t>(behind - marks.begin());
    };
    return {tokens.begin == 0 ? 0 : item(tokens.begin), tokens.end == text.tokens.back()
                                                            ? static_cast<std::uint32_t>(text.ids.size())
                                                            : item(tokens.end)};
  }

  static bool grows(TokenRange& range, TokenRange next) {
    if (next.size() == 0) return true;
    if (range.size() == 0) {
      range = next;
      return true;
    }
    if (next.begin > range.end || next.begin < range.begin) return false;
    range.end = std::max(range.end, next.end);
    return true;
  }

  /// Takes items and adds a stretch of tokens, or makes the last one longer.
  void add(AlignedKind kind, TokenRange first_items, TokenRange second_items, TokenRange first_marks = {},
           TokenRange second_marks = {}) {
    const bool marks = kind == AlignedKind::first_empty || kind == AlignedKind::second_empty ||
                       kind == AlignedKind::both_cut;
    if (!marks && first_items.size() + second_items.size() == 0) return;
    add({kind,
         {first_.tokens[first_items.begin], first_.tokens[first_items.end]},
         {second_.tokens[second_items.begin], second_.tokens[second_items.end]},
         first_marks,
         second_marks});
  }

  void add(const AlignedStretch& next) {
    const AlignedKind kind = next.kind;
    if (!out_.stretches.empty() && out_.stretches.back().kind == kind) {
      AlignedStretch& last = out_.stretches.back();
      const bool empty = kind == AlignedKind::first_empty || kind == AlignedKind::second_empty;
      const bool one_group = same_group(first_marks_, last.first_marks, next.first_marks) &&
                             same_group(second_marks_, last.second_marks, next.second_marks);
      if (!empty && (kind == AlignedKind::both_cut || one_group)) {
        AlignedStretch joined = last;
        if (grows(joined.first_marks, next.first_marks) && grows(joined.second_marks, next.second_marks)) {
          joined.first.end = next.first.end;
          joined.second.end = next.second.end;
          last = joined;
          return;
        }
      }
    }
    out_.stretches.push_back(next);
  }

  /// Whether marks are the same or follow each other without text between them.
  static bool same_group(std::span<const Tokens::Mark> all, TokenRange a, TokenRange b) {
    if (a.size() == 0 || b.size() == 0) return a.size() == b.size();
    return all[a.begin].before == all[b.begin].before;
  }

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

/// Whether two texts agree from their begin, or from their end, as far as the shorter goes.
template <typename First, typename Second>
bool agree(First first, First first_end, Second second, Second second_end) {
  while (first != first_end && second != second_end) {
    if (*first++ != *second++) return false;
  }
  return true;
}

bool can_be(const Tokens& first, const Tokens& second) {
  const auto front = [](const Tokens& text) { return text.ids.begin() + text.marks.front().before; };
  const auto back = [](const Tokens& text) {
    return text.ids.rbegin() + static_cast<std::ptrdiff_t>(text.ids.size() - text.marks.back().before);
  };
  return agree(first.ids.begin(), front(first), second.ids.begin(), front(second)) &&
         agree(first.ids.rbegin(), back(first), second.ids.rbegin(), back(second));
}

/// The stretches of a text and its release.
void stretches_of(const Placement& placement, std::span<const MarkGroup> groups, bool first_is_release,
                  std::vector<AlignedStretch>& stretches) {
  const auto moves = [](const Placement::Stretch& each) { return each.leftmost != each.rightmost; };
  const auto add = [&](AlignedStretch stretch) {
    if (first_is_release) {
      std::swap(stretch.first, stretch.second);
      std::swap(stretch.first_marks, stretch.second_marks);
      if (stretch.kind == AlignedKind::first_shows) stretch.kind = AlignedKind::second_shows;
    }
    stretches.push_back(stretch);
  };
  const auto& all = placement.stretches;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Placement::Stretch& each = all[i];
    if (i > 0) {
      const MarkGroup& group = groups[i - 1];
      add({AlignedKind::first_shows,
           {all[i - 1].leftmost + all[i - 1].length, each.leftmost},
           {each.release, each.release},
           {},
           {group.first, group.first + group.count},
           moves(all[i - 1]) || moves(each)});
    }
    if (each.length > 0)
      add({AlignedKind::same,
           {each.leftmost, each.leftmost + each.length},
           {each.release, each.release + each.length},
           {},
           {}});
  }
}

/// Blanks between two differences make them one.
void join_differences(const Words& words, const Tokens& first, std::vector<AlignedStretch>& stretches) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const AlignedStretch next = stretches[i];
    const auto is = [&](std::size_t back, AlignedKind kind) {
      return kept >= back && stretches[kept - back].kind == kind;
    };
    if (next.kind == AlignedKind::differ && is(2, AlignedKind::differ) && is(1, AlignedKind::same) &&
        stretches[kept - 1].first.size() == 1 && words.is_blank(first.ids[stretches[kept - 1].first.begin])) {
      --kept;
      stretches[kept - 1].first.end = next.first.end;
      stretches[kept - 1].second.end = next.second.end;
    } else {
      stretches[kept++] = next;
    }
  }
  stretches.resize(kept);
}

/// Finds text between two marks that could stand elsewhere in what they hide.
void find_ambiguous(const Words& words, const Tokens& first, const Tokens& second,
                    std::vector<AlignedStretch>& stretches) {
  for (std::size_t i = 0; i + 2 < stretches.size(); ++i) {
    AlignedStretch& left = stretches[i];
    AlignedStretch& right = stretches[i + 2];
    const AlignedStretch& between = stretches[i + 1];
    const bool shown = left.kind == AlignedKind::first_shows || left.kind == AlignedKind::second_shows;
    if (!shown || left.kind != right.kind || between.kind != AlignedKind::same) continue;
    const bool of_first = left.kind == AlignedKind::first_shows;
    const Tokens& text = of_first ? first : second;
    // A release of this part alone: two marks and what stands between them.
    Tokens part, release;
    const TokenRange all{of_first ? left.first.begin : left.second.begin,
                         of_first ? right.first.end : right.second.end};
    const TokenRange stays = of_first ? between.first : between.second;
    part.ids.assign(text.ids.begin() + all.begin, text.ids.begin() + all.end);
    release.ids.assign(text.ids.begin() + stays.begin, text.ids.begin() + stays.end);
    const auto size = static_cast<std::uint32_t>(release.ids.size());
    const MarkGroup groups[] = {{0, 1, 0}, {1, 1, size}};
    Placement placement;
    if (!place(words, part, release, groups, placement)) continue;
    const Placement::Stretch& found = placement.stretches[1];
    if (found.leftmost != found.rightmost) left.ambiguous = right.ambiguous = true;
  }
}

}  // namespace

void align(const Words& words, const Tokens& first, const Tokens& second, Alignment& alignment) {
  alignment = {};
  if (first.marks.empty() || second.marks.empty()) {
    const bool first_is_release = second.marks.empty();
    const Tokens& original = first_is_release ? second : first;
    const Tokens& release = first_is_release ? first : second;
    std::vector<MarkGroup> groups;
    group_marks(release, groups);
    Placement placement;
    alignment.possible = place(words, original, release, groups, placement);
    if (alignment.possible) {
      stretches_of(placement, groups, first_is_release, alignment.stretches);
      alignment.consistent = true;
      return;
    }
  } else {
    alignment.possible = can_be(first, second);
  }
  Aligner(words, first, second, alignment).run();
  join_differences(words, first, alignment.stretches);
  find_ambiguous(words, first, second, alignment.stretches);
  alignment.consistent =
      std::none_of(alignment.stretches.begin(), alignment.stretches.end(), [](const AlignedStretch& each) {
        return each.kind == AlignedKind::differ || each.kind == AlignedKind::first_empty ||
               each.kind == AlignedKind::second_empty;
      });
}

}  // namespace cablelint::redacting
