#include "grammar/declassification.hpp"

#include <cablelint/calendar.hpp>
#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::declassification;

struct State {
  const char* base;
  const Reader& reader;
  Declassification line;
  Span event;
  Span date;
  std::int32_t offset_years = 0;
  std::optional<DeclassificationKind> kind;
};

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

template <DeclassificationKind Kind> struct store_kind {
  static void apply0(State& state) { state.kind = Kind; }
};

void append_code(State& state, Span at, std::string_view text) {
  ShortText code;
  char upper[15];
  std::size_t size = 0;
  for (const char c : text) {
    if (is_space(c) || size == sizeof upper) continue;
    upper[size++] = to_upper(c);
  }
  std::string_view value(upper, size);
  if (value.starts_with("1.6X")) value.remove_prefix(3);
  if (value == "MANUALREVIEW") value = "MR";
  const bool undashed = value.find("GDS") != std::string_view::npos || value.starts_with("RDS");
  if (undashed && size < sizeof upper && is_digit(value.back()) && value[value.size() - 2] != '-') {
    upper[size] = upper[size - 1];  // "XGDS 1"
    upper[size - 1] = '-';
    value = {upper, size + 1};
  }
  code.assign(at, value);
  auto& pool = state.reader.cable.short_texts;
  if (state.line.codes.count++ == 0) state.line.codes.begin = static_cast<std::uint32_t>(pool.size());
  pool.push_back(code);
}

template <> struct action<rules::line_order> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.line.order = span_of(in, state.base);
  }
};
template <> struct action<rules::decl> {
  static void apply0(State& state) { state.line.has_decl = true; }
};
template <> struct action<rules::code> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    append_code(state, span_of(in, state.base), in.string_view());
  }
};
template <> struct action<rules::code_date> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.date = span_of(in, state.base);
  }
};
template <> struct action<rules::code_event> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.line.event = trimmed(state.reader.bytes, span_of(in, state.base));
  }
};
template <> struct action<rules::schedule_date> : action<rules::code_date> {};
template <> struct action<rules::decl_date> : action<rules::code_date> {};
template <> struct action<rules::codes> : store_kind<DeclassificationKind::codes> {};
template <> struct action<rules::schedule_word> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    append_code(state, span_of(in, state.base), in.string_view());
  }
};
template <> struct action<rules::schedule> : store_kind<DeclassificationKind::schedule> {};
template <> struct action<rules::not_applicable> : store_kind<DeclassificationKind::not_applicable> {};
template <> struct action<rules::offset_years> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.offset_years = to_number(in.string_view());
  }
};
template <> struct action<rules::offset> {
  static void apply0(State& state) {
    state.kind = DeclassificationKind::offset;
    state.line.offset_years = state.offset_years;
  }
};
template <> struct action<rules::downgrade_level> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    switch (to_upper(*in.begin())) {
      case 'C':
        state.line.downgrade_level = Level::C;
        break;
      case 'S':
        state.line.downgrade_level = Level::S;
        break;
      default:
        state.line.downgrade_level = Level::U;
        break;
    }
  }
};
template <> struct action<rules::downgrade_date> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.line.downgrade_day = read_date(state.reader, span_of(in, state.base)).day;
  }
};
template <> struct action<rules::downgrade> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.line.downgrade = span_of(in, state.base);
  }
};
template <> struct action<rules::event> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.event = trimmed(state.reader.bytes, span_of(in, state.base));
    if (state.event.length > 0) state.kind = DeclassificationKind::event;
  }
};

/// A date decides the kind unless codes or a schedule stand before it.
void settle_date(const Reader& reader, State& state) {
  if (!state.date) return;
  const PrintedDate date = read_date(reader, state.date);
  state.line.date = date.at;
  state.line.day = date.day;
  state.line.form = date.form;
  state.line.century_inferred = date.century_inferred;
  state.line.day_first = date.day_first;
  if (!state.kind) state.kind = date.day ? DeclassificationKind::date : DeclassificationKind::unreadable;
}

/// "E.0." for "E.O.".
void note_zero(const Reader& reader, const Declassification& line) {
  for (std::uint32_t at = line.at.offset; at < line.order.offset; ++at) {
    if (reader.bytes[at] == '0') reader.note(NoiseKind::zero_for_o, {at, 1});
  }
}

}  // namespace

void read_declassification(const Reader& reader, Span span) {
  Cable& cable = reader.cable;
  State state{.base = reader.bytes.data(), .reader = reader, .line = {}};
  state.line.at = trimmed(reader.bytes, span);
  const std::string_view text = reader.text(state.line.at);
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::whole, action>(in, state);
  const std::uint32_t behind = state.line.order ? state.line.order.end() : state.line.at.offset;
  // Behind the order any sign may stand in for the colon.
  std::uint32_t begin = behind;
  if (state.line.order) {
    while (begin < state.line.at.end() &&
           (is_space(reader.bytes[begin]) || reader.bytes[begin] == ':' || reader.bytes[begin] == ';' ||
            reader.bytes[begin] == '.' || reader.bytes[begin] == ','))
      ++begin;
    note_zero(reader, state.line);
  }
  state.line.text = stripped(reader.bytes, {begin, state.line.at.end() - begin}, " \t\r\n:");
  settle_date(reader, state);
  if (state.kind == DeclassificationKind::event) state.line.event = state.event;
  state.line.kind = state.kind.value_or(DeclassificationKind::unreadable);
  if (state.line.kind == DeclassificationKind::offset && cable.date &&
      cable.date->precision == Precision::day) {
    state.line.day = add_years(cable.date->latest, state.line.offset_years);
  }
  if (cable.declassification) {
    cable.more_declassifications.push_back(state.line);
  } else {
    cable.declassification = state.line;
  }
}

}  // namespace cablelint::reading
