#pragma once

// The REF field: labelled or bare references to other cables and to anything else.

#include "grammar/lexis.hpp"

namespace cablelint::grammar::references {

// clang-format off
struct label_word    : seq< TAO_PEGTL_ISTRING( "REF" ), opt< sor< TAO_PEGTL_ISTRING( "ERENCES" ), TAO_PEGTL_ISTRING( "ERENCE" ), TAO_PEGTL_ISTRING( "TELS" ), TAO_PEGTL_ISTRING( "TEL" ), one< 'S', 's' >,
                            TAO_PEGTL_ISTRING( "(S)" ), TAO_PEGTL_ISTRING( "TEL(S)" ) > >, not_at< alnum > > {};
struct colon_label   : seq< blanks, label_word, blanks, one< ':', ';' > > {};                     // "REF:", "REFTELS:"
struct label         : seq< blanks, label_word, blanks, opt< one< ':', ';', '.' > > > {};
/// Where the field is recognised: with a colon, or with a first item behind the bare word.
struct start         : sor< colon_label, seq< blanks, label_word, gap, sor< seq< opt< one< '(' > >, upper, one< ')', '.' > >, seq< plus< upper >, gap, digit >, seq< digit, digit, gap, upper > > > > {};

struct item_start    : seq< label_word, gap, opt< one< '(' > >, alpha, one< ')', '.' >, star< blank >, alnum > {};   // "REF A) ROME 12" in mid-line
/// The label glued to the word before it: "PRIMEREF: A. LONDON 1939".
struct glued_label   : seq< string< 'R', 'E', 'F' >, opt< one< 'S' > >, one< ':' > > {};

struct pilcrow       : string< '\xC2', '\xB6' > {};
struct letter        : alpha {};
struct item_label    : seq< opt< one< '(', '[' > >, letter, sor< seq< one< ')', ']' >, opt< one< '.', ':' > > >, seq< one< '.', ':' >, not_at< alnum > > > > {};  // "A)", "(A)", "A."
struct year          : seq< opt< one< '\'' > >, sor< rep< 4, digit >, rep< 2, digit > >, not_at< digit > > {};   // "03", "2003"
struct saint         : seq< TAO_PEGTL_ISTRING( "ST" ), one< '.' > > {};                           // "ST. PETERSBURG"
struct plain_word    : seq< alpha, star< sor< alpha, seq< one< '\'', '-', '.' >, at< alpha > > > > > {};
struct month_word    : seq< sor< TAO_PEGTL_ISTRING( "JANUARY" ), TAO_PEGTL_ISTRING( "FEBRUARY" ), TAO_PEGTL_ISTRING( "MARCH" ), TAO_PEGTL_ISTRING( "APRIL" ), TAO_PEGTL_ISTRING( "JUNE" ),
                            TAO_PEGTL_ISTRING( "JULY" ), TAO_PEGTL_ISTRING( "AUGUST" ), TAO_PEGTL_ISTRING( "SEPTEMBER" ), TAO_PEGTL_ISTRING( "OCTOBER" ), TAO_PEGTL_ISTRING( "NOVEMBER" ),
                            TAO_PEGTL_ISTRING( "DECEMBER" ), month >, not_at< alpha > > {};
struct origin_word   : sor< saint, plain_word > {};
/// Words of references to something other than a cable.
struct cable_word    : sor< word_i< 'C','A','B','L','E','S' >, word_i< 'C','A','B','L','E' >, word_i< 'T','E','L','E','G','R','A','M' > > {};
struct not_a_post    : seq< choice< cable_word, word_i< 'P','R','E','V','I','O','U','S' >, word_i< 'A','N','D' >, word_i< 'O','F' >, word_i< 'D','A','T','E','D' >, word_i< 'O','N' >, word_i< 'F','R','O','M' >, word_i< 'I','I','R' >,
                            word_i< 'U','N','S','C','R' >, word_i< 'I','N','C','S','R' >, word_i< 'P','O','C' >, word_i< 'E','M','A','I','L','S' >, word_i< 'E','M','A','I','L' >,
                            TAO_PEGTL_ISTRING( "E-MAIL" ), word_i< 'M','E','M','O' >, word_i< 'L','E','T','T','E','R' >, word_i< 'T','E','L','C','O','N' >, word_i< 'F','A','X' >,
                            seq< month_word, fold, digit > > > {};
struct origin        : seq< not_at< not_a_post >, origin_word, rep_opt< 3, seq< fold, not_at< not_a_post >, origin_word > > > {};   // "TEL AVIV"
/// A stroke and one or two digits make a date of it: "3/4".
struct number        : seq< rep_min_max< 1, 8, digit >, not_at< sor< alnum, seq< one< '/' >, rep_min_max< 1, 2, digit >, not_at< digit > > > > > {};  // "532"
struct year_behind   : seq< rep< 2, digit >, not_at< digit > > {};
struct year_suffix   : seq< one< '-' >, year_behind > {};                                         // "QUITO 4525-91"
struct number_join   : sor< seq< star< fold >, one< '#' > >, seq< one< ':' >, fold >, seq< one< '-' >, at< digit > >, fold > {};
struct note          : rep_min_max< 2, 24, sor< alnum, one< ' ', '-', '/' > > > {};
struct notes         : seq< star< fold >, one< '(', '[' >, note, one< ')', ']' > > {};                  // "(NOTAL)", "(08)"
struct year_join     : sor< fold, one< '-' >, at< alpha > > {};
struct glued         : seq< year, origin_word, number, star< notes > > {};                        // "09CAIRO0561"
struct run_on        : seq< plain_word, rep_min_max< 4, 6, digit >, not_at< alnum > > {};  // "HK05511"
struct spaced        : seq< opt< seq< year, year_join > >, origin, opt< seq< fold, cable_word > >, number_join, number, opt< year_suffix >, star< notes > > {};  // "03 PANAMA 470 (NOTAL)", "10-OTTAWA-57"
struct run_on_number : rep_min_max< 4, 6, digit > {};
struct run_on_cable  : seq< at< run_on >, origin_word, run_on_number > {};
struct cable         : choice< glued, spaced, run_on_cable > {};
struct more_number   : number {};
/// Further numbers of the same post: "POST 12 AND 34".
struct more          : seq< blanks, sor< seq< one< '/' >, at< rep< 3, digit > > >, seq< sor< one< ',' >, word_i< 'A','N','D' >, one< '&' > >, gap > >, not_at< seq< year, fold, origin, fold, digit > >, more_number, star< notes > > {};
struct separator     : choice< fold, one< ',', ';', '.' >, seq< one< '-' >, at< sor< blank, eof > > >, pilcrow, word_i< 'A','N','D' >, word_i< 'P','R','E','V','I','O','U','S' > > {};
/// A section header that fell into the field: "TRIPOLI 00000402 001.2 OF 003".
struct continuation  : seq< origin, fold, rep< 8, digit >, star< fold >, opt< seq< rep< 3, digit >, opt< seq< one< '.' >, plus< digit > > >, fold, word_i< 'O','F' >, fold, plus< digit > > > > {};
struct page          : seq< opt< seq< plus< upper >, fold > >, word_i< 'P','A','G','E' >, fold, plus< digit >, fold, origin, fold, plus< digit >, fold, plus< digit >, fold, word_i< 'O','F' >, fold, plus< digit >,
                            fold, rep< 6, digit >, one< 'Z' > > {};                               // "PAGE 02 ROME 01196 01 OF 02 082030Z"
struct other_text    : plus< seq< not_at< sor< seq< fold, opt< pilcrow >, item_label >, one< ';' >, seq< fold, sor< page, continuation > > > >, any > > {};
struct other         : other_text {};                                                             // "SMITH-JONES E-MAIL 3/4/05"
struct item          : choice< separator, item_label, page, continuation, seq< cable, star< more > >, other > {};
struct whole         : seq< label, until< eof, item > > {};                                       // parses the field's span
// clang-format on

}  // namespace cablelint::grammar::references
