#include "grammar/body.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/mark_actions.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::body;

struct State {
  MarkState mark;
  Opening& opening;
};

template <typename Rule> struct action : mark_action<Rule> {};

template <Span Opening::*Member, NumberStyle Style> struct store_sign {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.opening.*Member = span_of(in, state.mark.base);
    if (Style != NumberStyle::none) state.opening.style = Style;
  }
};

template <> struct action<rules::bullet> : store_sign<&Opening::bullet, NumberStyle::none> {};
template <> struct action<rules::pilcrow_sign> : store_sign<&Opening::pilcrow, NumberStyle::pilcrow> {};
template <> struct action<rules::pilcrow_p> : store_sign<&Opening::pilcrow, NumberStyle::backslash> {};
template <> struct action<rules::number> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.opening.number = span_of(in, state.mark.base);
    state.opening.value = to_number(in.string_view());
  }
};
template <> struct action<rules::mark> {
  static void apply0(State& state) { state.opening.mark = state.mark.mark; }
};
template <> struct action<grammar::mark::entire_level> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.mark.mark.level = level_of_mark(in.string_view());
  }
};
template <> struct action<rules::entire_text> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    Mark mark;
    mark.at = mark.text = span_of(in, state.mark.base);
    mark.level = state.mark.mark.level;
    state.opening.entire_text = mark;
  }
};

}  // namespace

Opening read_opening(const Reader& reader, Span span) {
  Opening opening;
  State state{.mark = {.base = reader.bytes.data(), .cable = reader.cable, .mark = {}}, .opening = opening};
  const std::string_view text = reader.text(span);
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::opening, action>(in, state);
  opening.text_offset = span.offset + static_cast<std::uint32_t>(in.current() - text.data());
  return opening;
}

}  // namespace cablelint::reading
