#include <cablelint/redacting/anchors.hpp>

#include <algorithm>

namespace cablelint::redacting {
namespace {

constexpr std::uint32_t kNone = 0xFFFF'FFFF;
/// So many neighbours on each side are looked at.
constexpr std::uint32_t kNeighbours = 8;

/// How many tokens beside two equal ones are equal, too; blanks do not count.
std::uint32_t shared_context(const Words& words, std::span<const TokenId> first,
                             std::span<const TokenId> second, AnchorSearch::Anchor at) {
  std::uint32_t shared = 0;
  const auto look = [&](std::uint32_t i, std::uint32_t j) {
    const bool same = first[i] == second[j] && !is_mark_item(first[i]);
    if (same && !words.is_blank(first[i])) ++shared;
    return same;
  };
  for (std::uint32_t by = 1; by <= kNeighbours && by <= at.first && by <= at.second; ++by) {
    if (!look(at.first - by, at.second - by)) break;
  }
  for (std::uint32_t by = 1;
       by <= kNeighbours && at.first + by < first.size() && at.second + by < second.size(); ++by) {
    if (!look(at.first + by, at.second + by)) break;
  }
  return shared;
}

}  // namespace

void Items::assign(const Tokens& text) {
  ids.clear();
  tokens.clear();
  std::size_t mark = 0;
  for (std::uint32_t i = 0; i <= text.ids.size(); ++i) {
    for (; mark < text.marks.size() && text.marks[mark].before == i; ++mark) {
      ids.push_back(kMarkItem | static_cast<std::uint32_t>(mark));
      tokens.push_back(i);
    }
    if (i < text.ids.size()) ids.push_back(text.ids[i]);
    tokens.push_back(i);
  }
}

const std::vector<AnchorSearch::Anchor>& AnchorSearch::find(const Words& words,
                                                            std::span<const TokenId> first,
                                                            std::span<const TokenId> second,
                                                            std::uint32_t context) {
  for (std::uint32_t i = 0; i < first.size(); ++i) {
    if (is_mark_item(first[i])) continue;
    Count& count = counts_[first[i]];
    ++count.first;
    count.at = i;
  }
  for (const TokenId id : second) {
    if (!is_mark_item(id)) ++counts_[id].second;
  }
  found_.clear();
  for (std::uint32_t j = 0; j < second.size(); ++j) {
    if (is_mark_item(second[j])) continue;
    const Count& count = counts_[second[j]];
    if (count.first != 1 || count.second != 1) continue;
    const Anchor anchor{count.at, j};
    if (context == 0 || shared_context(words, first, second, anchor) >= context) found_.push_back(anchor);
  }
  for (const std::span<const TokenId> text : {first, second}) {
    for (const TokenId id : text) {
      if (!is_mark_item(id)) counts_[id] = {};
    }
  }
  tails_.clear();
  before_.assign(found_.size(), kNone);
  for (std::uint32_t i = 0; i < found_.size(); ++i) {
    const auto at = std::lower_bound(
        tails_.begin(), tails_.end(), found_[i].first,
        [&](std::uint32_t tail, std::uint32_t first_at) { return found_[tail].first < first_at; });
    if (at != tails_.begin()) before_[i] = *(at - 1);
    if (at == tails_.end()) {
      tails_.push_back(i);
    } else {
      *at = i;
    }
  }
  chain_.clear();
  for (std::uint32_t i = tails_.empty() ? kNone : tails_.back(); i != kNone; i = before_[i])
    chain_.push_back(found_[i]);
  std::reverse(chain_.begin(), chain_.end());
  return chain_;
}

}  // namespace cablelint::redacting
