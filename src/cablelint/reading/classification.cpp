#include "grammar/classification.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::classification;

struct State {
  const char* base;
  const Reader& reader;
  Classification line;
  Span section_number, section_of;
  bool behind_post = false;
  bool first;
};

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

template <Level Rank> struct store_level {
  static void apply0(State& state) {
    if (!state.line.level) state.line.level = Rank;
  }
};

template <> struct action<rules::top_secret> : store_level<Level::TS> {};
template <> struct action<rules::confidential> : store_level<Level::C> {};
template <> struct action<rules::restricted> : store_level<Level::R> {};
template <> struct action<rules::sensitive> : store_level<Level::U> {};
template <> struct action<rules::limited> : store_level<Level::U> {};
template <> struct action<rules::unclassified> : store_level<Level::U> {};
template <> struct action<rules::level> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (state.line.text) return;
    state.line.text = span_of(in, state.base);
    if (!state.line.level) state.line.level = Level::S;
  }
};
template <> struct action<rules::section_number> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.section_number = span_of(in, state.base);
  }
};
template <> struct action<rules::section_of> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.section_of = span_of(in, state.base);
  }
};
template <> struct action<rules::section> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (state.line.section) return;
    Section section;
    section.at = span_of(in, state.base);
    section.of = to_number(state.reader.text(state.section_of));
    section.number = state.section_number ? to_number(state.reader.text(state.section_number))
                                          : section.of;  // FINAL SECTION OF 02
    state.line.section = section;
  }
};
template <> struct action<rules::message_number> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.line.message_number = span_of(in, state.base);
  }
};

/// A word on the line is a control, a caption behind the number, or part of the post's name.
void take_word(State& state, Span span) {
  const Reader& reader = state.reader;
  const std::string_view text = reader.text(span);
  const bool control = (reader.words.controls != nullptr && reader.words.controls->find(text) != nullptr) ||
                       (reader.words.captions != nullptr && reader.words.captions->find(text) != nullptr);
  if (state.line.message_number) {
    if (control && state.first) reader.cable.captions.push_back({span, span});
  } else if (control && !state.line.post) {
    Range& controls = state.line.controls;
    if (controls.count++ == 0) controls.begin = static_cast<std::uint32_t>(reader.cable.spans.size());
    reader.cable.spans.push_back(span);
  } else {
    state.line.post = cover(state.line.post, span);
  }
}
template <> struct action<rules::word> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    take_word(state, span_of(in, state.base));
  }
};
template <> struct action<rules::numbered_word> : action<rules::word> {};

}  // namespace

void read_classification(const Reader& reader, Span span, bool first) {
  State state{.base = reader.bytes.data(), .reader = reader, .first = first};
  state.line.at = trimmed(reader.bytes, span);
  const std::string_view text = reader.text(span);
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::whole, action>(in, state);
  if (state.line.section) {
    state.line.section->level = state.line.level;
    reader.cable.sections.push_back(*state.line.section);
  }
  if (first) reader.cable.classification = state.line;
}

}  // namespace cablelint::reading
