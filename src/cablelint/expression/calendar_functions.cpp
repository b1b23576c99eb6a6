#include <fmt/format.h>

#include <algorithm>
#include <cablelint/calendar.hpp>
#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/operators.hpp>

namespace cablelint::expression {
namespace {

constexpr std::int64_t kSecondsOfDay = 86400;
constexpr std::int64_t kMostMonths = 120'000;
constexpr std::int64_t kMostDays = 3'660'000;

Value undefined(Context& context, std::string_view name, const Value& argument) {
  return make_error(context, fmt::format("`{}({})` is not defined", name, kind_name(argument.kind)));
}

std::int32_t months_of(const Value& period) {
  return static_cast<std::int32_t>(period.integer & 0xFFFFFFFF);
}
std::int32_t days_of(const Value& period) {
  return static_cast<std::int32_t>(period.integer >> 32);
}

Value make_date(std::int64_t days, Span origin) {
  if (days < kFirstDay || days > kLastDay) return Value::of_error("a date lies between the years 1 and 9999");
  return Value::of_date(static_cast<std::int32_t>(days)).at(origin);
}

Value make_period(std::int64_t months, std::int64_t days) {
  if (months < -kMostMonths || months > kMostMonths || days < -kMostDays || days > kMostDays) {
    return Value::of_error("a period is at most 10000 years");
  }
  return Value::of_period(static_cast<std::int32_t>(months), static_cast<std::int32_t>(days));
}

Value to_date(const Value* a, std::uint32_t /*count*/, Context& context) {
  switch (a[0].kind) {
    case Kind::date:
      return a[0];
    case Kind::string:
      if (const std::optional<Day> day = parse_iso(a[0].string()))
        return Value::of_date(*day).at(a[0].origin);
      return make_error(context, fmt::format("\"{}\" is no date: write YYYY-MM-DD", a[0].string()));
    case Kind::timestamp: {
      std::int64_t days = a[0].integer / kSecondsOfDay;
      if (a[0].integer % kSecondsOfDay < 0) --days;
      return make_date(days, a[0].origin);
    }
    default:
      return undefined(context, "date", a[0]);
  }
}

Value years(const Value* a, std::uint32_t /*count*/, Context& context) {
  if (a[0].kind != Kind::integer) return undefined(context, "years", a[0]);
  return make_period(std::clamp(a[0].integer, -kMostMonths, kMostMonths) * 12, 0);
}

Value months(const Value* a, std::uint32_t /*count*/, Context& context) {
  return a[0].kind == Kind::integer ? make_period(a[0].integer, 0) : undefined(context, "months", a[0]);
}

Value days(const Value* a, std::uint32_t /*count*/, Context& context) {
  return a[0].kind == Kind::integer ? make_period(0, a[0].integer) : undefined(context, "days", a[0]);
}

Value year(const Value* a, std::uint32_t /*count*/, Context& context) {
  if (a[0].kind != Kind::date) return undefined(context, "year", a[0]);
  return Value::of_int(ymd_of(static_cast<Day>(a[0].integer)).year).at(a[0].origin);
}

Value month(const Value* a, std::uint32_t /*count*/, Context& context) {
  if (a[0].kind != Kind::date) return undefined(context, "month", a[0]);
  return Value::of_int(ymd_of(static_cast<Day>(a[0].integer)).month).at(a[0].origin);
}

Value day(const Value* a, std::uint32_t /*count*/, Context& context) {
  if (a[0].kind != Kind::date) return undefined(context, "day", a[0]);
  return Value::of_int(ymd_of(static_cast<Day>(a[0].integer)).day).at(a[0].origin);
}

Value last_of_year(const Value* a, std::uint32_t /*count*/, Context& context) {
  if (a[0].kind != Kind::date) return undefined(context, "end_of_year", a[0]);
  return Value::of_date(end_of_year(ymd_of(static_cast<Day>(a[0].integer)).year)).at(a[0].origin);
}

using P = Pattern;
constexpr Overload kDate[] = {{{P::string}, P::date}, {{P::timestamp}, P::date}, {{P::date}, P::date}};
constexpr Overload kPeriod[] = {{{P::integer}, P::period}};
constexpr Overload kPart[] = {{{P::date}, P::integer}};
constexpr Overload kEnd[] = {{{P::date}, P::date}};

const FunctionGroup kGroups[] = {
    {"date", Style::function, to_date, kDate, "The day of `YYYY-MM-DD` or of a timestamp in UTC."},
    {"years", Style::function, years, kPeriod, "So many years, to add to a date or take from it."},
    {"months", Style::function, months, kPeriod, "So many months."},
    {"days", Style::function, days, kPeriod, "So many days."},
    {"year", Style::function, year, kPart, "The year of a date."},
    {"month", Style::function, month, kPart, "The month of a date, 1 to 12."},
    {"day", Style::function, day, kPart, "The day in the month, 1 to 31."},
    {"end_of_year", Style::function, last_of_year, kEnd, "December 31 of the date's year."},
};

}  // namespace

Value move_date(const Value& date, const Value& period, int sign) {
  const Ymd from = ymd_of(static_cast<Day>(date.integer));
  const std::int64_t month =
      std::int64_t{from.year} * 12 + (from.month - 1) + std::int64_t{sign} * months_of(period);
  const std::int64_t year = month >= 0 ? month / 12 : -1;
  if (year < 1 || year > 9999) return Value::of_error("a date lies between the years 1 and 9999");
  const int y = static_cast<int>(year);
  const int m = static_cast<int>(month % 12) + 1;
  const std::optional<Day> moved = day_of(y, m, std::min(from.day, days_in_month(y, m)));
  if (!moved) return Value::of_error("a date lies between the years 1 and 9999");
  return make_date(std::int64_t{*moved} + std::int64_t{sign} * days_of(period), date.origin);
}

Value add_periods(const Value& a, const Value& b, int sign) {
  return make_period(std::int64_t{months_of(a)} + std::int64_t{sign} * months_of(b),
                     std::int64_t{days_of(a)} + std::int64_t{sign} * days_of(b));
}

std::span<const FunctionGroup> calendar_functions() {
  return kGroups;
}

}  // namespace cablelint::expression
