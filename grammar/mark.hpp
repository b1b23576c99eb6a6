#pragma once

// Portion marks: "(S/NF)", "( C )", "(SECRET/REL FRANCE)", and the marks that stand for the entire text.

#include "grammar/classification.hpp"

namespace cablelint::grammar::mark {

// clang-format off
struct long_level    : seq< choice< seq< TAO_PEGTL_ISTRING( "TOP" ), gap, TAO_PEGTL_ISTRING( "SECRET" ) >, TAO_PEGTL_ISTRING( "SECRET" ),
                                 TAO_PEGTL_ISTRING( "CONFIDENTIAL" ), TAO_PEGTL_ISTRING( "UNCLASSIFIED" ), TAO_PEGTL_ISTRING( "UNCLAS" ),
                                 TAO_PEGTL_ISTRING( "RESTRICTED" ) > > {};
struct short_level   : choice< TAO_PEGTL_ISTRING( "TS" ), TAO_PEGTL_ISTRING( "SBU" ), TAO_PEGTL_ISTRING( "LOU" ), TAO_PEGTL_ISTRING( "FOUO" ) > {};
struct letter        : one< 'S', 's', 'C', 'c', 'U', 'u', 'R', 'r' > {};
/// Most marks are one letter, so that comes first.
struct level         : sor< seq< letter, not_at< alnum > >, seq< sor< long_level, short_level >, not_at< alnum > > > {};  // "S", "TS", "SECRET"

struct separator     : plus< one< ' ', '\t', '/', '-', ',' > > {};
struct token         : seq< alnum, star< sor< alnum, one< '-', '.' > > > > {};          // "NF", "OC-USGOV"
struct joined        : one< ' ', '\t', ',' > {};
/// A release list is one control: "REL UK", "REL TO USA, GBR".
struct release       : seq< sor< seq< word_i< 'R','E','L' >, opt< seq< gap, word_i< 'T','O' > > > >, seq< word_i< 'D','I','S','P','L','A','Y' >, gap, word_i< 'O','N','L','Y' > > >,
                            star< seq< plus< joined >, run< alnum > > > > {};
struct control       : sor< release, token > {};
/// Inside of a readable mark: a level, then controls.
struct readable      : seq< blanks, level, star< seq< separator, control > >, blanks > {};

struct inside        : rep_min_max< 1, 60, sor< alnum, one< ' ', '/', '-', ',', '.', '&', '\t' > > > {};
struct marked        : seq< one< '(' >, readable, one< ')' > > {};                      // "(S/NF)"
/// Meant as a mark, but no level can be read: "(N/SF)", "(/REL UK)", "(SNF)".
struct level_letter  : one< 'T', 'S', 'C', 'U', 'N', 'F' > {};
struct garbled_inside: sor< seq< blanks, one< '/' >, run< upper >, star< seq< one< ' ', '/', '-' >, run< upper > > >, blanks >,
                            seq< one< 'S', 'C', 'U' >, string< 'N', 'F' > >,
                            seq< rep_min_max< 1, 3, level_letter >, one< '/', '-' >, rep_min_max< 1, 3, level_letter > > > {};
struct garbled       : seq< one< '(' >, garbled_inside, one< ')' > > {};
/// The opening bracket is lost: "C) Text".
struct unopened      : seq< sor< string< 'T', 'S' >, one< 'S', 'C', 'U' > >, opt< seq< one< '/' >, rep_min_max< 1, 3, upper > > >, one< ')' > > {};
struct any           : choice< marked, garbled, unopened > {};

/// "C - ENTIRE TEXT", "(S-ENTIRE TEXT)", "CONFIDENTIAL - ENTIRE TEXT."
struct entire_level  : level {};
struct entire_text   : seq< opt< one< '(' > >, blanks, entire_level, blanks, opt< one< ')' > >, blanks, plus< one< '-', ',', ':', '/' > >, blanks,
                            TAO_PEGTL_ISTRING( "ENTIRE" ), gap, TAO_PEGTL_ISTRING( "TEXT" ), blanks, opt< one< ')' > >, opt< one< '.' > > > {};
// clang-format on

}  // namespace cablelint::grammar::mark
