// Where summaries and comments begin and end.

#include "grammar/body.hpp"

#include <algorithm>

#include <cablelint/byte_search.hpp>
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

/// "SUMMARY." in front of a text, "END SUMMARY." behind it.
void look_at(const Reader& reader, Span text, BoundaryEdge edge) {
  if (!text) return;
  const char first = to_upper(reader.bytes[text.offset]);
  if (first == 'S' || first == 'C' || first == 'B') note<rules::boundary_begin>(reader, text, edge);
  constexpr std::uint32_t kLongest = 60;
  const std::uint32_t from = text.length > kLongest ? text.end() - kLongest : text.offset;
  if (find_folded(reader.bytes.substr(0, text.end()), "end", from) == std::string_view::npos) return;
  for (std::uint32_t at = text.end(); at-- > from;) {
    if (to_upper(reader.bytes[at]) != 'E' || (at > text.offset && is_alpha(reader.bytes[at - 1]))) continue;
    if (note<rules::boundary_end>(reader, {at, text.end() - at}, BoundaryEdge::end)) return;
  }
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
