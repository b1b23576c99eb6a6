#include <cablelint/redacting/copies.hpp>

#include <cablelint/calendar.hpp>
#include <cablelint/fnv.hpp>
#include <cablelint/redacting/tokens.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

namespace cablelint::redacting {
namespace {

/// Words of a run; texts of which that part is the same are copies of one cable; so many runs must be the
/// same at least; and runs that stand in more documents say nothing.
constexpr std::size_t kWords = 6;
constexpr double kCopy = 0.5;
constexpr std::size_t kLeastShared = 6, kCommon = 32;

std::uint64_t mixed(std::uint64_t hash) {
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9U;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBU;
  return hash ^ (hash >> 31);
}

/// "ROME 1636"; empty when the cable does not say it.
std::string number_of(const Source& source, const Cable& cable) {
  if (!cable.classification) return {};
  const std::string_view post = source.text(cable.classification->post);
  std::string_view number = source.text(cable.classification->message_number);
  while (number.starts_with('0')) number.remove_prefix(1);
  if (post.empty() || number.empty()) return {};
  return std::string(post) + ' ' + std::string(number);
}

}  // namespace

TextSketch::TextSketch(const Source& source, const Cable& cable) {
  const std::string_view text = source.bytes();
  std::uint64_t words[kWords] = {};
  std::size_t count = 0;
  auto mark = cable.redactions.begin();
  const auto is_word = [](char c) { return Words::is_word_byte(static_cast<unsigned char>(c)); };
  for (std::size_t at = 0; at < text.size();) {
    if (mark != cable.redactions.end() && at >= mark->at.offset) {
      at = std::max<std::size_t>(at, mark->at.end());
      ++mark;
      count = 0;
      continue;
    }
    if (!is_word(text[at])) {
      ++at;
      continue;
    }
    Fnv word;
    for (; at < text.size() && is_word(text[at]); ++at)
      word.put(text[at] >= 'a' && text[at] <= 'z' ? static_cast<char>(text[at] - ('a' - 'A')) : text[at]);
    words[count++ % kWords] = word.value();
    if (count < kWords) continue;
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < kWords; ++i) hash = mixed(hash + words[(count + i) % kWords]);
    put(hash);
  }
}

void TextSketch::put(std::uint64_t hash) {
  if (least_.size() == kMost && hash >= least_.back()) return;
  const auto at = std::lower_bound(least_.begin(), least_.end(), hash);
  if (at != least_.end() && *at == hash) return;
  if (least_.size() == kMost) {
    const auto index = at - least_.begin();
    least_.pop_back();
    least_.insert(least_.begin() + index, hash);
  } else {
    least_.insert(at, hash);
  }
}

double TextSketch::shared_with(const TextSketch& other) const {
  std::vector<std::uint64_t> both, common;
  std::set_union(least_.begin(), least_.end(), other.least_.begin(), other.least_.end(),
                 std::back_inserter(both));
  if (both.size() > kMost) both.resize(kMost);
  if (both.empty()) return 0;
  std::set_intersection(least_.begin(), least_.end(), other.least_.begin(), other.least_.end(),
                        std::back_inserter(common));
  const auto shared =
      static_cast<std::size_t>(std::upper_bound(common.begin(), common.end(), both.back()) - common.begin());
  if (shared < kLeastShared) return 0;
  // A text has as many runs as fit between its hashes; one with few has all of them.
  const auto runs = [](const std::vector<std::uint64_t>& least) {
    if (least.size() < kMost) return static_cast<double>(least.size());
    return static_cast<double>(least.size()) * 0x1p64 / static_cast<double>(least.back());
  };
  const double in_both = static_cast<double>(shared) / static_cast<double>(both.size()) * runs(both);
  return std::min(1.0, in_both / std::min(runs(least_), runs(other.least_)));
}

/// Which documents belong together so far.
class CopySearch::Groups {
 public:
  explicit Groups(std::size_t size) : parents_(size), sizes_(size, 1) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }
  std::size_t of(std::size_t document) {
    while (parents_[document] != document) {
      parents_[document] = parents_[parents_[document]];
      document = parents_[document];
    }
    return document;
  }
  /// The lower number stands for the group.
  void join(std::size_t a, std::size_t b) {
    a = of(a);
    b = of(b);
    if (a == b) return;
    if (b < a) std::swap(a, b);
    parents_[b] = a;
    sizes_[a] += sizes_[b];
  }
  [[nodiscard]] bool alone(std::size_t document) { return sizes_[of(document)] == 1; }

 private:
  std::vector<std::size_t> parents_, sizes_;
};

void CopySearch::add(const Source& source, const Cable& cable) {
  Document& document = documents_.emplace_back();
  if (cable.record) document.record = source.text(cable.record->id);
  document.number = number_of(source, cable);
  if (cable.date) document.year = ymd_of(cable.date->earliest).year;
  document.sketch = TextSketch(source, cable);
}

bool CopySearch::can_be_copies(const Document& a, const Document& b) {
  const auto agree = [](const auto& one, const auto& other, const auto& unknown) {
    return one == unknown || other == unknown || one == other;
  };
  return agree(a.record, b.record, "") && agree(a.number, b.number, "") && agree(a.year, b.year, 0);
}

void CopySearch::join_texts(Groups& groups) const {
  std::vector<bool> alone(documents_.size());
  for (std::size_t i = 0; i < documents_.size(); ++i) alone[i] = groups.alone(i);
  std::vector<std::pair<std::uint64_t, std::size_t>> all;
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    for (const std::uint64_t hash : documents_[i].sketch.least()) all.emplace_back(hash, i);
  }
  std::sort(all.begin(), all.end());
  std::vector<std::pair<std::size_t, std::size_t>> candidates;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && all[end].first == all[begin].first) ++end;
    for (std::size_t i = begin; end - begin <= kCommon && i < end; ++i) {
      for (std::size_t j = i + 1; j < end; ++j) {
        if (alone[all[i].second] || alone[all[j].second])
          candidates.emplace_back(all[i].second, all[j].second);
      }
    }
    begin = end;
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (const auto& [a, b] : candidates) {
    const Document& first = documents_[a];
    const Document& second = documents_[b];
    if (!can_be_copies(first, second)) continue;
    if (first.sketch.shared_with(second.sketch) >= kCopy) groups.join(a, b);
  }
}

std::vector<std::vector<std::size_t>> CopySearch::groups() const {
  Groups groups(documents_.size());
  std::map<std::string_view, std::size_t> records;
  std::map<std::pair<std::string_view, int>, std::size_t> numbers;
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    const Document& each = documents_[i];
    if (!each.record.empty()) groups.join(records.try_emplace(each.record, i).first->second, i);
    if (!each.number.empty() && each.year != 0)
      groups.join(numbers.try_emplace({each.number, each.year}, i).first->second, i);
  }
  join_texts(groups);
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < documents_.size(); ++i) members[groups.of(i)].push_back(i);
  std::vector<std::vector<std::size_t>> found;
  for (auto& [first, documents] : members) {
    if (documents.size() > 1) found.push_back(std::move(documents));
  }
  return found;
}

}  // namespace cablelint::redacting
