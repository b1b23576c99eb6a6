#pragma once

// The classification line: level, controls, section, post, message number.

#include "grammar/wrapper.hpp"

namespace cablelint::grammar::classification {

// clang-format off
struct top_secret    : seq< spaced< 'T','O','P' >, blanks, spaced< 'S','E','C','R','E','T' > > {};
struct secret        : spaced< 'S','E','C','R','E','T' > {};                          // "S E C R E T"
struct confidential  : spaced< 'C','O','N','F','I','D','E','N','T','I','A','L' > {};
struct restricted    : spaced< 'R','E','S','T','R','I','C','T','E','D' > {};
struct sensitive     : seq< TAO_PEGTL_ISTRING( "SENSITIVE" ), gap, TAO_PEGTL_ISTRING( "BUT" ), gap, TAO_PEGTL_ISTRING( "UNCLASSIFIED" ) > {};
struct limited       : sor< seq< spaced< 'L','I','M','I','T','E','D' >, gap, spaced< 'O','F','F','I','C','I','A','L' >, gap, spaced< 'U','S','E' > >,
                            word_i< 'L','O','U' > > {};
struct unclassified  : seq< spaced< 'U','N','C','L','A','S' >, opt< seq< blanks, spaced< 'S','I','F','I','E','D' > > > > {};  // "UNCLAS"
struct level         : seq< choice< top_secret, secret, confidential, restricted, sensitive, limited, unclassified >, not_at< alnum > > {};

struct section_number: seq< rep_min_max< 1, 3, digit >, not_at< alpha > > {};
struct section_of    : seq< rep_min_max< 1, 3, digit >, not_at< alpha > > {};
struct final_section : seq< word_i< 'F','I','N','A','L' >, gap, word_i< 'S','E','C','T','I','O','N' >, gap, word_i< 'O','F' >, gap, section_of > {};  // "FINAL SECTION OF 02"
struct section       : sor< final_section, seq< opt< seq< word_i< 'F','I','N','A','L' >, gap > >, word_i< 'S','E','C','T','I','O','N' >, gap, section_number, gap,
                            word_i< 'O','F' >, gap, section_of > > {};                // "SECTION 01 OF 02"

struct message_number: seq< rep_min_max< 1, 8, digit >, not_at< alnum > > {};         // "001851"
struct long_number   : seq< rep_min_max< 3, 8, digit >, not_at< alnum > > {};         // three digits at least: "341"
struct separator     : plus< sor< blank, one< '/', ',', ';' > > > {};                 // " ", " // "
/// A release list is one control: "REL TO USA, GBR". Its codes are told from the post by their commas.
struct release_start : seq< word_i< 'R','E','L' >, opt< seq< gap, word_i< 'T','O' > > > > {};
struct release_code  : seq< rep_min_max< 2, 4, alpha >, not_at< alnum > > {};
struct release       : seq< release_start, opt< seq< gap, list< release_code, seq< blanks, one< ',' >, blanks > > > > > {};
/// A stroke belongs to the word, except where a category or a release list follows: "SI/TK//REL TO USA, GBR".
struct inner_stroke  : seq< one< '/' >, not_at< sor< one< '/' >, release_start > > > {};
struct word          : seq< sor< alpha, one< '(' > >, star< sor< alnum, one< '.', '\'', '-', '&', '(', ')' >, inner_stroke > > > {};  // "ROME", "EFTO"
struct upper_word    : seq< upper, star< sor< upper, digit, one< '.', '\'', '-', '&', '/' > > >, not_at< alpha > > {};
struct numbered_word : seq< not_at< message_number >, alnum, star< sor< alnum, one< '.', '-', '/' > > > > {};  // "3RD"

struct item          : seq< separator, sor< section, message_number, release, word, numbered_word > > {};
/// "C O N F I D E N T I A L SECTION 01 OF 02 ROME 001851": with a message number it is recognised anywhere.
struct numbered_line : seq< blanks, level, rep_min_max< 1, 12, seq< separator, not_at< message_number, blanks, line_end >, sor< section, word, numbered_word > > >,
                            separator, message_number, blanks, opt< grammar::wrapper::markup >, at< line_end > > {};
struct later_section : sor< final_section, seq< opt< seq< word_i< 'F','I','N','A','L' >, gap > >, word_i< 'S','E','C','T','I','O','N' >, gap,
                            not_at< star< one< '0' > >, one< '1' >, not_at< digit > >, section_number > > {};   // "SECTION 02"
/// A numbered line that is no later section of a cable, so that it may be the first line of another one.
struct first_line    : seq< blanks, level, rep_min_max< 1, 12, seq< separator, not_at< message_number, blanks, line_end >, not_at< later_section >, sor< section, word, numbered_word > > >,
                            separator, message_number, blanks, opt< grammar::wrapper::markup >, at< line_end > > {};
/// "CONFIDENTIAL ROME" or "SECRET": no message number; recognised before the text begins only, in capitals.
struct bare_line     : seq< blanks, level, rep_min_max< 0, 8, seq< separator, sor< section, message_number, upper_word > > >, blanks, opt< grammar::wrapper::markup >, at< line_end > > {};
struct line          : seq< sor< numbered_line, bare_line >, line_end > {};

/// Before or behind the captions: "C O R R E C T E D  C O P Y (CAPTION ADDED)".
struct corrected_copy: seq< blanks, spaced< 'C','O','R','R','E','C','T','E','D' >, gap, spaced< 'C','O','P','Y' >, not_at< alnum > > {};

struct whole         : seq< blanks, level, star< item >, blanks > {};                 // parses the line's span
// clang-format on

}  // namespace cablelint::grammar::classification
