#include <cablelint/redacting/placement.hpp>

#include <algorithm>

namespace cablelint::redacting {
namespace {

constexpr std::uint32_t kNone = 0xFFFF'FFFF;

/// A sequence read forwards or backwards.
class View {
 public:
  View(std::span<const TokenId> ids, bool backwards) : ids_(ids), backwards_(backwards) {}
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ids_.size()); }
  TokenId operator[](std::size_t i) const { return ids_[backwards_ ? ids_.size() - 1 - i : i]; }

 private:
  std::span<const TokenId> ids_;
  bool backwards_;
};

/// The search of Knuth, Morris and Pratt.
class Search {
 public:
  /// The first place at or behind `from` where the needle stands before `end`; kNone when it does not.
  std::uint32_t find(View text, std::uint32_t from, std::uint32_t end, View needle, std::uint32_t begin,
                     std::uint32_t length) {
    if (length == 0) return from <= end ? from : kNone;
    prepare(needle, begin, length);
    std::uint32_t matched = 0;
    for (std::uint32_t at = from; at < end; ++at) {
      const TokenId id = text[at];
      while (matched > 0 && needle[begin + matched] != id) matched = back_[matched - 1];
      if (needle[begin + matched] == id) ++matched;
      if (matched == length) return at + 1 - length;
    }
    return kNone;
  }

 private:
  void prepare(View needle, std::uint32_t begin, std::uint32_t length) {
    back_.assign(length, 0);
    std::uint32_t matched = 0;
    for (std::uint32_t i = 1; i < length; ++i) {
      while (matched > 0 && needle[begin + i] != needle[begin + matched]) matched = back_[matched - 1];
      if (needle[begin + i] == needle[begin + matched]) ++matched;
      back_[i] = matched;
    }
  }
  std::vector<std::uint32_t> back_;
};

struct Piece {
  std::uint32_t begin = 0, length = 0;
  std::uint32_t least = 0;  // tokens that are missing in front of it
};

bool equal(View a, std::uint32_t at, View b, std::uint32_t begin, std::uint32_t length) {
  for (std::uint32_t i = 0; i < length; ++i) {
    if (a[at + i] != b[begin + i]) return false;
  }
  return true;
}

/// Places all pieces as far to the front as they can; `pieces` are at least two.
bool place_leftmost(const Words& words, View original, View release, std::span<const Piece> pieces,
                    std::vector<std::uint32_t>& places) {
  places.clear();
  const std::uint32_t size = original.size();
  const Piece& first = pieces.front();
  const Piece& last = pieces.back();
  if (first.length + last.length > size || !equal(original, 0, release, first.begin, first.length))
    return false;
  const std::uint32_t limit = size - last.length;
  if (!equal(original, limit, release, last.begin, last.length)) return false;
  places.push_back(0);
  Search search;
  std::uint32_t at = first.length;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    for (std::uint32_t missing = pieces[i].least; missing > 0; ++at) {
      if (at >= limit) return false;
      if (!words.is_blank(original[at])) --missing;
    }
    if (i + 1 == pieces.size()) {
      places.push_back(limit);
    } else {
      at = search.find(original, at, limit, release, pieces[i].begin, pieces[i].length);
      if (at == kNone) return false;
      places.push_back(at);
      at += pieces[i].length;
    }
  }
  return true;
}

}  // namespace

void group_marks(const Tokens& release, std::vector<MarkGroup>& groups) {
  groups.clear();
  for (std::uint32_t i = 0; i < release.marks.size(); ++i) {
    if (groups.empty() || groups.back().before != release.marks[i].before)
      groups.push_back({i, 0, release.marks[i].before});
    ++groups.back().count;
  }
}

bool place(const Words& words, const Tokens& original, const Tokens& release,
           std::span<const MarkGroup> groups, Placement& placement) {
  placement.stretches.clear();
  if (groups.empty()) {
    if (original.ids != release.ids) return false;
    placement.stretches.push_back({0, static_cast<std::uint32_t>(release.ids.size()), 0, 0});
    return true;
  }
  std::vector<Piece> pieces;
  std::uint32_t begin = 0;
  std::uint32_t least = 0;
  for (const MarkGroup& group : groups) {
    pieces.push_back({begin, group.before - begin, least});
    begin = group.before;
    least = group.count;
  }
  const auto size = static_cast<std::uint32_t>(release.ids.size());
  pieces.push_back({begin, size - begin, least});
  std::vector<std::uint32_t> places;
  if (!place_leftmost(words, View(original.ids, false), View(release.ids, false), pieces, places))
    return false;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    placement.stretches.push_back({pieces[i].begin, pieces[i].length, places[i], places[i]});

  // The same from the other end.
  std::vector<Piece> mirrored;
  least = 0;
  for (std::size_t i = pieces.size(); i-- > 0;) {
    mirrored.push_back({size - pieces[i].begin - pieces[i].length, pieces[i].length, least});
    least = pieces[i].least;
  }
  if (!place_leftmost(words, View(original.ids, true), View(release.ids, true), mirrored, places))
    return false;
  const auto whole = static_cast<std::uint32_t>(original.ids.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Placement::Stretch& stretch = placement.stretches[pieces.size() - 1 - i];
    stretch.rightmost = whole - places[i] - stretch.length;
  }
  return true;
}

}  // namespace cablelint::redacting
