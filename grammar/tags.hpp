#pragma once

// The TAGS line: codes, codes in Markdown links, terms of several words, arguments in brackets.

#include "grammar/lexis.hpp"

namespace cablelint::grammar::tags {

// clang-format off
struct label         : seq< blanks, sor< seq< TAO_PEGTL_ISTRING( "TAGS" ), not_at< alnum >, blanks, opt< one< ':', ';', ',', '.' > > >,
                                         seq< sor< TAO_PEGTL_ISTRING( "TAGES" ), TAO_PEGTL_ISTRING( "TABS" ), TAO_PEGTL_ISTRING( "TAG" ), TAO_PEGTL_ISTRING( "TAS" ),
                                                   TAO_PEGTL_ISTRING( "TGS" ) >, blanks, one< ':', ';' > > > > {};             // "TAGS:", "TAGES:"
struct colon_label   : seq< blanks, TAO_PEGTL_ISTRING( "TAGS" ), blanks, one< ':' > > {};
struct code          : plus< sor< alnum, one< '.', '\'', '&' >, seq< one< '-', '/' >, at< alnum > > > > {};                   // "PREL"
struct linked_code   : rep_min_max< 1, 60, not_one< ']', '[' > > {};
struct link          : seq< one< '[' >, linked_code, one< ']' >, opt< seq< one< '(' >, star< not_one< ')', '\r', '\n' > >, one< ')' > > > > {};  // "[PREL](#)"
struct html_code     : rep_min_max< 1, 60, not_one< '<', '>' > > {};
struct html_link     : seq< one< '<' >, one< 'A', 'a' >, fold, rep_min_max< 1, 120, not_one< '<', '>' > >, one< '>' >, html_code, one< '<' >, one< '/' >, one< 'A', 'a' >, one< '>' > > {};  // "<a href="/tag/PREL_0.html">PREL</a>"
struct argument      : rep_min_max< 1, 80, not_one< ')', '(', '#' > > {};
struct bracketed     : seq< one< '(' >, argument, opt< one< ')' > > > {};                   // "(RICE, CONDOLEEZZA)"
/// A page header that fell into the field: "UNCLASSIFIED PAGE 02 ROME 01059 01 OF 04 281501Z".
struct page          : seq< opt< seq< plus< upper >, fold > >, word_i< 'P','A','G','E' >, fold, plus< digit >, fold, plus< upper >, rep_opt< 3, seq< fold, plus< upper > > >, fold, plus< digit >,
                            opt< seq< fold, plus< digit >, fold, word_i< 'O','F' >, fold, plus< digit > > >, fold, rep< 6, digit >, one< 'Z' > > {};
struct comma         : one< ',', ';' > {};
struct stray         : any {};
struct item          : choice< fold, page, link, html_link, bracketed, comma, code, stray > {};
struct whole         : seq< label, until< eof, item > > {};                                 // parses the field's span
// clang-format on

}  // namespace cablelint::grammar::tags
