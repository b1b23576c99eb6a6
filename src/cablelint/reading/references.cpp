#include "grammar/references.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::references;

/// The item being read. An alternative that fails leaves values behind; `origin` starts a cable afresh.
struct State {
  const char* base;
  const Reader& reader;
  Span letter;           // tried
  Span label, label_at;  // taken: the letter, and the label with its brackets
  Span year, origin, number, year_behind;
  Range notes;
};

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

template <Span State::*Member> struct store {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.*Member = span_of(in, state.base);
  }
};

std::int32_t full_year(std::string_view text) {
  if (text.starts_with('\'')) text.remove_prefix(1);
  const std::int32_t year = to_number(text);
  if (text.size() == 4) return year;
  return year >= 66 ? 1900 + year : 2000 + year;
}

void push_cable(State& state, Span at) {
  Cable& cable = state.reader.cable;
  Reference reference;
  reference.label = state.label;
  reference.text = at;
  reference.at = cover(state.label_at, at);
  reference.kind = ReferenceKind::cable;
  reference.origin = state.origin;
  reference.number = state.number;
  // A year that was tried and left behind does not touch this origin.
  if (state.year && state.year.offset == at.offset && state.year.end() <= state.origin.offset) {
    reference.year = full_year(state.reader.text(state.year));
  }
  if (state.year_behind && state.year_behind.offset == state.number.end() + 1) {
    reference.year = full_year(state.reader.text(state.year_behind));
  }
  reference.notes = state.notes;
  for (std::uint32_t i = 0; i < state.notes.count && reference.year == 0; ++i) {
    const std::string_view note = state.reader.text(cable.spans[state.notes.begin + i]);
    if ((note.size() == 2 || note.size() == 4) && is_digit(note[0]) && is_digit(note[1]) &&
        is_digit(note.back())) {
      reference.year = full_year(note);  // "ASUNCION 701 (08)"
    }
  }
  cable.references.push_back(reference);
  state.label_at = {};
  state.year = {};
}

template <> struct action<rules::letter> : store<&State::letter> {};
template <> struct action<rules::item_label> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.label = state.letter;
    state.label_at = span_of(in, state.base);
  }
};
template <> struct action<rules::year> : store<&State::year> {};
template <> struct action<rules::origin> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.origin = span_of(in, state.base);
    state.notes = {static_cast<std::uint32_t>(state.reader.cable.spans.size()), 0};
  }
};
template <> struct action<rules::origin_word> : action<rules::origin> {};
template <> struct action<rules::number> : store<&State::number> {};
template <> struct action<rules::run_on_number> : store<&State::number> {};
template <> struct action<rules::year_behind> : store<&State::year_behind> {};
template <> struct action<rules::note> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.reader.cable.spans.push_back(span_of(in, state.base));
    ++state.notes.count;
  }
};
template <> struct action<rules::cable> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    push_cable(state, span_of(in, state.base));
  }
};
template <> struct action<rules::more_number> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.number = span_of(in, state.base);
    state.notes = {static_cast<std::uint32_t>(state.reader.cable.spans.size()), 0};
  }
};
template <> struct action<rules::more> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    const Span at = span_of(in, state.base);  // "AND 34": without what joins it to the number before
    push_cable(state, trimmed(state.reader.bytes, {state.number.offset, at.end() - state.number.offset}));
  }
};
/// A page ended inside the field.
template <> struct action<rules::page> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.reader.note(NoiseKind::page_header, span_of(in, state.base));
  }
};
template <> struct action<rules::other> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    Reference reference;
    reference.text = stripped(state.reader.bytes, span_of(in, state.base), " \t\r\n,.;");
    if (reference.text.length == 0) return;
    reference.label = state.label_at ? state.label : Span{};
    reference.at = cover(state.label_at, reference.text);
    state.reader.cable.references.push_back(reference);
    state.label_at = {};
    state.label = {};
  }
};

}  // namespace

/// Initials read as labels: "E-MAILS J. EXAMPLE-K. SAMPLE". A letter out of sequence behind something that is
/// no cable belongs to it.
void settle_references(const Reader& reader) {
  auto& references = reader.cable.references;
  std::size_t kept = 0;
  char expected = 'A';
  for (const Reference& reference : references) {
    const char letter = reference.label ? to_upper(reader.bytes[reference.label.offset]) : '\0';
    const bool in_sequence = letter == '\0' || letter == expected || letter + 1 == expected;
    if (kept > 0 && !in_sequence && references[kept - 1].kind == ReferenceKind::other &&
        reference.kind == ReferenceKind::other) {
      Reference& before = references[kept - 1];
      before.text = cover(before.text, reference.at);
      before.at = cover(before.at, reference.at);
      continue;
    }
    if (letter != '\0') expected = static_cast<char>(letter + 1);
    references[kept++] = reference;
  }
  references.resize(kept);
}

void read_references(const Reader& reader, Span span) {
  const Span at = trimmed(reader.bytes, span);
  reader.cable.references_at = cover(reader.cable.references_at, at);
  State state{.base = reader.bytes.data(), .reader = reader};
  const std::string_view text = reader.text(at);
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::whole, action>(in, state);
}

}  // namespace cablelint::reading
