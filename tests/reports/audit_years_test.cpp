#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "reports/audit_years.hpp"

using namespace cablelint::reports;
using Tick = ColumnChart::Tick;

namespace {

/// The labels that stand below columns; those for wide screens only in brackets.
std::string ticks(const YearColumns& years) {
  std::string text;
  for (const ColumnChart::Column& column : years.columns) {
    if (column.tick == Tick::none) continue;
    if (!text.empty()) text += ' ';
    text += column.tick == Tick::wide ? '(' + column.label + ')' : column.label;
  }
  return text;
}

YearCounts each_year(std::int32_t first, std::int32_t last, std::uint64_t count = 10) {
  YearCounts years;
  for (std::int32_t year = first; year <= last; ++year) years[year] = {count};
  return years;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(audit_years_test)

BOOST_AUTO_TEST_CASE(years_far_out_share_a_column) {
  constexpr std::int32_t kMin = std::numeric_limits<std::int32_t>::min();
  constexpr std::int32_t kMax = std::numeric_limits<std::int32_t>::max();
  YearCounts outliers = each_year(1990, 2029);
  outliers[kMin] = {1};
  outliers[-44] = {1};
  outliers[1900] = {1};
  outliers[9999] = {1};
  outliers[kMax] = {2};
  const struct {
    YearCounts years;
    std::size_t columns;
    std::string ticks, note;
  } cases[] = {
      {{}, 0, "", ""},
      {{{2016, {0}}}, 0, "", ""},
      {{{2016, {3}}}, 1, "2016", ""},
      {{{9999, {3}}}, 1, "9999", ""},
      {{{kMax, {1}}}, 1, "2147483647", ""},
      {{{-3, {1}}, {2, {1}}}, 6, "(-3) -2 (-1) 0 (1) 2", ""},
      {each_year(1973, 2010), 38, "(1975) 1980 (1985) 1990 (1995) 2000 (2005) 2010", ""},
      {each_year(1930, 2049), 120, "(1940) 1960 (1980) 2000 (2020) 2040", ""},
      {outliers, 44, "earlier (1995) 2000 (2005) 2010 (2015) 2020 later",
       "Outside the years of the chart, before 1990: 3 cables; after 2029: 3 cables."},
      {{{1, {1}}, {2000, {1}}}, 3, "earlier 2000", "Outside the years of the chart, before 2000: 1 cable."},
  };
  for (const auto& each : cases) {
    const YearColumns years = year_columns(each.years, 1);
    BOOST_TEST(years.columns.size() == each.columns);
    BOOST_TEST(ticks(years) == each.ticks);
    BOOST_TEST(years.note("cable") == each.note);
  }
}

BOOST_AUTO_TEST_CASE(the_fullest_years_have_columns_and_nothing_is_lost) {
  YearCounts years = each_year(1500, 1600);
  for (const auto& [year, counts] : each_year(1931, 2070, 20)) years[year] = counts;
  const YearColumns columns = year_columns(years, 1);
  BOOST_TEST(columns.first == 1951);
  BOOST_TEST(columns.last == 2070);
  BOOST_TEST(columns.earlier == 101U * 10 + 20U * 20);
  BOOST_TEST(columns.later == 0U);
  std::uint64_t all = 0;
  for (const ColumnChart::Column& column : columns.columns) all += column.counts.at(0);
  BOOST_TEST(all == 101U * 10 + 140U * 20);
  BOOST_TEST(columns.columns.at(columns.index_of(1951)).label == "1951");
  BOOST_TEST(columns.holds(2070));
  BOOST_TEST(!columns.holds(1950));
}

BOOST_AUTO_TEST_SUITE_END()
