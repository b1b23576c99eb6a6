#include <cablelint/calendar.hpp>

#include <algorithm>
#include <chrono>

#include <date/date.h>

namespace cablelint {
namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

bool in_range(int year) {
  return year >= kFirstYear && year <= kLastYear;
}

Day clamped(std::int64_t days) {
  return static_cast<Day>(std::clamp<std::int64_t>(days, kFirstDay, kLastDay));
}

date::sys_days to_sys(Day day) {
  return date::sys_days{date::days{clamped(day)}};
}

Day to_day(date::sys_days day) {
  return static_cast<Day>(day.time_since_epoch().count());
}

date::year_month_day split(Day day) {
  return date::year_month_day{to_sys(day)};
}

// The date library keeps years in 16 bits, so years and months are counted here in plain integers first.
Day same_day_of(std::int64_t year, unsigned month, date::day day) {
  if (year < kFirstYear) return kFirstDay;
  if (year > kLastYear) return kLastDay;
  const date::year_month in{date::year{static_cast<int>(year)}, date::month{month}};
  const date::day last = (in / date::last).day();
  return to_day(date::sys_days{in / std::min(day, last)});
}

void append_digits(std::string& out, int value, int width) {
  char digits[4];
  for (int at = width; at-- > 0; value /= 10) digits[at] = static_cast<char>('0' + value % 10);
  out.append(digits, static_cast<std::size_t>(width));
}

// -1 when a byte is no digit.
int read_digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

bool is_leap(int year) {
  return in_range(year) && date::year{year}.is_leap();
}

int days_in_month(int year, int month) {
  if (!in_range(year) || month < 1 || month > 12) return 0;
  const date::year_month in{date::year{year}, date::month{static_cast<unsigned>(month)}};
  return static_cast<int>(static_cast<unsigned>((in / date::last).day()));
}

std::optional<Day> day_of(int year, int month, int day) {
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return to_day(date::sys_days{date::year_month_day{
      date::year{year}, date::month{static_cast<unsigned>(month)}, date::day{static_cast<unsigned>(day)}}});
}

std::optional<Day> day_of_year(int year, int ordinal) {
  if (!in_range(year) || ordinal < 1 || ordinal > (is_leap(year) ? 366 : 365)) return std::nullopt;
  return to_day(date::sys_days{date::year{year} / 1 / 1}) + ordinal - 1;
}

Ymd ymd_of(Day day) {
  const date::year_month_day ymd = split(day);
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int day_of_year(Day day) {
  const date::sys_days at = to_sys(day);
  const date::sys_days first{date::year_month_day{at}.year() / 1 / 1};
  return static_cast<int>((at - first).count()) + 1;
}

Day today_utc() {
  return clamped(to_day(date::floor<date::days>(std::chrono::system_clock::now())));
}

Day add_years(Day day, int years) {
  const date::year_month_day ymd = split(day);
  return same_day_of(std::int64_t{static_cast<int>(ymd.year())} + years, static_cast<unsigned>(ymd.month()),
                     ymd.day());
}

Day add_months(Day day, int months) {
  const date::year_month_day ymd = split(day);
  const std::int64_t count =
      std::int64_t{static_cast<int>(ymd.year())} * 12 + static_cast<unsigned>(ymd.month()) - 1 + months;
  if (count < 0) return kFirstDay;
  return same_day_of(count / 12, static_cast<unsigned>(count % 12) + 1, ymd.day());
}

Day add_days(Day day, int days) {
  return clamped(std::int64_t{clamped(day)} + days);
}

Day end_of_year(int year) {
  return to_day(date::sys_days{date::year{std::clamp(year, kFirstYear, kLastYear)} / 12 / 31});
}

Day end_of_month(Day day) {
  const date::year_month_day ymd = split(day);
  return to_day(date::sys_days{ymd.year() / ymd.month() / date::last});
}

std::string iso(Day day) {
  std::string text;
  append_iso(text, day);
  return text;
}

void append_iso(std::string& out, Day day) {
  const Ymd ymd = ymd_of(day);
  append_digits(out, ymd.year, 4);
  out += '-';
  append_digits(out, ymd.month, 2);
  out += '-';
  append_digits(out, ymd.day, 2);
}

void append_iso_minute(std::string& out, Day day, int minute) {
  constexpr int kMinutesOfDay = 24 * 60;
  minute = std::clamp(minute, 0, kMinutesOfDay - 1);
  append_iso(out, day);
  out += 'T';
  append_digits(out, minute / 60, 2);
  out += ':';
  append_digits(out, minute % 60, 2);
  out += 'Z';
}

std::optional<Day> parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return day_of(read_digits(text.substr(0, 4)), read_digits(text.substr(5, 2)),
                read_digits(text.substr(8, 2)));
}

}  // namespace cablelint
