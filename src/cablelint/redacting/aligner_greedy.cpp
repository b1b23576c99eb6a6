#include <cablelint/redacting/aligner.hpp>

#include <algorithm>
#include <span>

namespace cablelint::redacting {
namespace {

/// So far is looked for the next equal token where marks of both are open.
constexpr std::size_t kAhead = 64;

/// One of two texts on the way through both.
struct Walker {
  std::span<const TokenId> items;
  Step begins, hidden;
  Open open, covers;
  std::size_t at = 0, behind_last_mark = 0;

  Walker(std::span<const TokenId> all, Step mark, Step hides, Open opens, Open covering)
      : items(all), begins(mark), hidden(hides), open(opens), covers(covering) {
    const auto last = std::find_if(items.rbegin(), items.rend(), is_mark_item);
    behind_last_mark = static_cast<std::size_t>(items.rend() - last);
  }
  [[nodiscard]] bool done() const { return at == items.size(); }
  [[nodiscard]] bool at_mark() const { return !done() && is_mark_item(items[at]); }
  [[nodiscard]] bool ends_with_mark() const { return behind_last_mark == items.size(); }
  [[nodiscard]] std::size_t ahead(TokenId id) const {
    const auto part = items.subspan(at, std::min(kAhead, items.size() - at));
    return static_cast<std::size_t>(std::find(part.begin(), part.end(), id) - part.begin());
  }
};

}  // namespace

bool Aligner::pass(const Region& region) {
  Walker first(std::span(first_.ids).subspan(region.first.begin, region.first.size()), Step::first_mark,
               Step::hidden_first, Open::first, Open::first_covers);
  Walker second(std::span(second_.ids).subspan(region.second.begin, region.second.size()), Step::second_mark,
                Step::hidden_second, Open::second, Open::second_covers);
  steps_.clear();
  Open open = Open::nothing;
  const auto put = [&](Step step, Open behind) {
    steps_.push_back({step, behind});
    open = behind;
  };
  const auto is_open = [&](const Walker& text) {
    return open == text.open || open == text.covers || open == Open::both;
  };
  const auto begin_mark = [&](Walker& text, const Walker& other) {
    put(text.begins, is_open(other) ? Open::both : text.open);
    ++text.at;
  };
  /// A token of `text` for which a mark of the other stands.
  const auto hide = [&](Walker& text, const Walker& other) {
    const bool blank = words_.is_blank(text.items[text.at++]);
    put(text.hidden, blank && open == other.open ? other.open : other.covers);
  };
  const auto rest = [&](Walker& text, const Walker& other) {
    while (!text.done()) text.at_mark() ? begin_mark(text, other) : hide(text, other);
  };
  while (!first.done() || !second.done()) {
    // The last mark of one takes all that the other has up to its end, which is a mark, and that takes the
    // rest.
    for (auto [text, other] : {std::pair(&first, &second), std::pair(&second, &first)}) {
      if (text->at != text->behind_last_mark || text->at == 0 || !is_open(*text)) continue;
      if (!text->done() && !other->ends_with_mark()) continue;
      rest(*other, *text);
      rest(*text, *other);
    }
    if (first.done() && second.done()) break;
    if (first.at_mark() || second.at_mark()) {
      Walker& text = first.at_mark() ? first : second;
      if (open == text.open) return false;
      begin_mark(text, &text == &first ? second : first);
      continue;
    }
    if (first.done() || second.done()) return false;
    const TokenId x = first.items[first.at];
    const TokenId y = second.items[second.at];
    const bool unused = open == Open::first || open == Open::second;
    if (x == y && !unused) {
      put(Step::same, Open::nothing);
      ++first.at;
      ++second.at;
    } else if (open == Open::both ? second.ahead(x) <= first.ahead(y) : is_open(first)) {
      hide(second, first);
    } else if (is_open(second)) {
      hide(first, second);
    } else {
      return false;
    }
  }
  if (open == Open::first || open == Open::second) return false;
  const std::size_t before = out_.stretches.size();
  walk(region);
  for (std::size_t i = before; i < out_.stretches.size(); ++i)
    out_.stretches[i].ambiguous = out_.stretches[i].kind != AlignedKind::same;
  return true;
}

}  // namespace cablelint::redacting
