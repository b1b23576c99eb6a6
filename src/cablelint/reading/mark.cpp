#include "grammar/mark.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/mark_actions.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {

std::optional<Level> level_of_mark(std::string_view text) {
  switch (to_upper(text.empty() ? ' ' : text[0])) {
    case 'T':
      return Level::TS;
    case 'C':
      return Level::C;
    case 'R':
      return Level::R;
    case 'S':  // S, SECRET, but SBU
      return text.size() > 1 && to_upper(text[1]) == 'B' ? Level::U : Level::S;
    default:
      return Level::U;  // U, UNCLAS, LOU, FOUO
  }
}

namespace {

namespace rules = grammar::mark;

template <typename Rule> struct action : mark_action<Rule> {};

struct State {
  MarkState mark;
};

template <> struct action<rules::entire_level> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.mark.mark.level = level_of_mark(in.string_view());
  }
};

}  // namespace

std::optional<Mark> read_leading_mark(const Reader& reader, Span span) {
  State state{{.base = reader.bytes.data(), .cable = reader.cable, .mark = {}}};
  const std::string_view text = reader.text(span);
  Input in(text.data(), text.data() + text.size(), "");
  if (!tao::pegtl::parse<rules::marked, action>(in, state)) return std::nullopt;
  return state.mark.mark;
}

std::optional<Mark> read_entire_text(const Reader& reader, Span span) {
  State state{{.base = reader.bytes.data(), .cable = reader.cable, .mark = {}}};
  const std::string_view text = reader.text(span);
  Input in(text.data(), text.data() + text.size(), "");
  if (!tao::pegtl::parse<rules::entire_text, action>(in, state)) return std::nullopt;
  state.mark.mark.at = state.mark.mark.text =
      trimmed(reader.bytes, {span.offset, static_cast<std::uint32_t>(in.current() - text.data())});
  return state.mark.mark;
}

}  // namespace cablelint::reading
