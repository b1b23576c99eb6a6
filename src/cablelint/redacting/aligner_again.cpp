#include <cablelint/redacting/aligner.hpp>

#include <algorithm>

namespace cablelint::redacting {
namespace {

/// With no more tokens than so many in all.
constexpr std::uint32_t kAroundMost = 3000;

}  // namespace

void Aligner::look_again(std::uint32_t around, int least) {
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

int Aligner::cost_of(std::span<const AlignedStretch> stretches) const {
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

TokenRange Aligner::items_of(const Items& text, std::span<const Tokens::Mark> marks, TokenRange tokens) {
  const auto item = [&](std::uint32_t token) {
    const auto behind = std::partition_point(marks.begin(), marks.end(),
                                             [&](const Tokens::Mark& mark) { return mark.before <= token; });
    return token + static_cast<std::uint32_t>(behind - marks.begin());
  };
  return {tokens.begin == 0 ? 0 : item(tokens.begin),
          tokens.end == text.tokens.back() ? static_cast<std::uint32_t>(text.ids.size()) : item(tokens.end)};
}

}  // namespace cablelint::redacting
