#include <cablelint/redacting/cuts.hpp>

namespace cablelint::redacting {

Span text_of(const Words& words, const Tokens& tokens, TokenRange range) {
  while (range.begin < range.end && words.is_blank(tokens.ids[range.begin])) ++range.begin;
  while (range.begin < range.end && words.is_blank(tokens.ids[range.end - 1])) --range.end;
  if (range.begin == range.end) return {};
  return cover(tokens.places[range.begin], tokens.places[range.end - 1]);
}

std::uint32_t words_in(const Words& words, const Tokens& tokens, TokenRange range) {
  std::uint32_t count = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (words.is_word(tokens.ids[i])) ++count;
  }
  return count;
}

}  // namespace cablelint::redacting
