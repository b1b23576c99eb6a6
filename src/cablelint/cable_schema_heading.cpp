#include <charconv>

#include "cablelint/cable_schema_fields.hpp"

namespace cablelint {
namespace {

using fields::as;
using fields::Context;
using fields::Declaration;
using fields::Field;
using fields::Type;
using fields::Value;

Value section_of_serial(const void* object, const Field&, Context& context) {
  const Span span = as<TransmissionHeading>(object).section;
  if (!span) return {};
  const std::string_view digits = context.source.substr(span.offset, span.length);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} ? Value::of_int(number).at(span) : Value{};
}

Value dtg_day(const void* object, const Field&, Context&) {
  const auto& heading = as<TransmissionHeading>(object);
  return heading.dtg_valid ? Value::of_date(heading.dtg_day).at(heading.dtg) : Value{};
}

Value dtg_minute(const void* object, const Field&, Context&) {
  const auto& heading = as<TransmissionHeading>(object);
  return heading.dtg_valid ? Value::of_int(heading.dtg_minute).at(heading.dtg) : Value{};
}

Value dtg_time(const void* object, const Field&, Context&) {
  constexpr std::int64_t kDay = 86'400;
  constexpr std::int64_t kMinute = 60;
  const auto& heading = as<TransmissionHeading>(object);
  if (!heading.dtg_valid) return {};
  Value time = Value::of_int(heading.dtg_day * kDay + heading.dtg_minute * kMinute).at(heading.dtg);
  time.kind = expression::Kind::timestamp;
  return time;
}

}  // namespace

void add_heading_types(expression::Schema& schema, CableTypes& types) {
  types.addressee =
      Declaration<Addressee>("Addressee", "One addressee of a transmission heading.")
          .optional<&Addressee::routing>("routing",
                                         "The routing indicator before the name, such as \"RUEHGB\".")
          .required<&Addressee::name>("name", "The plain-language address, such as \"AMEMBASSY BAGHDAD\".")
          .optional<&Addressee::precedence>("precedence", "The precedence word behind the name.")
          .optional<&Addressee::number>("number", "The running number of messages to this addressee.")
          .into(schema);

  types.relay =
      Declaration<TransmissionHeading>("Relay", "The line for relay stations (format line 2).")
          .origin([](const void* object) { return as<TransmissionHeading>(object).relay; })
          .required<&TransmissionHeading::relay_precedence>("precedence",
                                                            "The doubled prosign, such as \"PP\".")
          .spans<&TransmissionHeading::routing>("routing", "Routing indicators of the stations served.")
          .into(schema);

  types.security = Declaration<TransmissionHeading>("Security", "The security line (format line 4).")
                       .origin([](const void* object) { return as<TransmissionHeading>(object).security; })
                       .required<&TransmissionHeading::prosign>("prosign", "\"ZNR\" or \"ZNY\".")
                       .required<&TransmissionHeading::letters>(
                           "letters", "The warning letters as printed, such as \"CCCCC\".")
                       .optional<&TransmissionHeading::level, &TransmissionHeading::letters>(
                           "level", "The level that the letters stand for, when they are five of one kind.")
                       .into(schema);

  using H = TransmissionHeading;
  types.heading =
      Declaration<H>("TransmissionHeading", "The transmission heading: all that stands before the text.")
          .optional<&H::transmission>("transmission",
                                      "The start of the transmission, such as \"VZCZCXRO7546\".")
          .part<&H::relay>("relay", types.relay, "The line for relay stations.")
          .optional<&H::station>("station",
                                 "The routing indicator of the sending station, such as \"RUEHRO\".")
          .optional<&H::serial>("serial", "The station serial number, such as \"1851\".")
          .computed("section", Type::Kind::integer, true, section_of_serial,
                    "The section number behind the station serial number.")
          .optional<&H::julian>("julian",
                                "Day of the year and time of filing as printed, such as \"1731516\".")
          .optional_number<&H::julian_day, &H::julian>("julian_day", "The day of the year of filing.")
          .optional_number<&H::julian_minute, &H::julian, -1>("julian_minute",
                                                              "The time of filing in minutes after midnight.")
          .required<&H::julian_valid, &H::julian>("julian_valid", "Whether day and time of filing exist.")
          .part<&H::security>("security", types.security, "The security line.")
          .spans<&H::signals>("signals", "Operating signals, such as \"ZZH\".")
          .optional<&H::precedence>("precedence", "The prosign before the date-time group, such as \"P\".")
          .optional<&H::dtg>("dtg", "The date-time group as printed, such as \"221516Z JUN 06\".")
          .required<&H::dtg_valid, &H::dtg>("dtg_valid", "Whether the date-time group is a time that exists.")
          .computed("day", Type::Kind::date, true, dtg_day, "The day of a valid date-time group.")
          .computed("minute", Type::Kind::integer, true, dtg_minute,
                    "The minutes after midnight UTC of a valid date-time group.")
          .computed("time", Type::Kind::timestamp, true, dtg_time, "The time of a valid date-time group.")
          .optional<&H::from>("from", "The originator.")
          .addressees<&H::to>("to", types.addressee, "The action addressees.")
          .addressees<&H::info>("info", types.addressee, "The addressees for information.")
          .addressees<&H::xmt>("xmt", types.addressee, "The members of a collective that are left out.")
          .required<&H::collapsed>("collapsed", "Whether the heading stands on one line.")
          .into(schema);
}

}  // namespace cablelint
