#pragma once

// Actions for a portion mark, shared by the readers in whose parts one can stand. A state has a member
// `mark`.

#include <optional>
#include <string_view>

#include <cablelint/cable.hpp>
#include <cablelint/reading/input.hpp>

#include "grammar/mark.hpp"

namespace cablelint::reading {

/// The level of "S", "SECRET", "SBU" (which is U), ...
[[nodiscard]] std::optional<Level> level_of_mark(std::string_view text);

struct MarkState {
  const char* base;
  Cable& cable;
  Mark mark;
};

template <typename Rule> struct mark_action : tao::pegtl::nothing<Rule> {};

template <> struct mark_action<grammar::mark::level> {
  template <typename ActionInput, typename State> static void apply(const ActionInput& in, State& state) {
    state.mark.mark.level = level_of_mark(in.string_view());
    state.mark.mark.controls = {static_cast<std::uint32_t>(state.mark.cable.spans.size()), 0};
  }
};
template <> struct mark_action<grammar::mark::control> {
  template <typename ActionInput, typename State> static void apply(const ActionInput& in, State& state) {
    state.mark.cable.spans.push_back(span_of(in, state.mark.base));
    ++state.mark.mark.controls.count;
  }
};
/// "(S/NF)": the mark and, one byte in on each side, its text.
template <> struct mark_action<grammar::mark::marked> {
  template <typename ActionInput, typename State> static void apply(const ActionInput& in, State& state) {
    const Span at = span_of(in, state.mark.base);
    state.mark.mark.at = at;
    state.mark.mark.text = {at.offset + 1, at.length - 2};
  }
};
template <> struct mark_action<grammar::mark::garbled> {
  template <typename ActionInput, typename State> static void apply(const ActionInput& in, State& state) {
    const Span at = span_of(in, state.mark.base);
    state.mark.mark = {
        .at = at, .text = {at.offset + 1, at.length - 2}, .level = std::nullopt, .controls = {}};
  }
};
template <> struct mark_action<grammar::mark::unopened> {
  template <typename ActionInput, typename State> static void apply(const ActionInput& in, State& state) {
    const Span at = span_of(in, state.mark.base);
    state.mark.mark = {.at = at, .text = {at.offset, at.length - 1}, .level = std::nullopt, .controls = {}};
  }
};

}  // namespace cablelint::reading
