#pragma once

// What reviewers leave in a released copy: cuts in brackets, exemption codes, stamps. Which words and codes
// there are is vocabulary; here is how they are put together.

#include "grammar/date.hpp"

namespace cablelint::grammar::redaction {

// clang-format off
struct en_dash       : string< '\xE2', '\x80', '\x93' > {};                               // U+2013
struct em_dash       : string< '\xE2', '\x80', '\x94' > {};                               // U+2014
struct minus_sign    : string< '\xE2', '\x88', '\x92' > {};                               // U+2212
struct dash          : sor< one< '-' >, en_dash, em_dash, minus_sign > {};
struct white         : plus< sor< blank, eol > > {};                                      // inside a bracket lines may end

// Numbers.
struct quarter       : string< '\xC2', '\xBC' > {};                                       // U+00BC
struct half          : string< '\xC2', '\xBD' > {};                                       // U+00BD
struct three_quarters: string< '\xC2', '\xBE' > {};                                       // U+00BE
struct vulgar        : sor< quarter, half, three_quarters > {};
struct whole         : rep_min_max< 1, 4, digit > {};                                     // "12"
struct ratio         : seq< digit, one< '/' >, digit, not_at< alnum > > {};               // "1/2"
struct run_together  : seq< rep_min_max< 2, 4, digit >, one< '/' >, digit, not_at< alnum > > {};    // "11/2": a dash or a blank is lost
struct decimals      : seq< one< '.' >, rep_min_max< 1, 2, digit > > {};                  // ".5"
struct number_joint  : sor< seq< opt< white >, dash, opt< white > >, white > {};
struct mixed         : seq< whole, sor< seq< opt< number_joint >, vulgar >, seq< number_joint, ratio > > > {};  // "1-1/2", "2 1/2", "1½"
struct amount        : seq< sor< mixed, vulgar, run_together, ratio, seq< whole, opt< decimals > > >, not_at< alnum > > {};
struct letter_one    : seq< one< 'I', 'l' >, at< white, alpha > > {};                     // "I line": a letter typed for the digit

// Exemption codes.
struct letter_b      : one< 'b', 'B' > {};
struct paren_letter  : seq< one< '(' >, blanks, alpha, blanks, one< ')' > > {};           // "(d)"
struct paren_number  : seq< one< '(' >, blanks, rep_min_max< 1, 2, digit >, blanks, one< ')' > > {};  // "(6)"
struct paren_b       : seq< one< '(' >, blanks, letter_b, blanks, one< ')' > > {};        // "(b)"
struct foia_part     : sor< seq< blanks, paren_letter, not_at< blanks, paren_number > >, seq< alpha, not_at< alnum > > > {};
/// "(b)(1)", "(b) (7) (C)", "(b)1", "b(6)", "B7(C)", "b7c", "B-1"
struct spelt_out     : seq< paren_b, sor< seq< blanks, paren_number >, digit >, opt< foia_part > > {};
struct shortened     : seq< letter_b, opt< one< '-', '.' > >, sor< paren_number, rep_min_max< 1, 2, digit > >, opt< foia_part > > {};
struct named         : seq< TAO_PEGTL_ISTRING( "EXEMPTION" ), gap, opt< sor< paren_b, letter_b > >, sor< paren_number, rep_min_max< 1, 2, digit > >, opt< foia_part > > {};  // "Exemption 6"
struct exemption     : seq< sor< spelt_out, shortened, named >, not_at< alnum > > {};
/// Exemptions of the Privacy Act: "(k)(2)", "(d)(5)", "(j)(2)".
struct privacy       : seq< one< '(' >, blanks, one< 'd', 'j', 'k', 'D', 'J', 'K' >, blanks, one< ')' >, blanks, paren_number > {};
/// A section of an order: "1.4(D)", "1.4 d", "1.5c", "3.3(b)(1)".
struct section       : seq< one< '1', '3' >, one< '.' >, one< '3', '4', '5', '6' >, not_at< digit > > {};
struct category      : seq< section, sor< seq< blanks, paren_letter, opt< blanks, paren_number > >, seq< opt< blank >, alpha, opt< digit >, not_at< alnum > > > > {};
/// Another letter of the same section: the "(d)" of "1.4(b) and (d)".
struct further_letter: seq< paren_letter, not_at< blanks, paren_number > > {};
struct letter_joint  : sor< seq< blanks, one< ',', '/', '&' >, blanks, opt< eol, blanks > >, seq< gap, TAO_PEGTL_ISTRING( "and" ), gap >, blanks > {};
struct categories    : seq< category, star< letter_joint, further_letter > > {};          // "1.4(b),(d)"
struct time_limit    : sor< string< '2', '5' >, string< '5', '0' >, string< '7', '5' > > {};
struct subject_matter: seq< blanks, one< '-' >, blanks, sor< word_i< 'H','U','M','A','N' >, word_i< 'H','U','M' >, word_i< 'W','M','D' > > > {};
struct automatic     : seq< time_limit, blanks, one< 'X', 'x' >, opt< one< '-' > >, rep_min_max< 1, 2, digit >, opt< subject_matter >, not_at< alnum > > {};  // "25X1", "50X1-HUM"
struct code          : choice< exemption, categories, automatic, privacy > {};
/// Where a category stands: "E.O. 13526, section".
struct order         : seq< one< 'E', 'e' >, opt< one< '.' > >, blanks, one< 'O', 'o' >, opt< one< '.' > >, blanks, rep_min_max< 4, 5, digit >, not_at< alnum > > {};
struct section_word  : seq< sor< TAO_PEGTL_ISTRING( "SECTION" ), TAO_PEGTL_ISTRING( "SEC" ), istring< 'S' > >, opt< one< '.' > >, blanks, at< section > > {};

// Statutes: 5 U.S.C. 552 and 552a are the two acts themselves.
struct us_code       : seq< one< 'U', 'u' >, opt< one< '.' > >, blanks, one< 'S', 's' >, opt< one< '.' > >, blanks, one< 'C', 'c' >, opt< one< '.' > > > {};
struct section_sign  : seq< opt< one< '\xC2' > >, one< '\xA7' > > {};                     // U+00A7
struct act           : seq< one< '5' >, blanks, us_code, blanks, opt< section_sign >, blanks, string< '5', '5', '2' >, opt< one< 'a', 'A' > >, not_at< alnum > > {};  // "5 U.S.C. 552a"
struct code_section  : seq< rep_min_max< 1, 2, digit >, gap, us_code, blanks, opt< section_sign >, blanks, plus< sor< alnum, one< '-', '(', ')' > > > > {};          // "50 USC 3024i"
struct public_law    : seq< one< 'P', 'p' >, sor< seq< opt< one< '.' > >, blanks >, seq< istring< 'u', 'b' >, opt< one< '.' > >, gap > >, one< 'L', 'l' >, opt< one< '.' > >, blanks, plus< digit >, one< '-' >, plus< digit > > {};  // "P.L. 86-36"
struct statute       : sor< code_section, public_law > {};

// What a bracket holds, piece by piece.
struct apostrophe    : sor< one< '\'' >, string< '\xE2', '\x80', '\x99' > > {};
/// Letters with those typed for them: "lines", "1ine", "de-classified", "President's".
struct word          : seq< alnum, star< sor< alnum, seq< sor< apostrophe, one< '-' > >, at< alpha > > > > > {};
struct measure       : seq< sor< mixed, vulgar, whole >, dash, at< alpha > > {};          // the front of "2-column", "1½-page"
struct open          : one< '(' > {};
struct close         : one< ')' > {};
struct comma         : one< ',', '/', '+', '&' > {};
struct stop          : sor< one< ';', ':', '.' >, em_dash > {};
struct piece         : sor< white, code, order, section_word, act, statute, measure, amount, letter_one, word, open, close, comma, stop, any > {};
struct pieces        : until< eof, piece > {};                                            // "2 lines of source text not declassified"

/// A bracket may go on over line ends, but neither over a blank line nor over 400 bytes.
struct bracket_byte  : seq< not_at< eol, blank_line >, not_one< '[', ']', '\0' > > {};
struct inside        : rep_opt< 400, bracket_byte > {};
struct bracket       : seq< one< '[' >, inside, opt< one< ']' > > > {};                    // "[2 lines not declassified]", "[text not declassified"
/// What makes a bracket the note of a whole document: "[Source: ... 2 pages not declassified.]"
struct source_note   : seq< opt< white >, word_i< 'S','O','U','R','C','E' >, blanks, one< ':' > > {};

// Codes without a bracket.
struct code_joint    : sor< seq< blanks, one< ',', ';', '/', '&' >, blanks, opt< eol, blanks > >, gap > {};
/// The third exemption with the short name of the statute: "B3 INA", "(b)(3) FS ACT".
struct third         : seq< sor< seq< paren_b, blanks, one< '(' >, one< '3' >, one< ')' > >, seq< letter_b, one< '3' > > >, not_at< alnum > > {};
struct statute_name  : seq< not_at< word_i< 'A','N','D' > >, rep_min< 2, upper >, rep_opt< 2, seq< one< ' ', '/' >, plus< upper >, not_at< alnum > > >, not_at< alnum > > {};
struct code_item     : sor< seq< at< third >, code, gap, statute_name >, code, statute > {};
struct codes         : seq< code_item, star< opt< code_joint >, code_item > > {};          // "B1, 1.4(D)", "(b)(6)(b)(7)(C)"
struct code_line     : seq< blanks, codes, blanks, line_end > {};                         // "B1,1.4(B)" alone on its line
/// Words in front of a code that make it the citation of a law: "subsection (b)(1)".
struct citing        : sor< seq< sor< TAO_PEGTL_ISTRING( "subsection" ), TAO_PEGTL_ISTRING( "section" ), TAO_PEGTL_ISTRING( "sec" ), TAO_PEGTL_ISTRING( "subparagraph" ),
                                 TAO_PEGTL_ISTRING( "paragraph" ), TAO_PEGTL_ISTRING( "para" ), TAO_PEGTL_ISTRING( "article" ), TAO_PEGTL_ISTRING( "art" ),
                                 TAO_PEGTL_ISTRING( "clause" ), TAO_PEGTL_ISTRING( "rule" ), TAO_PEGTL_ISTRING( "annex" ), TAO_PEGTL_ISTRING( "item" ) >, opt< one< 's' > >, opt< one< '.' > >, eof > > {};

// Stamps of a release, each on a line of its own.
struct in_full       : seq< gap, TAO_PEGTL_ISTRING( "IN" ), gap, word_i< 'F','U','L','L' > > {};
struct in_part       : seq< gap, TAO_PEGTL_ISTRING( "IN" ), gap, word_i< 'P','A','R','T' > > {};
struct released      : seq< TAO_PEGTL_ISTRING( "RELEASE" ), opt< one< 'D', 'd' > > > {};
struct released_full : seq< released, in_full > {};                                       // "RELEASED IN FULL"
struct released_part : seq< released, sor< in_part, seq< gap, TAO_PEGTL_ISTRING( "WITH" ), gap, TAO_PEGTL_ISTRING( "EXCISIONS" ) > > > {};  // "RELEASE IN PART"
struct denied_full   : seq< TAO_PEGTL_ISTRING( "DENIED" ), in_full > {};                  // "DENIED IN FULL"
struct page_denied   : seq< opt< seq< word_i< 'N','E','X','T' >, gap, plus< digit >, gap > >, TAO_PEGTL_ISTRING( "PAGE" ), star< one< '(', ')', 's', 'S' > >, gap,
                            opt< seq< TAO_PEGTL_ISTRING( "IN" ), gap, TAO_PEGTL_ISTRING( "DOCUMENT" ), gap > >, word_i< 'D','E','N','I','E','D' >, blanks, at< line_end > > {};  // "Next 3 Page(s) In Document Denied"
struct sanitized     : seq< TAO_PEGTL_ISTRING( "SANITIZED" ), gap, word_i< 'C','O','P','Y' > > {};  // "SANITIZED COPY"
struct approved      : seq< TAO_PEGTL_ISTRING( "APPROVED" ), gap, TAO_PEGTL_ISTRING( "FOR" ), gap, word_i< 'R','E','L','E','A','S','E' > > {};  // "Approved For Release 2005/01/05"
struct declassified_part: seq< TAO_PEGTL_ISTRING( "DECLASSIFIED" ), in_part, blanks, one< '-' > > {};  // "Declassified in Part - Sanitized Copy"
/// Behind the word in capitals: who did it, under which order, or nothing.
struct declassifier  : sor< at< line_end >, one< '/', ':', ',' >, word_i< 'B','Y' >, word_i< 'P','E','R' >, word_i< 'U','N','D','E','R' >, word_i< 'A','U','T','H','O','R','I','T','Y' >,
                            seq< istring< 'E' >, opt< one< '.' > >, istring< 'O' > >, seq< istring< 'P', 'A' >, one< '/' > >, seq< word_i< 'A','N','D' >, gap, sor< released, approved > > > {};
struct declassified  : sor< TAO_PEGTL_ISTRING( "Declassified/Released" ), seq< TAO_PEGTL_ISTRING( "DECLASSIFIED AND RELEASED" ) >,
                            seq< string< 'D','E','C','L','A','S','S','I','F','I','E','D' >, blanks, declassifier > > {};  // "DECLASSIFIED BY NARA 09/02/2009"
struct extended      : seq< TAO_PEGTL_ISTRING( "CLASSIFICATION" ), gap, TAO_PEGTL_ISTRING( "EXTENDED" ), gap, word_i< 'O','N' > > {};  // "Classification Extended on : 09/30/2012"
struct department    : seq< one< 'U', 'u' >, opt< one< '.' > >, one< 'S', 's' >, opt< one< '.' > >, gap, TAO_PEGTL_ISTRING( "DEPARTMENT" ), gap, TAO_PEGTL_ISTRING( "OF" ), gap, word_i< 'S','T','A','T','E' > > {};
struct case_label    : seq< TAO_PEGTL_ISTRING( "CASE" ), gap, TAO_PEGTL_ISTRING( "NO" ), opt< one< '.', ':' > > > {};
/// At the top and the bottom of a page: "UNCLASSIFIED U.S. Department of State Case No. F-2010-01234".
struct open_page     : seq< opt< seq< TAO_PEGTL_ISTRING( "UNCLASSIFIED" ), gap > >, sor< department, case_label > > {};
struct closed_page   : seq< sor< TAO_PEGTL_ISTRING( "CLASSIFIED" ), TAO_PEGTL_ISTRING( "CONFIDENTIAL" ), TAO_PEGTL_ISTRING( "SECRET" ) >, gap, department > {};
struct stamp_text    : choice< released_full, released_part, denied_full, page_denied, declassified_part, sanitized, approved, extended, declassified, open_page, closed_page > {};
struct stamp_line    : seq< blanks, stamp_text, opt< line_content >, line_end > {};
struct stamp         : seq< stamp_line, star< code_line > > {};                           // a stamp and the codes below it

// Inside a stamp.
struct case_number   : sor< seq< one< 'F', 'M', 'S', 'P' >, one< '-' >, rep< 4, digit >, one< '-' >, plus< digit > >, seq< rep< 4, digit >, one< '-' >, rep_min_max< 3, 6, digit > > > {};  // "F-2010-01234", "2009-068"
struct document_number: sor< seq< one< 'C', 'O' >, rep_min_max< 7, 9, digit >, not_at< alnum > >, seq< string< 'C','I','A','-','R','D','P' >, plus< sor< alnum, one< '-' > > > > > {};  // "C05279454"
struct stamp_date    : sor< grammar::date::year_first, grammar::date::month_first, grammar::date::day_first, grammar::date::name_first > {};  // "09/30/2012"
struct stamp_piece   : choice< white, case_number, document_number, stamp_date, code, order, act, statute, word, any > {};
struct stamp_pieces  : until< eof, stamp_piece > {};
// clang-format on

}  // namespace cablelint::grammar::redaction
