#pragma once

// Classified By, Derived From, and the reasons of an original classification.

#include "grammar/lexis.hpp"

namespace cablelint::grammar::authority {

// clang-format off
/// A blank inside the word: "Classi fied By:". Not behind the first letter, where a list item may stand.
struct classified_letters : seq< TAO_PEGTL_ISTRING( "CLAS" ), blanks, one< 'S', 's' >, blanks, one< 'I', 'i' >, blanks, one< 'F', 'f' >, blanks, one< 'I', 'i' >, blanks, TAO_PEGTL_ISTRING( "ED" ) > {};
struct classified_word : seq< classified_letters, fold, TAO_PEGTL_ISTRING( "BY" ), not_at< alnum >, blanks, opt< one< ':', ';', '.' > > > {};  // "Classified By:"
struct derived_word  : seq< TAO_PEGTL_ISTRING( "DERIVED" ), fold, TAO_PEGTL_ISTRING( "FROM" ), not_at< alnum >, blanks, opt< one< ':', ';' > > > {};          // "Derived From:"
/// Letters with line breaks between them, zero for O: "REA\nSONS", "REAS0N".
template< char First, char... Rest >
struct broken        : seq< one< First, First + 32 >, seq< star< fold >, one< Rest, Rest + 32 > >... > {};
struct reason_letters: seq< broken< 'R','E','A','S' >, star< fold >, one< 'O', 'o', '0' >, star< fold >, one< 'N', 'n' >, opt< seq< star< fold >, one< 'S', 's' > > > > {};
struct reason_word   : seq< sor< reason_letters, TAO_PEGTL_ISTRING( "REAS" ), TAO_PEGTL_ISTRING( "RESONS" ) >, not_at< alnum >, blanks, opt< one< ':', ';' > > > {};   // "Reason:"
/// Where the field is recognised, on one line.
struct start         : seq< blanks, choice< seq< classified_letters, gap, TAO_PEGTL_ISTRING( "BY" ), not_at< alnum > >,
                                         seq< TAO_PEGTL_ISTRING( "DERIVED" ), gap, TAO_PEGTL_ISTRING( "FROM" ), not_at< alnum > >,
                                         seq< TAO_PEGTL_ISTRING( "REASON" ), opt< one< 'S', 's' > >, blanks, one< ':' > > > > {};

/// In the middle of a line the colon is needed.
struct inline_start  : seq< choice< seq< TAO_PEGTL_ISTRING( "CLASSIFIED" ), gap, TAO_PEGTL_ISTRING( "BY" ) >, seq< TAO_PEGTL_ISTRING( "DERIVED" ), gap, TAO_PEGTL_ISTRING( "FROM" ) > >,
                            blanks, one< ':' > > {};

struct major         : one< '1' > {};
struct minor         : digit {};
struct section       : seq< major, blanks, one< '.', ',' >, star< fold >, minor, not_at< digit > > {};  // "1.4", "1,4", "1.\n4"
struct letter        : seq< alpha, not_at< sor< alnum, one< '\'' > > > > {};
struct letter_separator : sor< TAO_PEGTL_ISTRING( "&amp;" ), blank, eol, one< '(', ')', ',', '/', '&', '+', '[', ']' >, seq< one< '.' >, at< sor< alnum, one< '(' > > > >,
                               word_i< 'A','N','D' >, word_i< 'O','R' > > {};
struct reason        : seq< section, star< seq< star< letter_separator >, letter > > > {};              // "1.4 (b) and (d)", "1.5.D"

/// What ends the name: the reasons, however they are introduced.
/// A section cut by a line end, "REASONS 1.\n4 (B)": no paragraph begins there.
struct split_section : seq< one< '1' >, one< '.', ',' >, blanks, eol, blanks, minor, blanks, opt< one< '.' > >, blanks, opt< one< '(' > >, letter > {};

struct reason_intro  : choice< seq< opt< seq< word_i< 'F','O','R' >, fold > >, reason_word >,
                            seq< word_i< 'F','O','R' >, fold, rep< 5, digit > >,
                            seq< sor< word_i< 'P','E','R' >, word_i< 'U','N','D','E','R' >, word_i< 'F','O','R' > >, fold, opt< seq< TAO_PEGTL_ISTRING( "SECTION" ), fold > >, section >,
                            seq< TAO_PEGTL_ISTRING( "BASED" ), fold, TAO_PEGTL_ISTRING( "ON" ) >,
                            seq< TAO_PEGTL_ISTRING( "PURSUANT" ) >,
                            seq< one< 'E', 'e' >, opt< one< '.' > >, blanks, one< 'O', 'o' >, opt< one< '.' > >, blanks, digit >,
                            seq< one< '1' >, blanks, one< '.', ',' >, star< fold >, minor, not_at< digit > > > {};
struct word          : run< not_one< ' ', '\t', '\r', '\n' > > {};
struct by_text       : star< seq< not_at< sor< reason_intro, derived_word > >, sor< fold, word, any > > > {};
struct classified_by : seq< classified_word, star< fold >, by_text > {};
struct doubled_by    : seq< classified_word, star< fold >, at< classified_word > > {};                  // "Classified By: Classified by"
struct from_text     : star< seq< not_at< sor< classified_word, reason_word, seq< TAO_PEGTL_ISTRING( "DECLASSIFY" ), fold > > >, sor< fold, word, any > > > {};
struct derived_from  : seq< derived_word, star< fold >, from_text > {};
struct part          : choice< doubled_by, classified_by, derived_from, reason, fold, word, any > {};
struct whole         : until< eof, part > {};                                                           // parses the field's span
// clang-format on

}  // namespace cablelint::grammar::authority
