#include <algorithm>

#include "grammar/body.hpp"

#include <cablelint/calendar.hpp>
#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::body;

struct State {
  const char* base;
  const Reader& reader;
  Record record;
};

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

template <> struct action<rules::record_year> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.record.year = to_number(in.string_view());
  }
};
template <> struct action<rules::record_post> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.record.post = span_of(in, state.base);
  }
};
template <> struct action<rules::record_number> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.record.number = to_number(in.string_view());
  }
};
template <> struct action<rules::record_id> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.record.id = span_of(in, state.base);
  }
};
template <> struct action<rules::record_level> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.record.classification = trimmed(state.reader.bytes, span_of(in, state.base));
  }
};

std::optional<Level> level_of_words(std::string_view text) {
  for (const Level level : {Level::TS, Level::S, Level::C, Level::R, Level::U}) {
    const std::string_view name = banner_form(level);
    if (equals_ignoring_case(text.substr(0, name.size()), name)) return level;
  }
  return std::nullopt;
}

struct SectionState {
  Section section;
};

template <typename Rule> struct section_action : tao::pegtl::nothing<Rule> {};

template <> struct section_action<rules::continuation_section> {
  template <typename ActionInput> static void apply(const ActionInput& in, SectionState& state) {
    state.section.number = to_number(in.string_view());
  }
};
template <> struct section_action<rules::continuation_of> {
  template <typename ActionInput> static void apply(const ActionInput& in, SectionState& state) {
    state.section.of = to_number(in.string_view());
  }
};

template <> struct section_action<rules::page_section> : section_action<rules::continuation_section> {};
template <> struct section_action<rules::page_of> : section_action<rules::continuation_of> {};

/// Adds a section that no line shortly before it has announced.
void add_section(const Reader& reader, const Section& section) {
  constexpr std::size_t kFarthest = 128;
  const auto& sections = reader.cable.sections;
  const auto recent = sections.end() - static_cast<std::ptrdiff_t>(std::min(sections.size(), kFarthest));
  if (std::none_of(recent, sections.end(),
                   [&](const Section& known) { return known.number == section.number; }))
    reader.cable.sections.push_back(section);
}

/// The year alone, when the trailer has one that the archive can have.
std::optional<CableDate> date_of_record(const Cable& cable) {
  if (!cable.record || cable.record->year < 1900 || cable.record->year > 2100) return std::nullopt;
  const int year = cable.record->year;
  CableDate date{.at = cable.record->id, .basis = DateBasis::record, .precision = Precision::year};
  date.earliest = day_of(year, 1, 1).value_or(0);
  date.latest = day_of(year, 12, 31).value_or(0);
  return date;
}

}  // namespace

void read_record(const Reader& reader, Span span) {
  State state{.base = reader.bytes.data(), .reader = reader, .record = {}};
  state.record.at = trimmed(reader.bytes, span);
  const std::string_view text = reader.text(span);
  Input in(text.data(), text.data() + text.size(), "");
  if (!tao::pegtl::parse<rules::record, action>(in, state)) return;
  state.record.level = level_of_words(reader.text(state.record.classification));
  reader.cable.record = state.record;
}

void read_continuation(const Reader& reader, Span span) {
  SectionState state;
  const std::string_view text = reader.text(span);
  Input in(text.data(), text.data() + text.size(), "");
  if (!tao::pegtl::parse<rules::continuation, section_action>(in, state)) return;
  state.section.at = trimmed(reader.bytes, span);
  // "001.2 OF 003" goes on with a section that is known.
  add_section(reader, state.section);
}

void read_page_header(const Reader& reader, Span span) {
  reader.note(NoiseKind::page_header, trimmed(reader.bytes, span));
  if (reader.cable.sections.empty())
    return;  // the classification line tells whether there are sections at all
  SectionState state;
  const std::string_view text = reader.text(span);
  Input in(text.data(), text.data() + text.size(), "");
  if (!tao::pegtl::parse<rules::page_in_section, section_action>(in, state)) return;
  state.section.at = trimmed(reader.bytes, span);
  add_section(reader, state.section);
}

void decide_date(const Reader& reader) {
  Cable& cable = reader.cable;
  if (cable.heading && cable.heading->dtg_valid) {
    const TransmissionHeading& heading = *cable.heading;
    cable.date = CableDate{.at = heading.dtg,
                           .earliest = heading.dtg_day,
                           .latest = heading.dtg_day,
                           .basis = DateBasis::dtg,
                           .precision = Precision::day};
    return;
  }
  cable.date = date_of_record(cable);
  if (cable.date && cable.heading && cable.heading->julian_valid) {
    if (const auto day = day_of_year(cable.record->year, cable.heading->julian_day)) {
      cable.date = CableDate{.at = cable.heading->julian,
                             .earliest = *day,
                             .latest = *day,
                             .basis = DateBasis::julian,
                             .precision = Precision::day};
    }
  }
}

void decide_date_hint(const Reader& reader) {
  Cable& cable = reader.cable;
  if (cable.date || !cable.declassification || !cable.declassification->day) return;
  constexpr int kUsualYears = 10;
  const Day day = add_years(*cable.declassification->day, -kUsualYears);
  cable.date_hint = CableDate{.at = cable.declassification->date,
                              .earliest = day,
                              .latest = day,
                              .basis = DateBasis::declassification,
                              .precision = Precision::inferred};
}

}  // namespace cablelint::reading
