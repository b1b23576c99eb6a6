#include <cablelint/redacting/anchors.hpp>

#include <algorithm>

namespace cablelint::redacting {
namespace {

constexpr std::uint32_t kNone = 0xFFFF'FFFF;
/// So many neighbours on each side are looked at.
constexpr std::uint32_t kNeighbours = 8;
/// Tokens of a run.
constexpr std::size_t kRun = 12;
/// Of a text of more tokens than this one run in eight is looked at: the same ones in both texts.
constexpr std::size_t kLongText = 4096;

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
  return chain();
}

const std::vector<AnchorSearch::Anchor>& AnchorSearch::chain() {
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

void AnchorSearch::gather_runs(std::span<const TokenId> text, bool all, std::vector<Run>& runs) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
  std::uint64_t last = 1;  // what the token that leaves a run was multiplied with
  for (std::size_t i = 0; i < kRun; ++i) last *= kFactor;
  runs.clear();
  std::uint64_t hash = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_mark_item(text[i])) {
      hash = length = 0;
      continue;
    }
    hash = (hash + text[i] + 1) * kFactor;
    if (length == kRun) hash -= (text[i - kRun] + std::uint64_t{1}) * last * kFactor;
    if (length < kRun) ++length;
    const std::uint64_t mixed = (hash ^ (hash >> 32)) * kFactor;
    if (length == kRun && (all || mixed >> 61 == 0))
      runs.push_back({mixed, static_cast<std::uint32_t>(i + 1 - kRun)});
  }
  std::sort(runs.begin(), runs.end(),
            [](const Run& a, const Run& b) { return a.hash != b.hash ? a.hash < b.hash : a.at < b.at; });
  // Only those that occur once.
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < runs.size();) {
    std::size_t end = begin + 1;
    while (end < runs.size() && runs[end].hash == runs[begin].hash) ++end;
    if (end == begin + 1) runs[kept++] = runs[begin];
    begin = end;
  }
  runs.resize(kept);
}

const std::vector<AnchorSearch::Anchor>& AnchorSearch::find_runs(std::span<const TokenId> first,
                                                                 std::span<const TokenId> second) {
  const bool all = std::max(first.size(), second.size()) <= kLongText;
  gather_runs(first, all, first_runs_);
  gather_runs(second, all, second_runs_);
  found_.clear();
  auto other = second_runs_.begin();
  for (const Run& run : first_runs_) {
    while (other != second_runs_.end() && other->hash < run.hash) ++other;
    if (other == second_runs_.end()) break;
    const auto a = first.subspan(run.at, kRun);
    const auto b = second.subspan(other->at, kRun);
    if (other->hash == run.hash && std::equal(a.begin(), a.end(), b.begin()))
      found_.push_back({run.at, other->at});
  }
  std::sort(found_.begin(), found_.end(), [](Anchor a, Anchor b) { return a.second < b.second; });
  return chain();
}

}  // namespace cablelint::redacting
