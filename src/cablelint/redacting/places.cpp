#include <cablelint/redacting/places.hpp>

#include <algorithm>
#include <string_view>

namespace cablelint::redacting {
namespace {

bool breaks_line(std::string_view text, std::uint32_t from, std::uint32_t to) {
  return from < to && text.substr(from, to - from).find('\n') != std::string_view::npos;
}

}  // namespace

const Paragraph* paragraph_at(const Cable& cable, std::uint32_t offset) {
  const auto after = std::upper_bound(cable.paragraphs.begin(), cable.paragraphs.end(), offset,
                                      [](std::uint32_t at, const Paragraph& p) { return at < p.at.offset; });
  if (after == cable.paragraphs.begin()) return nullptr;
  const Paragraph& found = *(after - 1);
  return offset < found.at.end() ? &found : nullptr;
}

std::int32_t paragraph_number(const Cable& cable, Span at) {
  const Paragraph* const paragraph = at ? paragraph_at(cable, at.offset) : nullptr;
  return paragraph == nullptr ? 0 : paragraph->number;
}

bool goes_with_next(const Source& source, const Tokens& tokens, Span at) {
  const auto after = std::partition_point(tokens.places.begin(), tokens.places.end(),
                                          [&](Span place) { return place.offset < at.end(); });
  const auto before = std::partition_point(tokens.places.begin(), after,
                                           [&](Span place) { return place.end() <= at.offset; });
  const std::uint32_t end = before == tokens.places.begin() ? 0 : (before - 1)->end();
  const std::uint32_t next = after == tokens.places.end() ? at.end() : after->offset;
  const std::string_view text = source.bytes();
  // Blanks are tokens, too.
  const bool broken_before =
      breaks_line(text, end, at.offset) ||
      (before != tokens.places.begin() && breaks_line(text, (before - 1)->offset, end));
  const bool broken_after = breaks_line(text, at.end(), next) ||
                            (after != tokens.places.end() && breaks_line(text, after->offset, after->end()));
  return broken_before && !broken_after;
}

Span gap_at(const Words& words, const Tokens& tokens, std::uint32_t index, bool with_next) {
  if (tokens.places.empty()) return {0, 0};
  while (with_next && index < tokens.ids.size() && words.is_blank(tokens.ids[index])) ++index;
  if (index < tokens.ids.size() && (with_next || index == 0)) return {tokens.places[index].offset, 0};
  while (index > 1 && words.is_blank(tokens.ids[index - 1])) --index;
  return {tokens.places[index - 1].end(), 0};
}

}  // namespace cablelint::redacting
