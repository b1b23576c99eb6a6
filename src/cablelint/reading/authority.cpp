#include "grammar/authority.hpp"

#include <algorithm>
#include <array>

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::authority;

struct State {
  const char* base;
  const Reader& reader;
  Authority field;
  Span by;
  Span section_at;
  char minor = '0';
  std::uint32_t letters = 0;
};

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

void push_reason(State& state, Span at, std::string_view text) {
  auto& pool = state.reader.cable.short_texts;
  if (state.field.reasons.count++ == 0) state.field.reasons.begin = static_cast<std::uint32_t>(pool.size());
  pool.emplace_back().assign(at, text);
}

template <> struct action<rules::doubled_by> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (!state.field.classified_by && !state.by) state.field.doubled = true;
    state.reader.note(NoiseKind::doubled_label, trimmed(state.reader.bytes, span_of(in, state.base)));
  }
};
template <> struct action<rules::by_text> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (!state.by) state.by = span_of(in, state.base);
  }
};
template <> struct action<rules::from_text> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (!state.field.derived_from) {
      state.field.derived_from = stripped(state.reader.bytes, span_of(in, state.base), " \t\r\n.,;:");
    }
  }
};
template <> struct action<rules::minor> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.minor = *in.begin();
  }
};
template <> struct action<rules::section> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.section_at = span_of(in, state.base);
    state.letters = 0;
  }
};
template <> struct action<rules::letter> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    const char letter = static_cast<char>(*in.begin() | 0x20);
    const std::array<char, 6> text{'1', '.', state.minor, '(', letter, ')'};
    push_reason(state, span_of(in, state.base), {text.data(), text.size()});
    ++state.letters;
  }
};
template <> struct action<rules::reason> {
  static void apply0(State& state) {
    if (state.letters > 0) return;
    const std::array<char, 3> text{'1', '.', state.minor};
    push_reason(state, state.section_at, {text.data(), text.size()});
  }
};

/// Keywords with blanks or line ends inside: "Classi fied", "REA SONS", "1.<line end>4".
void note_split_keywords(const Reader& reader, Span field) {
  const std::string_view text = reader.text(field);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char initial = to_upper(text[i]);
    if (initial != 'C' && initial != 'R' && initial != '1') continue;
    if (i > 0 && (is_alpha(text[i - 1]) || is_digit(text[i - 1]))) continue;
    const std::string_view rest = text.substr(i);
    const std::size_t length = initial == 'C'   ? matched<rules::classified_letters>(rest)
                               : initial == 'R' ? matched<rules::reason_letters>(rest)
                                                : matched<rules::section>(rest);
    const std::string_view word = rest.substr(0, length);
    const bool split = initial == '1' ? word.find('\n') != std::string_view::npos
                                      : std::any_of(word.begin(), word.end(), is_space);
    if (split)
      reader.note(NoiseKind::split_keyword,
                  {field.offset + static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(length)});
  }
}

/// A zero where the letter O belongs: "AMBASSAD0R", "REAS0N".
void note_zeros(const Reader& reader, Span field) {
  const std::string_view text = reader.text(field);
  for (std::size_t i = text.find('0', 1); i != std::string_view::npos && i + 1 < text.size();
       i = text.find('0', i + 1)) {
    if (is_alpha(text[i - 1]) && is_alpha(text[i + 1])) {
      reader.note(NoiseKind::zero_for_o, {field.offset + static_cast<std::uint32_t>(i), 1});
    }
  }
}

}  // namespace

void read_authority(const Reader& reader, Span span) {
  State state{.base = reader.bytes.data(), .reader = reader, .field = {}};
  Authority& field = state.field;
  if (reader.cable.authority) field = *reader.cable.authority;  // "Reason:" on a line of its own goes on
  const Span at = trimmed(reader.bytes, span);
  const std::string_view text = reader.text(at);
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::whole, action>(in, state);
  if (state.by && !field.classified_by) {
    const Officer officer = read_officer(reader, state.by);
    field.classified_by = officer.name;
    if (officer.title) field.title = officer.title;
  }
  field.at = cover(field.at, at);
  if (!field.text) {
    const std::size_t label = text.find_first_of(":\n");
    const std::size_t by_label = state.by ? state.by.offset - at.offset : 0;
    const std::size_t skip = by_label > 0 ? by_label : label == std::string_view::npos ? 0 : label + 1;
    field.text = trimmed(reader.bytes, {at.offset + static_cast<std::uint32_t>(skip),
                                        at.length - static_cast<std::uint32_t>(skip)});
  }
  note_zeros(reader, at);
  note_split_keywords(reader, at);
  reader.cable.authority = field;
}

}  // namespace cablelint::reading
