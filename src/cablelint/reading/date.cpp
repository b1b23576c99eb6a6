#include "grammar/date.hpp"

#include <cablelint/calendar.hpp>
#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::date;

/// The numbers of one form; a form that fails leaves values that the next form overwrites.
struct Fields {
  const char* base;
  int year = 0, month = 0, day = 0;
  bool short_year = false;
  bool readable = false;
  bool month_first = false;
  DateForm form = DateForm::complete;
  int hour = -1, minute = -1;
};

int month_number(std::string_view name) {
  constexpr std::string_view kMonths = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
  for (int i = 0; i < 12; ++i) {
    if (equals_ignoring_case(name.substr(0, 3), kMonths.substr(static_cast<std::size_t>(i) * 3, 3)))
      return i + 1;
  }
  return 0;
}

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

template <int Fields::*Field> struct store_number {
  template <typename ActionInput> static void apply(const ActionInput& in, Fields& fields) {
    fields.*Field = to_number(in.string_view());
  }
};
struct store_month {
  template <typename ActionInput> static void apply(const ActionInput& in, Fields& fields) {
    fields.month = month_number(in.string_view());
  }
};
struct store_year {
  template <typename ActionInput> static void apply(const ActionInput& in, Fields& fields) {
    fields.year = to_number(in.string_view());
    fields.short_year = in.size() == 2;
  }
};
template <DateForm Form> struct store_form {
  static void apply0(Fields& fields) { fields.form = Form; }
};

template <> struct action<rules::month_name> : store_month {};
template <> struct action<rules::month_number> : store_number<&Fields::month> {};
template <> struct action<rules::two_digit_month> : store_number<&Fields::month> {};
template <> struct action<rules::day> : store_number<&Fields::day> {};
template <> struct action<rules::two_digit_day> : store_number<&Fields::day> {};
template <> struct action<rules::year> : store_year {};
template <> struct action<rules::long_year> : store_year {};
template <> struct action<rules::month_and_year> : store_form<DateForm::month> {};
template <> struct action<rules::name_and_year> : store_form<DateForm::month> {};
template <> struct action<rules::year_only> : store_form<DateForm::year> {};
template <> struct action<rules::month_first> {
  static void apply0(Fields& fields) { fields.month_first = true; }
};
template <> struct action<rules::readable> {
  static void apply0(Fields& fields) { fields.readable = true; }
};
template <> struct action<rules::dtg_day> : store_number<&Fields::day> {};
template <> struct action<rules::dtg_hour> : store_number<&Fields::hour> {};
template <> struct action<rules::dtg_minute> : store_number<&Fields::minute> {};
template <> struct action<rules::dtg_month> : store_month {};
template <> struct action<rules::dtg_year> : store_year {};
template <> struct action<rules::time_group> {
  static void apply0(Fields& fields) { fields.readable = true; }
};

/// The years of the archive: a two-digit year of a date-time group lies between 1966 and 2065.
int century_of_archive(int short_year) {
  return short_year >= 66 ? 1900 + short_year : 2000 + short_year;
}

/// The century that puts a declassification year at or after the cable's, within 60 years; without a cable
/// date 00-68 is 20yy.
int century_of_declassification(int short_year, const std::optional<CableDate>& cable_date) {
  if (!cable_date) return short_year <= 68 ? 2000 + short_year : 1900 + short_year;
  const int cable_year = ymd_of(cable_date->earliest).year;
  for (const int century : {1900, 2000, 2100}) {
    const int year = century + short_year;
    if (year >= cable_year && year <= cable_year + 60) return year;
  }
  return short_year <= 68 ? 2000 + short_year : 1900 + short_year;
}

}  // namespace

PrintedDate read_date(const Reader& reader, Span span) {
  PrintedDate date;
  date.at = span;
  const std::string_view text = reader.text(span);
  Fields fields{.base = reader.bytes.data()};
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::any, action>(in, fields);
  if (!fields.readable) return date;
  date.form = fields.form;
  int year = fields.year;
  if (fields.short_year) {
    date.century_inferred = true;
    year = century_of_declassification(year, reader.cable.date);
  }
  int month = fields.month;
  int day = fields.day;
  if (fields.form == DateForm::year) {
    month = 12;
    day = 31;
  } else if (fields.form == DateForm::month) {
    for (day = 31; day > 28 && !day_of(year, month, day);) --day;
  } else if (fields.month_first && month > 12 && day <= 12) {
    std::swap(month, day);
    date.day_first = true;
  }
  date.day = day_of(year, month, day);
  return date;
}

TimeGroup read_time_group(const Reader& reader, Span span) {
  TimeGroup group;
  const std::string_view text = reader.text(span);
  Fields fields{.base = reader.bytes.data()};
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::time_group, action>(in, fields);
  if (!fields.readable || fields.hour > 23 || fields.minute > 59) return group;
  const int year = fields.short_year ? century_of_archive(fields.year) : fields.year;
  group.day = day_of(year, fields.month, fields.day);
  group.minute = fields.hour * 60 + fields.minute;
  return group;
}

}  // namespace cablelint::reading
