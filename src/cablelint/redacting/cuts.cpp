#include <cablelint/redacting/cuts.hpp>

namespace cablelint::redacting {

Span Aligned::text_of(const Tokens& tokens, TokenRange range) const {
  while (range.begin < range.end && words->is_blank(tokens.ids[range.begin])) ++range.begin;
  while (range.begin < range.end && words->is_blank(tokens.ids[range.end - 1])) --range.end;
  if (range.begin == range.end) return {};
  return cover(tokens.places[range.begin], tokens.places[range.end - 1]);
}

std::uint32_t Aligned::words_in(const Tokens& tokens, TokenRange range) const {
  std::uint32_t count = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (words->is_word(tokens.ids[i])) ++count;
  }
  return count;
}

}  // namespace cablelint::redacting
