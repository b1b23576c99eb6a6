#pragma once

// Dates as they stand on E.O. lines, and date-time groups.

#include "grammar/lexis.hpp"

namespace cablelint::grammar::date {

// clang-format off
struct month_name     : seq< month, star< alpha >, opt< one< '.' > > > {};  // "JUNE", "Sept."
struct month_number   : rep_min_max< 1, 2, digit > {};                      // "6", "06"
struct day            : rep_min_max< 1, 2, digit > {};                      // "6", "06"
struct year           : sor< rep< 4, digit >, rep< 2, digit > > {};         // "2016", "16"
struct long_year      : rep< 4, digit > {};                                 // "2016"
struct two_digit_month: rep< 2, digit > {};
struct two_digit_day  : rep< 2, digit > {};
struct separator      : seq< blanks, one< '/', '-', '.' >, blanks > {};     // "/", " / "
struct done           : not_at< sor< alnum, seq< one< '/' >, digit > > > {};  // a date does not stop inside a number

struct year_first     : seq< long_year, separator, month_number, separator, day, done > {};                    // "2020/02/23"
struct month_first    : seq< month_number, separator, day, separator, year, done > {};                         // "04/26/2014", "6/3/18"
struct compact        : seq< long_year, two_digit_month, two_digit_day, done > {};                             // "20310627"
struct day_first      : seq< day, opt< one< '-' > >, blanks, month_name, opt< one< ',', '-' > >, blanks, year, done > {};  // "13 JUN 2016", "13JUN16"
struct name_first     : seq< month_name, blanks, day, opt< one< ',' > >, gap, year, done > {};                 // "JUNE 21, 2006"
struct month_and_year : seq< month_number, separator, long_year, done > {};                                    // "06/2016"
struct name_and_year  : seq< month_name, gap, long_year, done > {};                                            // "June 2016"
struct year_only      : seq< long_year, done > {};                                                             // "2016"
struct readable       : choice< year_first, month_first, compact, day_first, name_first, month_and_year, name_and_year, year_only > {};

/// Meant as a date but none: "103/7/2019", "04/26/20I4".
struct unreadable     : seq< digit, star< alnum >, plus< seq< separator, plus< alnum > > > > {};

struct any            : sor< readable, unreadable > {};

struct dtg_day        : rep< 2, digit > {};
struct dtg_hour       : rep< 2, digit > {};
struct dtg_minute     : rep< 2, digit > {};
struct dtg_month      : month {};
struct dtg_year       : sor< rep< 4, digit >, rep< 2, digit > > {};
/// "221516Z JUN 06"
struct time_group     : seq< dtg_day, dtg_hour, dtg_minute, blanks, one< 'Z', 'z' >, blanks, dtg_month, blanks, dtg_year, not_at< digit > > {};
// clang-format on

}  // namespace cablelint::grammar::date
