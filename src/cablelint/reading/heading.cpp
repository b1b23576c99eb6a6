#include "grammar/heading.hpp"

#include <algorithm>

#include <cablelint/calendar.hpp>
#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::heading;

/// The line being read; its rule's own action moves what is complete into the heading.
struct State {
  const char* base;
  Cable& cable;
  TransmissionHeading& heading;
  Span station, serial, section, julian;
  Span precedence;  // of a line that may yet turn out to be no date line
  Addressee addressee;
  std::optional<AddresseeList> list;
};

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

template <Span State::*Member> struct store {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.*Member = span_of(in, state.base);
  }
};
template <Span TransmissionHeading::*Member> struct store_once {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (!(state.heading.*Member)) state.heading.*Member = span_of(in, state.base);
  }
};
template <Span Addressee::*Member> struct store_addressee {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.addressee.*Member = span_of(in, state.base);
  }
};
template <Range TransmissionHeading::*Member> struct append_span {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    Range& range = state.heading.*Member;
    if (range.count == 0) range.begin = static_cast<std::uint32_t>(state.cable.spans.size());
    if (range.begin + range.count != state.cable.spans.size())
      return;  // the line comes twice: the first one counts
    state.cable.spans.push_back(span_of(in, state.base));
    ++range.count;
  }
};
template <AddresseeList List> struct begin_list {
  static void apply0(State& state) { state.list = List; }
};
struct end_addressee {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (state.list) {
      state.addressee.at = span_of(in, state.base);
      state.addressee.list = *state.list;
      state.cable.addressees.push_back(state.addressee);
    }
    state.addressee = {};
  }
};

template <> struct action<rules::transmission> : store_once<&TransmissionHeading::transmission> {};
template <> struct action<rules::relay_precedence> : store_once<&TransmissionHeading::relay_precedence> {};
template <> struct action<rules::relay_station> : append_span<&TransmissionHeading::routing> {};
template <> struct action<rules::relay> : store_once<&TransmissionHeading::relay> {};
template <> struct action<rules::station> : store<&State::station> {};
template <> struct action<rules::serial> : store<&State::serial> {};
template <> struct action<rules::section> : store<&State::section> {};
template <> struct action<rules::julian> : store<&State::julian> {};
template <> struct action<rules::origin> {
  static void apply0(State& state) {
    if (state.heading.station) return;
    state.heading.station = state.station;
    state.heading.serial = state.serial;
    state.heading.section = state.section;
    state.heading.julian = state.julian;
  }
};
template <> struct action<rules::security_prosign> : store_once<&TransmissionHeading::prosign> {};
template <> struct action<rules::letters> : store_once<&TransmissionHeading::letters> {};
template <> struct action<rules::signal> : append_span<&TransmissionHeading::signals> {};
template <> struct action<rules::security> : store_once<&TransmissionHeading::security> {};
template <> struct action<rules::date_precedence> : store<&State::precedence> {};
template <> struct action<rules::date_line> {
  static void apply0(State& state) {
    if (!state.heading.precedence) state.heading.precedence = state.precedence;
  }
};
template <> struct action<rules::bad_date_line> : action<rules::date_line> {};
template <> struct action<rules::time> : store_once<&TransmissionHeading::dtg> {};
template <> struct action<rules::unreadable_time> : store_once<&TransmissionHeading::dtg> {};
template <> struct action<rules::from_name> : store_once<&TransmissionHeading::from> {};
template <> struct action<rules::to_word> : begin_list<AddresseeList::to> {};
template <> struct action<rules::info_word> : begin_list<AddresseeList::info> {};
template <> struct action<rules::xmt_word> : begin_list<AddresseeList::xmt> {};
template <> struct action<rules::routing> : store_addressee<&Addressee::routing> {};
template <> struct action<rules::name> : store_addressee<&Addressee::name> {};
template <> struct action<rules::precedence> : store_addressee<&Addressee::precedence> {};
template <> struct action<rules::addressee_number> : store_addressee<&Addressee::number> {};
/// A page ended inside the list.
template <> struct action<rules::page> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.cable.noise.push_back({span_of(in, state.base), NoiseKind::page_header});
  }
};
template <> struct action<rules::addressee> : end_addressee {};
template <> struct action<rules::bare_route> : end_addressee {};

std::optional<Level> level_of_letter(char letter) {
  switch (letter) {
    case 'T':
      return Level::TS;
    case 'S':
      return Level::S;
    case 'C':
      return Level::C;
    case 'R':
      return Level::R;
    case 'U':
    case 'E':
      return Level::U;  // EEEEE: UNCLAS EFTO
    default:
      return std::nullopt;
  }
}

void read_julian(const Reader& reader, TransmissionHeading& heading) {
  const std::string_view text = reader.text(heading.julian);
  if (text.size() != 7) return;
  const std::int32_t day = to_number(text.substr(0, 3));
  const std::int32_t hour = to_number(text.substr(3, 2));
  const std::int32_t minute = to_number(text.substr(5, 2));
  heading.julian_day = day;
  heading.julian_minute = hour * 60 + minute;
  heading.julian_valid = day >= 1 && day <= 366 && hour <= 23 && minute <= 59;
}

/// Orders the addressees by list, whatever order the lines came in, so that each list is one range.
void settle_lists(Cable& cable, TransmissionHeading& heading) {
  const auto by_list = [](const Addressee& a, const Addressee& b) { return a.list < b.list; };
  if (!std::is_sorted(cable.addressees.begin(), cable.addressees.end(), by_list)) {
    std::stable_sort(cable.addressees.begin(), cable.addressees.end(), by_list);
  }
  for (std::uint32_t i = 0; i < cable.addressees.size(); ++i) {
    const AddresseeList list = cable.addressees[i].list;
    Range& range = list == AddresseeList::to     ? heading.to
                   : list == AddresseeList::info ? heading.info
                                                 : heading.xmt;
    if (range.count++ == 0) range.begin = i;
  }
}

}  // namespace

void read_heading(const Reader& reader, Span span) {
  Cable& cable = reader.cable;
  TransmissionHeading& heading = cable.heading.emplace();
  heading.at = trimmed(reader.bytes, span);
  State state{.base = reader.bytes.data(), .cable = cable, .heading = heading};
  const std::string_view text = reader.text(heading.at);
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::whole, action>(in, state);

  if (heading.letters) heading.level = level_of_letter(reader.bytes[heading.letters.offset]);
  if (heading.julian) read_julian(reader, heading);
  if (heading.dtg) {
    const TimeGroup group = read_time_group(reader, heading.dtg);
    heading.dtg_valid = group.day.has_value() && group.minute >= 0;
    if (heading.dtg_valid) {
      heading.dtg_day = *group.day;
      heading.dtg_minute = group.minute;
    }
  }
  settle_lists(cable, heading);
  if (text.find('\n') == std::string_view::npos && heading.from && (heading.station || heading.dtg)) {
    heading.collapsed = true;
    reader.note(NoiseKind::collapsed_heading, heading.at);
  }
}

}  // namespace cablelint::reading
