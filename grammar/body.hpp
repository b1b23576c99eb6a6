#pragma once

// The text: numbered paragraphs, headings, underlines, signature, end of message, trailer.

#include "grammar/mark.hpp"
#include "grammar/redaction.hpp"
#include "grammar/support/special_word.hpp"

namespace cablelint::grammar::body {

/// Most lines of prose in one step: a letter first that begins no word of its own line (NNNN, BT, VZCZC,
/// PAGE, DECLASSIFIED, RELEASED, the other stamps), and no digit last, as every line with a message number
/// has. Takes the line end, too.
struct prose_line {
  using rule_t = prose_line;
  using subs_t = empty_list;

  template <typename ParseInput> [[nodiscard]] static bool match(ParseInput& in) noexcept {
    const std::size_t size = in.size(0);
    if (size == 0) return false;
    const char* const begin = in.current();
    const char folded = static_cast<char>(*begin | 0x20);
    if (folded < 'a' || folded > 'z') return false;
    if (may_begin_special_word(begin, size) && begins_special_word(begin, size)) return false;
    const char* const line_feed = find_line_feed(begin, begin + size);
    if (line_feed == nullptr) return false;
    const char* end = line_feed;
    while (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r') --end;  // stops at the letter at the latest
    if (end[-1] >= '0' && end[-1] <= '9') return false;
    in.bump_to_next_line(static_cast<std::size_t>(line_feed - begin) + 1);
    return true;
  }
};

}  // namespace cablelint::grammar::body

template <> struct cablelint::grammar::beginnings_of<cablelint::grammar::body::prose_line> {
  static constexpr Beginnings value = kBeginnings<tao::pegtl::alpha>;
};

namespace cablelint::grammar::body {

// clang-format off
struct bullet        : seq< one< '-', '*' >, gap > {};                                    // "- " before a number
struct pilcrow_sign  : seq< sor< string< '\xC2', '\xB6' >, string< '&', 'p', 'a', 'r', 'a', ';' > >, blanks > {};  // U+00B6
struct pilcrow_p     : seq< one< '\\' >, one< 'P', 'p' >, blanks > {};                    // "\P "
struct number        : seq< rep_min_max< 1, 3, digit >, not_at< digit > > {};             // "11"
struct stop          : seq< one< '.' >, not_at< digit > > {};
struct mark          : grammar::mark::any {};
struct entire_text   : grammar::mark::entire_text {};
/// The front of a mark that cannot go on as "- ENTIRE TEXT".
struct mark_ahead    : seq< one< '(' >, grammar::mark::letter, sor< seq< one< ')' >, blanks, not_at< one< '-', ',', ':', '/' > > >,
                            seq< one< '/' >, not_at< one< '-', ',', ':', '/', 'E', 'e', ' ', '\t' > > > > > {};   // "(C) T", "(S/N"
struct portion       : sor< seq< at< mark_ahead >, mark >, seq< not_at< mark_ahead >, sor< entire_text, mark > > > {};
/// "11. (C) ", "- \P 7. (U)", "¶4. (C)", "1.(C)", "1 (C)", "3. Text"
struct markup        : seq< grammar::wrapper::markup_start > {};
struct opening_front : seq< blanks, opt< markup >, opt< bullet >, opt< choice< pilcrow_sign, pilcrow_p >, opt< markup > > > {};   // "- \P "
struct opening       : seq< sor< at< digit >, opening_front >, number,
                            sor< seq< blanks, opt< stop >, blanks, portion, blanks >, seq< stop, at< sor< blank, one< '(', '"', '\r', '\n' >, alpha, eof > >, blanks > > > {};
struct first_byte    : sor< blank, digit, one< '-', '*', '\\', '\xC2', '<', '&' > > {};
struct paragraph_start : seq< at< first_byte >, at< opening > > {};

struct rule_mark     : one< '-', '=', '_', '*', '~' > {};
struct underline     : seq< at< blanks, rule_mark, blanks, rule_mark >, run< one< '-', '=', '_', '*', '~', ' ', '\t' > >, line_end > {};   // "- - - - -", "-----"

struct nnnn          : seq< blanks, string< 'N', 'N', 'N', 'N' >, grammar::wrapper::tail > {};  // "NNNN"
struct bt            : seq< blanks, string< 'B', 'T' >, grammar::wrapper::tail > {};
struct closing_serial: seq< blanks, one< '#' >, rep_min_max< 3, 5, digit >, opt< seq< one< '/' >, plus< digit > > >, grammar::wrapper::tail > {};  // "#1851"
struct end_of_message: choice< nnnn, bt, closing_serial > {};

struct transmission  : seq< blanks, string< 'V', 'Z', 'C', 'Z', 'C' > > {};                // "VZCZC": another cable begins
struct record_year   : rep< 4, digit > {};
struct record_post   : plus< sor< upper, one< '\'', '.', '-' > > > {};
struct record_number : rep_min_max< 3, 8, digit > {};
struct record_id     : seq< record_year, record_post, record_number > {};                 // "2004ROME01636"
struct record_level  : plus< not_one< '\r', '\n' > > {};
struct record        : seq< blanks, record_id, opt< seq< blanks, one< '-' >, blanks, opt< seq< TAO_PEGTL_ISTRING( "Classification" ), blanks, one< ':' >, blanks > >, record_level > >, blanks > {};
struct record_line   : seq< record, line_end > {};                                        // "2004ROME01636 - Classification: SECRET"

struct page_post     : seq< run< upper >, rep_opt< 3, seq< gap, run< upper > > > > {};         // "RIYADH", "TEL AVIV"
struct page_header   : seq< blanks, string< 'P', 'A', 'G', 'E' >, gap, rep_min_max< 1, 3, digit >, gap, page_post, gap, digit, line_content, line_end > {};  // "PAGE 02 RIYADH 00905 01 OF 03 060018Z"
struct page_section  : rep_min_max< 1, 3, digit > {};
struct page_of       : rep_min_max< 1, 3, digit > {};
/// The front of a page header that tells its section: "PAGE 02 RIYADH 00905 01 OF 03".
struct page_in_section : seq< blanks, string< 'P', 'A', 'G', 'E' >, gap, rep_min_max< 1, 3, digit >, gap, page_post, gap, plus< digit >, gap, page_section, gap, string< 'O', 'F' >, gap, page_of, not_at< alnum > > {};
/// Behind the page header of a paper section: "ACTION EUR-25", "ORIGIN SS-25".
struct distribution  : seq< blanks, sor< string< 'A','C','T','I','O','N' >, string< 'O','R','I','G','I','N' > >, gap, run< upper >, one< '-' >, digit > {};
struct page_frame    : seq< at< rep< 2, upper > >, grammar::classification::level > {};    // "CONFIDENTIAL" at the edge of a page
struct continuation_post : seq< run< upper >, rep_opt< 3, seq< gap, run< upper > > > > {};
struct continuation_section : rep< 3, digit > {};
struct continuation_of : rep< 3, digit > {};
struct continuation  : seq< blanks, continuation_post, gap, rep< 8, digit >, gap, continuation_section, opt< seq< one< '.' >, plus< digit > > >, gap, string< 'O', 'F' >, gap, continuation_of, blanks > {};
struct continuation_header : seq< continuation, line_end > {};                            // "MADRID 00000154 001.2 OF 003"

struct partial_extract : seq< blanks, TAO_PEGTL_ISTRING( "This record is a partial extract of the original cable" ), opt< line_content >, line_end > {};
struct release_stamp : grammar::redaction::stamp {};                                      // "RELEASED IN PART B1, 1.4(D)"

/// Lines that are not plain text. Those with a message number or a section at their end are tried on lines that end so.
struct numbered_header : seq< ends_in_digit, sor< continuation_header, page_header, seq< grammar::classification::numbered_line, line_end > > > {};
struct special_mark  : seq< at< blanks, not_at< alpha > >, choice< paragraph_start, underline, closing_serial, record_line, grammar::wrapper::markup_line > > {};
struct special_word  : seq< at< blanks, upper >, choice< nnnn, bt, transmission, page_header, release_stamp, numbered_header > > {};
struct level_letter  : one< 's', 't', 'c', 'u', 'l', 'r' > {};
struct special_lower : seq< at< blanks, level_letter >, ends_in_digit, grammar::classification::numbered_line, line_end > {};
struct special       : choice< special_word, special_mark, special_lower > {};
/// Small letters that begin no level: most lines of prose.
struct prose_letter  : sor< one< 'a', 'b' >, range< 'd', 'k' >, range< 'm', 'q' >, range< 'v', 'z' > > {};
struct plain_start   : choice< at< prose_letter >, seq< at< upper >, not_at< special_word > >, seq< not_at< upper >, not_at< special > > > {};
struct text_line     : sor< prose_line, seq< not_at< eol >, plain_start, line_content, opt< eol > > > {};
struct text_block    : plus< text_line > {};                                              // lines up to the next blank or special one

/// A surname, or two: "SEMBLER", "VAN DER BERG", "O'NEILL".
struct name_word     : seq< upper, star< sor< upper, one< '\'', '-', '.' > > >, not_at< alnum > > {};
struct signature     : seq< blanks, name_word, rep_opt< 2, seq< gap, name_word > >, blanks > {};

/// Summaries and comments: "SUMMARY.", "Begin comment:", "END SUMMARY AND COMMENT.", "(End comment.)"
struct summary_word  : word_i< 'S','U','M','M','A','R','Y' > {};
struct comment_word  : word_i< 'C','O','M','M','E','N','T' > {};
struct boundary_word : sor< summary_word, comment_word > {};
struct boundary_begin: seq< opt< seq< word_i< 'B','E','G','I','N' >, fold > >, boundary_word, blanks, sor< one< '.', ':', '-' >, eol, eof > > {};
struct boundary_rest : star< sor< alpha, one< ' ', '\t', '\r', '\n', '/', '.', ')', ']', '"', '-', ':' > > > {};
struct boundary_end  : seq< word_i< 'E','N','D' >, fold, opt< seq< word_i< 'O','F' >, fold > >, boundary_word, boundary_rest, eof > {};

struct capitalised   : seq< blanks, upper, rep_min< 2, lower >, blanks > {};                // "Placeholder", in cables that lost their capitals
/// What may stand behind the signature: the level again, or a note of the communicators.
struct closing_remark: choice< seq< blanks, grammar::classification::level, blanks, opt< one< '.' > >, line_end >, seq< blanks, TAO_PEGTL_ISTRING( "NOTE" ), sor< gap, one< ':' > > > > {};
/// A part of a paragraph set off by a blank line: "-- item", "A. item", "(1) item", a quotation.
struct sub_item      : seq< blanks, sor< seq< plus< one< '-', '*' > >, blanks, alnum >, one< '"', '\'' >, seq< one< 'o' >, gap >,
                                         seq< opt< one< '(' > >, sor< rep_min_max< 1, 2, digit >, seq< alpha, not_at< alpha > >, rep_min_max< 2, 4, one< 'i', 'v', 'x', 'I', 'V', 'X' > > >, one< '.', ')' >, not_at< alnum > >,
                                         string< '(', '"' >, seq< TAO_PEGTL_ISTRING( "BEGIN" ), gap >, seq< TAO_PEGTL_ISTRING( "END" ), gap > > > {};
// clang-format on

}  // namespace cablelint::grammar::body

template <typename Name>
struct tao::pegtl::analyze_traits<Name, cablelint::grammar::body::prose_line>
    : tao::pegtl::analyze_any_traits<> {};
