// Where summaries and comments begin and end.

#include "grammar/body.hpp"

#include <algorithm>
#include <bit>

#include <cablelint/byte_block.hpp>
#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::body;

struct State {
  BoundaryPart part = BoundaryPart::summary;
};

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};
template <> struct action<rules::summary_word> {
  static void apply0(State& state) { state.part = BoundaryPart::summary; }
};
template <> struct action<rules::comment_word> {
  static void apply0(State& state) { state.part = BoundaryPart::comment; }
};

template <typename Rule> bool note(const Reader& reader, Span span, BoundaryEdge edge) {
  const std::string_view text = reader.text(span);
  Input in(text.data(), text.data() + text.size(), "");
  State state;
  if (!tao::pegtl::parse<Rule, action>(in, state)) return false;
  const auto length = static_cast<std::uint32_t>(in.current() - text.data());
  reader.cable.boundaries.push_back({trimmed(reader.bytes, {span.offset, length}), state.part, edge});
  return true;
}

constexpr std::uint32_t kFarthest = 60;  // from the end of a text, for where its last words may begin

/// The places of "end" among the 64 that end with a text, in whatever case; the last place is the highest
/// bit. Reads up to the end of the text.
std::uint64_t places_of_end(const char* end) {
  const auto is = [](const char* bytes, char letter) {
    return held((load_block(bytes) | block_of('\x20')) == block_of(letter));
  };
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const char* const at = end - 2 - (i + 1) * kByteBlock;
    const std::uint64_t block = places(is(at, 'e') & is(at + 1, 'n') & is(at + 2, 'd'));
    found |= block << (3 - i) * kByteBlock;
  }
  return found;
}

/// "END SUMMARY." behind a text; nothing but that stands behind the word.
void look_behind(const Reader& reader, Span text) {
  const std::uint32_t from = text.length > kFarthest ? text.end() - kFarthest : text.offset;
  const auto look_at = [&](std::uint32_t at) {
    const bool begins = at == text.offset || !is_alpha(reader.bytes[at - 1]);
    return begins && note<rules::boundary_end>(reader, {at, text.end() - at}, BoundaryEdge::end);
  };
  constexpr std::uint32_t kPlaces = 64;
  if (text.end() < kPlaces + 2) {
    for (std::uint32_t at = text.end(); at-- > from;) {
      if (to_upper(reader.bytes[at]) == 'E' && look_at(at)) return;
    }
    return;
  }
  std::uint64_t found = places_of_end(reader.bytes.data() + text.end());
  const std::uint32_t first = text.end() - 2 - kPlaces;
  while (found != 0) {
    const auto place = kPlaces - 1 - static_cast<std::uint32_t>(std::countl_zero(found));
    if (first + place < from || look_at(first + place)) return;
    found ^= std::uint64_t{1} << place;
  }
}

/// "SUMMARY." in front of a text, "END SUMMARY." behind it.
void look_at(const Reader& reader, Span text, BoundaryEdge edge) {
  if (!text) return;
  const char first = to_upper(reader.bytes[text.offset]);
  if (first == 'S' || first == 'C' || first == 'B') note<rules::boundary_begin>(reader, text, edge);
  look_behind(reader, text);
}

}  // namespace

void find_boundaries(const Reader& reader) {
  Cable& cable = reader.cable;
  for (const Paragraph& paragraph : cable.paragraphs) look_at(reader, paragraph.text, BoundaryEdge::begin);
  for (const Caption& block : cable.unnumbered) look_at(reader, block.text, BoundaryEdge::begin);
  for (const Caption& heading : cable.headings) look_at(reader, heading.text, BoundaryEdge::heading);
  std::sort(cable.boundaries.begin(), cable.boundaries.end(),
            [](const Boundary& a, const Boundary& b) { return a.at.offset < b.at.offset; });
}

}  // namespace cablelint::reading
