#include "grammar/subject.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/mark_actions.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::subject;

struct State {
  MarkState mark;
  bool marked = false;
  Span text;
};

template <typename Rule> struct action : mark_action<Rule> {};

template <> struct action<rules::mark> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    const Span at = span_of(in, state.mark.base);
    state.mark.mark.at = at;
    state.mark.mark.text = {at.offset + 1, at.length - 2};
    state.marked = true;
  }
};
template <> struct action<rules::text> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.text = span_of(in, state.mark.base);
  }
};

}  // namespace

void read_subject(const Reader& reader, Span span) {
  State state{.mark = {.base = reader.bytes.data(), .cable = reader.cable, .mark = {}}, .text = {}};
  Subject subject;
  subject.at = trimmed(reader.bytes, span);
  const std::string_view text = reader.text(subject.at);
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::whole, action>(in, state);
  subject.text = trimmed(reader.bytes, state.text);
  if (state.marked) subject.mark = state.mark.mark;
  if (reader.cable.subject) {
    reader.cable.more_subjects.push_back(subject);
  } else {
    reader.cable.subject = subject;
  }
}

}  // namespace cablelint::reading
