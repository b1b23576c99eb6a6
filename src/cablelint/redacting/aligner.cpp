#include <cablelint/redacting/aligner.hpp>

#include <algorithm>

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
/// A way through a table is looked for that costs less than this, then than that.
constexpr int kLimits[] = {40, AlignmentTable::kDifference, 500, AlignmentTable::kNoLimit};

}  // namespace

Aligner::Aligner(const Words& words, const Tokens& first, const Tokens& second, Alignment& out)
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

void Aligner::run() {
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

bool Aligner::equal(std::uint32_t i, std::uint32_t j) const {
  return first_.ids[i] == second_.ids[j] && !is_mark_item(first_.ids[i]);
}

void Aligner::strip(Region& region) {
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

bool Aligner::all_marks(const Items& text, TokenRange range) {
  return std::all_of(text.ids.begin() + range.begin, text.ids.begin() + range.end, is_mark_item);
}

bool Aligner::enough_for(std::uint32_t marks, const Items& text, TokenRange range) const {
  std::uint32_t found = 0;
  for (std::uint32_t i = range.begin; i < range.end && found < marks; ++i) {
    if (is_mark_item(text.ids[i])) return true;
    if (!words_.is_blank(text.ids[i])) ++found;
  }
  return found >= marks;
}

bool Aligner::settle(const Region& region) {
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

TokenRange Aligner::numbers(const Items& text, TokenRange marks) {
  const std::uint32_t begin = text.ids[marks.begin] & ~kMarkItem;
  return {begin, begin + marks.size()};
}

void Aligner::divide(const Region& region) {
  const std::size_t cells = std::size_t{region.first.size() + 1} * (region.second.size() + 1);
  if (cells <= kSmallTable && tabulate(region)) return;
  const auto first = std::span(first_.ids).subspan(region.first.begin, region.first.size());
  const auto second = std::span(second_.ids).subspan(region.second.begin, region.second.size());
  const bool deeper = region.depth < kAlignPasses;
  if (deeper && split(region, anchors_.find(words_, first, second, kContext))) return;
  if (cells <= kLargeTable && tabulate(region)) return;
  if (deeper && split(region, anchors_.find_runs(first, second))) return;
  if (deeper && split(region, anchors_.find(words_, first, second, 0))) return;
  if (tabulate(region)) return;
  out_.rough = true;
  if (!pass(region)) leave(region);
}

bool Aligner::split(const Region& region, std::span<const AnchorSearch::Anchor> chain) {
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

bool Aligner::tabulate(const Region& region) {
  for (const int limit : kLimits) {
    if (tabulate(region, limit)) return true;
  }
  return false;
}

bool Aligner::tabulate(const Region& region, int limit) {
  if (!table_.find(words_, std::span(first_.ids).subspan(region.first.begin, region.first.size()),
                   std::span(second_.ids).subspan(region.second.begin, region.second.size()), limit, cells_,
                   steps_))
    return false;
  walk(region);
  return true;
}

}  // namespace cablelint::redacting
