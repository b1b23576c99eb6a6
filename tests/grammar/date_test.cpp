#include "grammar/date.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar::date;

BOOST_AUTO_TEST_SUITE(grammar_date)

BOOST_AUTO_TEST_CASE(pieces) {
  CHECK_MATCH(rules::month_name, "Sept. 3", "Sept.");
  CHECK_MATCH(rules::month_name, "JUNE", "JUNE");
  CHECK_MATCH(rules::month_number, "06/", "06");
  CHECK_MATCH(rules::day, "6/", "6");
  CHECK_MATCH(rules::year, "2016 ", "2016");
  CHECK_MATCH(rules::year, "16 ", "16");
  CHECK_MATCH(rules::long_year, "20161", "2016");
  CHECK_NO_MATCH(rules::long_year, "216");
  CHECK_WHOLE(rules::two_digit_month, "06");
  CHECK_WHOLE(rules::two_digit_day, "27");
  CHECK_MATCH(rules::separator, " / 4", " / ");
  CHECK_NO_MATCH(rules::separator, " 4");
  CHECK_WHOLE(rules::done, "");
  CHECK_NO_MATCH(rules::done, "4");
  CHECK_NO_MATCH(rules::done, "/4");
}

BOOST_AUTO_TEST_CASE(forms) {
  CHECK_WHOLE(rules::year_first, "2020/02/23");
  CHECK_WHOLE(rules::year_first, "2020-2-3");
  CHECK_NO_MATCH(rules::year_first, "20/02/23");
  CHECK_WHOLE(rules::month_first, "04/26/2014");
  CHECK_WHOLE(rules::month_first, "6/3/18");
  CHECK_WHOLE(rules::month_first, "04 / 26 / 2014");
  CHECK_NO_MATCH(rules::month_first, "04/26/20I4");
  CHECK_NO_MATCH(rules::month_first, "103/7/2019");
  CHECK_NO_MATCH(rules::month_first, "04/26/201");
  CHECK_WHOLE(rules::compact, "20310627");
  CHECK_NO_MATCH(rules::compact, "203106271");
  CHECK_WHOLE(rules::day_first, "13 JUN 2016");
  CHECK_WHOLE(rules::day_first, "13JUN16");
  CHECK_WHOLE(rules::day_first, "19 NOVEMBER 1977");
  CHECK_WHOLE(rules::name_first, "JUNE 21, 2006");
  CHECK_NO_MATCH(rules::name_first, "JUNE 2006");
  CHECK_WHOLE(rules::month_and_year, "06/2016");
  CHECK_WHOLE(rules::name_and_year, "June 2016");
  CHECK_MATCH(rules::year_only, "2016.", "2016");
  CHECK_NO_MATCH(rules::year_only, "2016/1");
  for (const char* text :
       {"2020/02/23", "6/3/18", "20310627", "13 JUN 2016", "JUNE 21, 2006", "06/2016", "June 2016", "2016"}) {
    CHECK_WHOLE(rules::readable, text);
    CHECK_WHOLE(rules::any, text);
  }
  for (const char* text : {"103/7/2019", "04/26/20I4", "1/2/3/4"}) {
    CHECK_NO_MATCH(rules::readable, text);
    CHECK_WHOLE(rules::unreadable, text);
    CHECK_WHOLE(rules::any, text);
  }
  CHECK_NO_MATCH(rules::any, "CLOSURE OF THE FAIR");
}

BOOST_AUTO_TEST_CASE(time_groups) {
  CHECK_MATCH(rules::time_group, "221516Z JUN 06 ZDK", "221516Z JUN 06");
  CHECK_WHOLE(rules::time_group, "221516Z JUN 2006");
  CHECK_WHOLE(rules::time_group, "221516zjun06");
  CHECK_NO_MATCH(rules::time_group, "221516 JUN 06");
  CHECK_WHOLE(rules::dtg_day, "22");
  CHECK_WHOLE(rules::dtg_hour, "15");
  CHECK_WHOLE(rules::dtg_minute, "16");
  CHECK_WHOLE(rules::dtg_month, "JUN");
  CHECK_WHOLE(rules::dtg_year, "06");
}

BOOST_AUTO_TEST_SUITE_END()
