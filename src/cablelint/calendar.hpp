#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <cablelint/cable.hpp>

namespace cablelint {

/// Days run from 0001-01-01 to 9999-12-31: the years that ISO text writes with four digits. Arithmetic stops
/// at these.
inline constexpr Day kFirstDay = -719162;
inline constexpr Day kLastDay = 2932896;

struct Ymd {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
  friend constexpr bool operator==(const Ymd&, const Ymd&) = default;
};

[[nodiscard]] bool is_leap(int year);
/// 28 to 31; 0 when there is no such month.
[[nodiscard]] int days_in_month(int year, int month);

/// Nothing when the calendar has no such day.
[[nodiscard]] std::optional<Day> day_of(int year, int month, int day);
/// The `ordinal`-th day of a year, from 1; nothing when the year has fewer.
[[nodiscard]] std::optional<Day> day_of_year(int year, int ordinal);
[[nodiscard]] Ymd ymd_of(Day day);
/// From 1 for January 1st.
[[nodiscard]] int day_of_year(Day day);
[[nodiscard]] Day today_utc();

/// The same day of another year; 29 February becomes 28 February in a common year.
[[nodiscard]] Day add_years(Day day, int years);
/// The same day of another month, or that month's last day when it is shorter.
[[nodiscard]] Day add_months(Day day, int months);
[[nodiscard]] Day add_days(Day day, int days);
/// December 31st.
[[nodiscard]] Day end_of_year(int year);
[[nodiscard]] Day end_of_month(Day day);

/// "2006-06-22"
[[nodiscard]] std::string iso(Day day);
void append_iso(std::string& out, Day day);
/// "2006-06-22T15:16Z"; `minute` counts from midnight UTC.
void append_iso_minute(std::string& out, Day day, int minute);
/// Exactly "YYYY-MM-DD" and a day that exists.
[[nodiscard]] std::optional<Day> parse_iso(std::string_view text);

}  // namespace cablelint
