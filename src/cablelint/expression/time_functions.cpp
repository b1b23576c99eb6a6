#include <fmt/format.h>

#include <cablelint/calendar.hpp>
#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/time_text.hpp>

// The parts of timestamps and durations. A time zone is "UTC" or an offset: names of zones would make results
// depend on the time zone data of the machine.

namespace cablelint::expression {
namespace {

constexpr std::int64_t kSecondsOfDay = 86400;

enum class Part : std::uint8_t {
  full_year,
  month,
  day_of_year,
  day_of_month,
  date,
  day_of_week,
  hours,
  minutes,
  seconds,
  milliseconds,
};

bool digit_pair(std::string_view text, std::size_t at, std::int64_t& number) {
  if (text.size() < at + 2) return false;
  const char a = text[at];
  const char b = text[at + 1];
  if (a < '0' || a > '9' || b < '0' || b > '9') return false;
  number = (a - '0') * 10 + (b - '0');
  return true;
}

// "UTC", "+01:30", "-02:30", "02:00"
bool read_zone(std::string_view zone, std::int64_t& seconds) {
  seconds = 0;
  if (zone.empty() || zone == "UTC" || zone == "Z" || zone == "GMT") return true;
  const bool west = zone[0] == '-';
  if (west || zone[0] == '+') zone.remove_prefix(1);
  std::int64_t hours = 0;
  std::int64_t minutes = 0;
  if (zone.size() != 5 || zone[2] != ':' || !digit_pair(zone, 0, hours) || !digit_pair(zone, 3, minutes))
    return false;
  if (hours > 23 || minutes > 59) return false;
  seconds = (west ? -1 : 1) * (hours * 3600 + minutes * 60);
  return true;
}

std::int64_t part_of_timestamp(const Value& timestamp, std::int64_t zone, Part part) {
  const std::int64_t local = timestamp.integer + zone;
  std::int64_t days = local / kSecondsOfDay;
  std::int64_t second = local % kSecondsOfDay;
  if (second < 0) {
    second += kSecondsOfDay;
    --days;
  }
  const auto day = static_cast<Day>(days);
  switch (part) {
    case Part::full_year:
      return ymd_of(day).year;
    case Part::month:
      return ymd_of(day).month - 1;
    case Part::day_of_year:
      return day_of_year(day) - 1;
    case Part::day_of_month:
      return ymd_of(day).day - 1;
    case Part::date:
      return ymd_of(day).day;
    case Part::day_of_week:
      return ((days + 4) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
    case Part::hours:
      return second / 3600;
    case Part::minutes:
      return second / 60 % 60;
    case Part::seconds:
      return second % 60;
    case Part::milliseconds:
      return timestamp.size / 1'000'000;
  }
  return 0;
}

template <Part kPart> Value get(const Value* a, std::uint32_t count, Context& context) {
  if (a[0].kind == Kind::duration && count == 1) {
    switch (kPart) {
      case Part::hours:
        return Value::of_int(a[0].integer / 3600);
      case Part::minutes:
        return Value::of_int(a[0].integer / 60);
      case Part::seconds:
        return Value::of_int(a[0].integer);
      case Part::milliseconds:
        return Value::of_int(static_cast<std::int32_t>(a[0].size) / 1'000'000);
      default:
        break;
    }
  }
  if (a[0].kind != Kind::timestamp || (count == 2 && a[1].kind != Kind::string)) {
    return make_error(context, fmt::format("{} has no such part", kind_name(a[0].kind)));
  }
  std::int64_t zone = 0;
  if (count == 2 && !read_zone(a[1].string(), zone)) {
    return make_error(context,
                      fmt::format("unknown time zone \"{}\": write \"UTC\" or an offset such as \"-05:00\"",
                                  a[1].string()));
  }
  return Value::of_int(part_of_timestamp(a[0], zone, kPart));
}

Value to_timestamp(const Value* a, std::uint32_t /*count*/, Context& context) {
  switch (a[0].kind) {
    case Kind::timestamp:
      return a[0];
    case Kind::string:
      return read_timestamp(a[0].string());
    case Kind::integer:
      return make_timestamp(a[0].integer, 0);
    case Kind::date:
      return make_timestamp(a[0].integer * kSecondsOfDay, 0);
    default:
      return make_error(context, fmt::format("`timestamp({})` is not defined", kind_name(a[0].kind)));
  }
}

Value to_duration(const Value* a, std::uint32_t /*count*/, Context& context) {
  switch (a[0].kind) {
    case Kind::duration:
      return a[0];
    case Kind::string:
      return read_duration(a[0].string());
    case Kind::integer:
      return make_duration(a[0].integer, 0);
    default:
      return make_error(context, fmt::format("`duration({})` is not defined", kind_name(a[0].kind)));
  }
}

using P = Pattern;
constexpr Overload kOfTimestamp[] = {{{P::timestamp}, P::integer}, {{P::timestamp, P::string}, P::integer}};
constexpr Overload kOfBoth[] = {
    {{P::timestamp}, P::integer}, {{P::timestamp, P::string}, P::integer}, {{P::duration}, P::integer}};
constexpr Overload kTimestamp[] = {{{P::string}, P::timestamp},
                                   {{P::integer}, P::timestamp},
                                   {{P::date}, P::timestamp},
                                   {{P::timestamp}, P::timestamp}};
constexpr Overload kDuration[] = {
    {{P::string}, P::duration}, {{P::integer}, P::duration}, {{P::duration}, P::duration}};

const FunctionGroup kGroups[] = {
    {"timestamp", Style::function, to_timestamp, kTimestamp,
     "The moment of `2009-02-13T23:31:30Z`, of seconds since 1970, or of a day's begin in UTC."},
    {"duration", Style::function, to_duration, kDuration, "The length of `1h30m` or of so many seconds."},
    {"getFullYear", Style::method, get<Part::full_year>, kOfTimestamp,
     "The year. A time zone is \"UTC\" or an offset such as \"-05:00\"."},
    {"getMonth", Style::method, get<Part::month>, kOfTimestamp, "The month, from 0."},
    {"getDate", Style::method, get<Part::date>, kOfTimestamp, "The day in the month, from 1."},
    {"getDayOfMonth", Style::method, get<Part::day_of_month>, kOfTimestamp, "The day in the month, from 0."},
    {"getDayOfWeek", Style::method, get<Part::day_of_week>, kOfTimestamp,
     "The day in the week, Sunday is 0."},
    {"getDayOfYear", Style::method, get<Part::day_of_year>, kOfTimestamp, "The day in the year, from 0."},
    {"getHours", Style::method, get<Part::hours>, kOfBoth,
     "The hour of the day, or all hours of a duration."},
    {"getMinutes", Style::method, get<Part::minutes>, kOfBoth,
     "The minute of the hour, or all minutes of a duration."},
    {"getSeconds", Style::method, get<Part::seconds>, kOfBoth,
     "The second of the minute, or all seconds of a duration."},
    {"getMilliseconds", Style::method, get<Part::milliseconds>, kOfBoth,
     "The milliseconds behind the second."},
};

}  // namespace

std::span<const FunctionGroup> time_functions() {
  return kGroups;
}

}  // namespace cablelint::expression
