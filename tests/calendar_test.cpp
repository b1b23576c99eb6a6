#include <cablelint/calendar.hpp>

#include <limits>
#include <string>

#include <boost/test/unit_test.hpp>

namespace {

using cablelint::Day;
using cablelint::Ymd;

constexpr int kMost = std::numeric_limits<int>::max();
constexpr int kLeast = std::numeric_limits<int>::min();

Day day(std::string_view text) {
  const auto read = cablelint::parse_iso(text);
  BOOST_REQUIRE_MESSAGE(read, text);
  return *read;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calendar_test)

BOOST_AUTO_TEST_CASE(days_and_their_text) {
  const struct {
    const char* text;
    Day day;
    int ordinal;
  } cases[] = {
      {"1970-01-01", 0, 1},
      {"1969-12-31", -1, 365},
      {"2000-02-29", 11016, 60},
      {"2004-12-31", 12783, 366},
      {"2006-06-22", 13321, 173},
      {"0001-01-01", cablelint::kFirstDay, 1},
      {"9999-12-31", cablelint::kLastDay, 365},
  };
  for (const auto& c : cases) {
    BOOST_TEST_CONTEXT(c.text) {
      BOOST_TEST(day(c.text) == c.day);
      BOOST_TEST(cablelint::iso(c.day) == c.text);
      BOOST_TEST(cablelint::day_of_year(c.day) == c.ordinal);
      const Ymd ymd = cablelint::ymd_of(c.day);
      BOOST_TEST((cablelint::day_of(ymd.year, ymd.month, ymd.day) == c.day));
      BOOST_TEST((cablelint::day_of_year(ymd.year, c.ordinal) == c.day));
    }
  }
}

BOOST_AUTO_TEST_CASE(text_that_is_no_day) {
  for (const char* text :
       {"", "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-00", "1900-02-29", "0000-01-01", "2026-1-1",
        "2026-01-011", "2026/01/01", "20a6-01-01", "2026-0a-01", " 026-01-01", "-026-01-01"})
    BOOST_TEST(!cablelint::parse_iso(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(days_that_do_not_exist) {
  BOOST_TEST(!cablelint::day_of(2026, 2, 29).has_value());
  BOOST_TEST(!cablelint::day_of(2026, 4, 31).has_value());
  BOOST_TEST(!cablelint::day_of(0, 1, 1).has_value());
  BOOST_TEST(!cablelint::day_of(10000, 1, 1).has_value());
  BOOST_TEST(!cablelint::day_of(kMost, kMost, kMost).has_value());
  BOOST_TEST(!cablelint::day_of(kLeast, kLeast, kLeast).has_value());
  BOOST_TEST(!cablelint::day_of_year(2006, 0).has_value());
  BOOST_TEST(!cablelint::day_of_year(2006, 366).has_value());
  BOOST_TEST(cablelint::day_of_year(2004, 366).has_value());
}

BOOST_AUTO_TEST_CASE(leap_years_and_months) {
  BOOST_TEST(cablelint::is_leap(2000));
  BOOST_TEST(cablelint::is_leap(2004));
  BOOST_TEST(!cablelint::is_leap(1900));
  BOOST_TEST(!cablelint::is_leap(2006));
  BOOST_TEST(cablelint::days_in_month(2004, 2) == 29);
  BOOST_TEST(cablelint::days_in_month(2006, 2) == 28);
  BOOST_TEST(cablelint::days_in_month(2006, 12) == 31);
  BOOST_TEST(cablelint::days_in_month(2006, 13) == 0);
}

BOOST_AUTO_TEST_CASE(arithmetic) {
  const struct {
    const char* from;
    int years, months, days;
    const char* to;
  } cases[] = {
      {"2004-02-29", 10, 0, 0, "2014-02-28"},    {"2004-02-29", 4, 0, 0, "2008-02-29"},
      {"2006-06-22", -25, 0, 0, "1981-06-22"},   {"2006-01-31", 0, 1, 0, "2006-02-28"},
      {"2006-01-31", 0, 13, 0, "2007-02-28"},    {"2006-01-31", 0, -1, 0, "2005-12-31"},
      {"2006-03-31", 0, -13, 0, "2005-02-28"},   {"2006-12-31", 0, 0, 1, "2007-01-01"},
      {"2006-06-22", kMost, 0, 0, "9999-12-31"}, {"2006-06-22", kLeast, 0, 0, "0001-01-01"},
      {"2006-06-22", 0, kMost, 0, "9999-12-31"}, {"2006-06-22", 0, kLeast, 0, "0001-01-01"},
      {"2006-06-22", 0, 0, kMost, "9999-12-31"}, {"2006-06-22", 0, 0, kLeast, "0001-01-01"},
  };
  for (const auto& c : cases) {
    Day d = day(c.from);
    if (c.years != 0) d = cablelint::add_years(d, c.years);
    if (c.months != 0) d = cablelint::add_months(d, c.months);
    if (c.days != 0) d = cablelint::add_days(d, c.days);
    BOOST_TEST(cablelint::iso(d) == c.to, c.from << " gives " << cablelint::iso(d) << ", not " << c.to);
  }
  BOOST_TEST(cablelint::iso(cablelint::end_of_year(2029)) == "2029-12-31");
  BOOST_TEST(cablelint::iso(cablelint::end_of_year(kMost)) == "9999-12-31");
  BOOST_TEST(cablelint::iso(cablelint::end_of_month(day("2004-02-03"))) == "2004-02-29");
  BOOST_TEST(cablelint::iso(kMost) == "9999-12-31");
}

BOOST_AUTO_TEST_CASE(minutes) {
  std::string text = "at ";
  cablelint::append_iso_minute(text, day("2006-06-22"), 15 * 60 + 16);
  BOOST_TEST(text == "at 2006-06-22T15:16Z");
  text.clear();
  cablelint::append_iso_minute(text, day("2006-06-22"), 0);
  BOOST_TEST(text == "2006-06-22T00:00Z");
}

BOOST_AUTO_TEST_CASE(today_is_after_this_was_written) {
  BOOST_TEST(cablelint::today_utc() > day("2025-01-01"));
}

BOOST_AUTO_TEST_SUITE_END()
