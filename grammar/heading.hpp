#pragma once

// The transmission heading, ACP-127 format lines 1 to 9, each on its own line or all collapsed onto one.

#include "grammar/date.hpp"
#include "grammar/wrapper.hpp"

namespace cablelint::grammar::heading {

// clang-format off
struct precedence_pair : sor< string< 'Z', 'Z' >, string< 'O', 'O' >, string< 'P', 'P' >, string< 'R', 'R' > > {};
struct routing_indicator : seq< one< 'R' >, rep_min_max< 4, 7, upper_alnum >, not_at< alnum > > {};   // "RUEHRO"
struct prosign         : one< 'Z', 'O', 'P', 'R' > {};                                          // precedence letter
struct precedence_word : choice< seq< word_i< 'N','I','A','C','T' >, gap, word_i< 'I','M','M','E','D','I','A','T','E' > >,
                              word_i< 'N','I','A','C','T' >, word_i< 'F','L','A','S','H' >,
                              word_i< 'I','M','M','E','D','I','A','T','E' >, word_i< 'I','M','M','E','D' >,
                              word_i< 'P','R','I','O','R','I','T','Y' >, word_i< 'R','O','U','T','I','N','E' > > {};

struct transmission    : seq< string< 'V','Z','C','Z','C' >, star< upper_alnum > > {};          // "VZCZCXRO7546"
struct relay_precedence: precedence_pair {};
struct relay_station   : routing_indicator {};
struct relay           : seq< relay_precedence, plus< seq< fold, relay_station > > > {};        // "PP RUEHDBU RUEHFL"

struct station         : routing_indicator {};
struct serial          : plus< digit > {};
struct section         : plus< digit > {};
struct julian          : rep_min_max< 6, 8, digit > {};                                         // "1731516"
struct origin          : seq< word_i< 'D','E' >, fold, station, opt< seq< fold, one< '#' >, serial, opt< seq< one< '/' >, section > > > >,
                              opt< seq< fold, julian, not_at< alnum > > > > {};                 // "DE RUEHRO #1851/02 1731516"

struct security_prosign: sor< string< 'Z','N','R' >, string< 'Z','N','Y' > > {};
struct letters         : seq< run< upper >, opt< seq< one< '/' >, run< upper > > > > {};      // "CCCCC"
struct signal          : seq< one< 'Z' >, upper, upper, not_at< alnum > > {};                   // "ZZH"
struct date_ahead      : seq< prosign, star< seq< gap, prosign, at< blank > > >, gap, rep< 6, digit > > {};
struct list_word       : choice< word_i< 'I','N','F','O' >, word_i< 'X','M','T' >, word_i< 'T','O' >, word_i< 'F','M' > > {};
struct signal_text     : seq< not_at< list_word >, run< not_one< ' ', '\t', '\r', '\n' > > > {};
struct security        : seq< security_prosign, gap, letters, star< seq< gap, not_at< sor< security_prosign, date_ahead > >, sor< signal, signal_text > > > > {};  // "ZNY CCCCC ZZH"

struct date_precedence : prosign {};
struct time            : grammar::date::time_group {};
struct date_line       : seq< date_precedence, star< seq< gap, prosign, at< blank > > >, gap, time > {};   // "P 221516Z JUN 06"
/// A date line whose group cannot be read: "P 321516Z JUN 06" is readable in shape, "P 22I516Z JUN 06" is not.
struct unreadable_time : seq< rep< 2, digit >, plus< seq< not_at< one< 'Z' >, blank >, upper_alnum > >, one< 'Z' >, gap, run< alpha >, gap, run< alnum > > {};
struct bad_date_line   : seq< date_precedence, gap, unreadable_time > {};

struct routing         : routing_indicator {};
struct route           : seq< routing, one< '/' > > {};                                         // "RUEHGB/"
struct name_stop       : choice< precedence_word, route, list_word, seq< digit, star< digit >, not_at< alnum > > > {};
struct name_word       : seq< not_at< name_stop >, run< not_one< ' ', '\t', '\r', '\n', '<' > > > {};
/// Begins the next name where routes and line ends are lost.
struct mission_word    : choice< word_i< 'A','M','E','M','B','A','S','S','Y' >, word_i< 'A','M','C','O','N','S','U','L' >, word_i< 'U','S','M','I','S','S','I','O','N' >, word_i< 'U','S','O','F','F','I','C','E' > > {};
struct name            : seq< name_word, star< seq< gap, not_at< mission_word >, name_word > > > {};  // "AMEMBASSY BAGHDAD"
struct precedence      : precedence_word {};
struct addressee_number: seq< plus< digit >, not_at< alnum > > {};                              // "0233"
struct addressee       : seq< opt< route >, name, opt< seq< gap, precedence > >, opt< seq< gap, addressee_number > > > {};
/// A route with the name lost still names somebody.
struct bare_route      : seq< route, opt< seq< blanks, precedence > >, opt< seq< blanks, addressee_number > > > {};

struct from_name       : list< seq< not_at< list_word >, run< not_one< ' ', '\t', '\r', '\n', '<' > > >, gap > {};
struct from            : seq< word_i< 'F','M' >, gap, from_name > {};                           // "FM AMEMBASSY ROME"
struct to_word         : word_i< 'T','O' > {};
struct info_word       : word_i< 'I','N','F','O' > {};
struct xmt_word        : word_i< 'X','M','T' > {};

/// A page header that fell into the list: "PAGE 02 STATE 015113 182333Z".
struct page            : seq< word_i< 'P','A','G','E' >, gap, plus< digit >, gap, run< upper >, rep_opt< 3, seq< gap, run< upper > > >, gap, plus< digit >,
                              opt< seq< gap, plus< digit >, gap, word_i< 'O','F' >, gap, plus< digit > > >, gap, rep< 6, digit >, one< 'Z' > > {};
struct stray           : run< not_one< ' ', '\t', '\r', '\n' > > {};                           // anything else is stepped over
struct markup          : seq< at< one< '<' > >, grammar::wrapper::markup > {};                     // "<br />"
struct part            : choice< fold, markup, page, transmission, relay, origin, security, date_line, bad_date_line, from,
                              to_word, info_word, xmt_word, addressee, bare_route, stray, one< '\r' > > {};
struct whole           : until< eof, part > {};                                                 // parses a heading's span

// What a line of a heading looks like, for finding where a heading begins and goes on.
struct strong_line     : seq< blanks, choice< transmission,
                                           seq< precedence_pair, gap, routing_indicator >,
                                           seq< word_i< 'D','E' >, gap, routing_indicator, opt< seq< gap, one< '#' > > > >,
                                           seq< security_prosign, gap, rep_min< 3, upper > >,
                                           seq< date_ahead, one< 'Z' > >,
                                           seq< word_i< 'F','M' >, gap, upper >,
                                           seq< routing_indicator, one< '/' > > > > {};
/// A fragment that begins with an address list.
struct list_start      : seq< blanks, sor< to_word, info_word >, gap, sor< route, string< 'A','M','E','M' >, string< 'A','M','C','O','N' >, string< 'S','E','C','S','T','A','T','E' >,
                              string< 'S','E','C','D','E','F' >, string< 'U','S','M','I','S','S' >, string< 'U','S','O','F','F' >, string< 'P','A','G','E',' ' > > > {};
struct list_line       : seq< blanks, sor< to_word, info_word, xmt_word >, gap, upper > {};     // "TO RUEHC/SECSTATE"
// clang-format on

}  // namespace cablelint::grammar::heading
