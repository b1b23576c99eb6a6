#include <algorithm>

#include "grammar/classification.hpp"

#include <algorithm>

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

bool is_control(const Reader& reader, std::string_view text) {
  return (reader.words.controls != nullptr && reader.words.controls->find(text) != nullptr) ||
         (reader.words.captions != nullptr && reader.words.captions->find(text) != nullptr);
}

/// "SI/TK": every part is a control, or a compartment of one.
bool are_controls(const Reader& reader, std::string_view text) {
  if (text.find('/') == std::string_view::npos) return false;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('/'));
    const std::size_t hyphen = part.find('-');
    const bool compartment = hyphen != std::string_view::npos && is_control(reader, part.substr(0, hyphen));
    if (!compartment && !is_control(reader, part)) return false;
    text.remove_prefix(std::min(part.size() + 1, text.size()));
  }
  return true;
}

void push_control(State& state, Span span) {
  Range& controls = state.line.controls;
  if (controls.count++ == 0) controls.begin = static_cast<std::uint32_t>(state.reader.cable.spans.size());
  state.reader.cable.spans.push_back(span);
}

/// A word on the line is a control, a caption behind the number, or part of the post's name.
void take_word(State& state, Span span) {
  const Reader& reader = state.reader;
  const std::string_view text = reader.text(span);
  if (state.line.message_number) {
    if (state.first && is_control(reader, text)) reader.cable.captions.push_back({span, span});
  } else if (!state.line.post && is_control(reader, text)) {
    push_control(state, span);
  } else if (!state.line.post && are_controls(reader, text)) {
    for (std::uint32_t begin = 0; begin < text.size();) {
      const std::size_t stroke = text.find('/', begin);
      const auto end = static_cast<std::uint32_t>(std::min(stroke, text.size()));
      push_control(state, {span.offset + begin, end - begin});
      begin = end + 1;
    }
  } else {
    state.line.post = cover(state.line.post, span);
  }
}
template <> struct action<rules::release> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    const Span span = span_of(in, state.base);
    if (state.line.message_number) {
      if (state.first) state.reader.cable.captions.push_back({span, span});
    } else if (!state.line.post) {
      push_control(state, span);
    }
  }
};
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
    auto& sections = reader.cable.sections;
    // The page header in front of the line may have counted it before.
    constexpr std::size_t kFarthest = 16;
    const auto recent = sections.end() - static_cast<std::ptrdiff_t>(std::min(sections.size(), kFarthest));
    const auto counted = std::find_if(recent, sections.end(), [&](const Section& known) {
      return !known.level && known.number == state.line.section->number;
    });
    if (counted == sections.end()) {
      sections.push_back(*state.line.section);
    } else {
      *counted = *state.line.section;
    }
  }
  if (first) reader.cable.classification = state.line;
}

}  // namespace cablelint::reading
