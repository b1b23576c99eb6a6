#pragma once

// The E.O. line of every era: "E.O. 12958: DECL: 04/26/2014", "E.O. 11652: XGDS-1", "E.O. 12356: DECL: OADR".

#include "grammar/date.hpp"

namespace cablelint::grammar::declassification {

// clang-format off
struct order         : seq< rep_min_max< 4, 5, digit >, not_at< digit > > {};          // "12958", and "1295" as it happens
struct tag           : seq< one< 'E', 'e' >, opt< one< '.', ',' > >, blanks, one< 'O', 'o', '0' >, opt< one< '.', ',' > >, blanks, opt< one< ':' > >, blanks > {};
struct decl_word     : seq< sor< seq< TAO_PEGTL_ISTRING( "DECLASSIFY" ), gap, TAO_PEGTL_ISTRING( "ON" ) >, TAO_PEGTL_ISTRING( "DECLAS" ),
                                 TAO_PEGTL_ISTRING( "DECLL" ), TAO_PEGTL_ISTRING( "DECL" ) >, not_at< alpha > > {};
/// In Classified By: "BASED ON E.O. 12958 REASONS 1.4 (b)", "E.O. 12958 1.4 (b)".
struct reasons_behind: seq< blanks, sor< TAO_PEGTL_ISTRING( "REA" ), seq< one< '1' >, one< '.', ',' >, blanks, line_end >, seq< one< '1' >, one< '.', ',' >, digit, not_at< sor< digit, seq< one< '.' >, digit > > > > > > {};
struct colon         : seq< blanks, opt< one< ':', ';', '.', ',' > >, blanks > {};

/// Where the line is recognised: "E.O. 12958", "EO 12958", or a DECL line that lost its order.
struct start         : seq< blanks, choice< seq< tag, order, not_at< reasons_behind > >, seq< tag, decl_word >, seq< decl_word, colon, sor< digit, one< 'O', 'X', 'M' > > > > > {};

struct not_applicable: seq< one< 'N', 'n' >, opt< one< '/' > >, one< 'A', 'a' >, not_at< alnum > > {};  // "N/A"
struct exemption     : seq< opt< TAO_PEGTL_ISTRING( "1.6" ) >, one< 'X', 'x' >, range< '1', '8' >, not_at< alnum > > {};  // "X1", "1.6X5"
struct numbered_code : seq< sor< string< '2', '5' >, string< '5', '0' >, string< '7', '5' > >, one< 'X', 'x' >, range< '1', '9' >,
                            opt< seq< one< '-' >, plus< alpha > > >, not_at< alnum > > {};               // "25X1", "50X1-HUM"
struct oadr          : seq< TAO_PEGTL_ISTRING( "OADR" ), not_at< alnum > > {};
struct manual_review : sor< word_i< 'M','R' >, seq< TAO_PEGTL_ISTRING( "MANUAL" ), gap, TAO_PEGTL_ISTRING( "REVIEW" ) > > {};
struct code          : choice< exemption, numbered_code, oadr, manual_review > {};
struct code_separator: seq< blanks, opt< sor< one< ',', '/', '&', ';' >, word_i< 'A','N','D' > > >, blanks > {};
struct code_date     : grammar::date::any {};
/// An exemption may end with an event in place of a date.
struct event_begins  : sor< word_i< 'U','P','O','N' >, word_i< 'W','H','E','N' >, word_i< 'A','F','T','E','R' >, word_i< 'U','N','T','I','L' >,
                            word_i< 'E','N','D' >, TAO_PEGTL_ISTRING( "CLOSURE" ), TAO_PEGTL_ISTRING( "COMPLETION" ) > {};
struct code_event    : seq< at< event_begins >, plus< any > > {};                                        // "UPON CLOSURE OF THE POST"
struct codes         : seq< code, star< seq< code_separator, sor< code, code_date > > >, opt< seq< code_separator, code_event > > > {};  // "X1, X5", "25X1, 12/31/2040"

struct schedule_word : seq< sor< seq< opt< one< 'X', 'x' > >, TAO_PEGTL_ISTRING( "GDS" ) >, TAO_PEGTL_ISTRING( "ADS" ), TAO_PEGTL_ISTRING( "RDS" ) >,
                            opt< seq< blanks, opt< one< '-' > >, blanks, range< '1', '9' >, not_at< sor< digit, one< '/' > > > > >, not_at< alpha > > {};  // "XGDS-1"
struct schedule_date : grammar::date::any {};
struct schedule      : seq< schedule_word, opt< seq< blanks, opt< one< ',', ':', '(' > >, blanks, schedule_date > > > {};  // "RDS-1 6/5/99"

struct offset_years  : seq< rep_min_max< 1, 2, digit > > {};
struct offset        : seq< opt< one< '+' > >, blanks, offset_years, blanks, sor< word_i< 'Y','E','A','R','S' >, word_i< 'Y','E','A','R' >, word_i< 'Y','R','S' >,
                            word_i< 'Y','R' >, word_i< 'Y' > >, blanks, opt< one< '.' > >, at< sor< eof, eol > > > {};           // "+10 YEARS"

struct downgrade_level : sor< TAO_PEGTL_ISTRING( "CO" ), TAO_PEGTL_ISTRING( "SE" ), TAO_PEGTL_ISTRING( "C" ), TAO_PEGTL_ISTRING( "S" ), TAO_PEGTL_ISTRING( "U" ) > {};
struct downgrade_date: grammar::date::any {};
struct downgrade     : seq< TAO_PEGTL_ISTRING( "DNG" ), colon, downgrade_level, gap, downgrade_date > {};  // "DNG: CO 06/13/2011"

struct decl_date     : grammar::date::any {};
/// A date in words needs the word DECL before it; otherwise the text is an event.
struct event         : plus< any > {};                                                     // "CLOSURE OF ICTY"
struct body          : choice< codes, schedule, not_applicable, downgrade, offset, decl_date, event > {};
struct amended       : seq< opt< one< ',' > >, blanks, opt< one< '(' > >, TAO_PEGTL_ISTRING( "AS" ), gap, TAO_PEGTL_ISTRING( "AMENDED" ), opt< one< ')' > > > {};
struct decl          : decl_word {};
struct line_order    : order {};
struct prefix        : seq< opt< seq< tag, opt< line_order > > >, opt< amended >, colon, star< seq< decl, colon > > > {};
struct whole         : seq< blanks, prefix, opt< seq< downgrade, code_separator, star< seq< decl, colon > > > >, opt< body >, opt< seq< blanks, opt< one< '.' > >, code_separator, downgrade > >, until< eof > > {};                // parses the line's span
// clang-format on

}  // namespace cablelint::grammar::declassification
