#pragma once

// A whole source as a sequence of elements that leave no byte out: the parts of a header, then a body, and
// the same again where another cable follows. The last alternative of each takes any line, so that parsing
// cannot fail.

#include "grammar/authority.hpp"
#include "grammar/body.hpp"
#include "grammar/classification.hpp"
#include "grammar/declassification.hpp"
#include "grammar/heading.hpp"
#include "grammar/references.hpp"
#include "grammar/subject.hpp"
#include "grammar/tags.hpp"

namespace cablelint::grammar::cable {

// clang-format off
struct blank_lines   : plus< blank_line > {};
struct partial_extract : grammar::body::partial_extract {};
struct release_stamp : grammar::body::release_stamp {};
struct page_header   : grammar::body::page_header {};
struct underline     : grammar::body::underline {};
struct end_of_message: grammar::body::end_of_message {};
struct record        : grammar::body::record_line {};
struct mail_header   : grammar::wrapper::mail_header {};
/// Tags on a line of their own, or in front of a part: "<pre>VZCZC...".
struct markup        : seq< grammar::wrapper::markup_start, opt< line_end > > {};
struct page_line     : grammar::wrapper::page_line {};
struct markup_line   : grammar::wrapper::markup_line {};
struct web_page      : seq< at< blanks, one< '<', '&' > >, not_at< grammar::body::paragraph_start >, sor< page_line, markup > > {};
struct continuation_header : grammar::body::continuation_header {};

/// The classification line with other parts run on behind it: "SECRET ARCADIA 000042 SIPDIS E.O. 12958: ...".
struct classification_head : seq< blanks, grammar::classification::level, rep_min_max< 1, 8, seq< grammar::classification::separator, not_at< grammar::classification::message_number >,
                                  sor< grammar::classification::section, grammar::classification::word > > >, gap, grammar::classification::long_number, at< gap > > {};
struct order_start   : seq< grammar::declassification::tag, grammar::declassification::order, not_at< sor< alpha, seq< blanks, grammar::authority::section > > > > {};
struct numbered_start: seq< opt< grammar::body::pilcrow_sign >, grammar::body::number, one< '.' >, blanks, grammar::mark::marked > {};
/// Labels that begin a part in the middle of a line, where the archive lost the line ends.
struct inline_label  : choice< order_start, grammar::tags::colon_label, grammar::subject::colon_label, grammar::references::colon_label, grammar::references::item_start > {};
struct label_initial : one< 'E', 'e', 'T', 't', 'S', 's', 'R', 'r', 'C', 'c', 'D', 'd', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '\xC2' > {};
struct inline_start  : seq< at< label_initial >, choice< inline_label, grammar::authority::inline_start, numbered_start > > {};
/// Inside Classified By the order and the label itself may stand again.
struct authority_stop: choice< grammar::tags::colon_label, grammar::subject::colon_label, grammar::references::colon_label, numbered_start > {};
struct header_word   : plus< sor< run< not_one< ' ', '\t', '\n', 'R' > >, seq< not_at< grammar::references::glued_label >, one< 'R' > > > > {};
template< typename Stop >
struct header_text   : star< choice< grammar::authority::split_section, header_word, seq< gap, not_at< Stop > > > > {};              // up to the line end or the next label
struct header_words  : plus< choice< header_word, seq< gap, not_at< inline_start > > > > {};

/// Labels that begin a part of the header: a field goes on over the following lines until one of them.
struct part_start    : choice< grammar::declassification::start, grammar::tags::label, grammar::subject::label, grammar::references::start, grammar::authority::start,
                            classification_head, grammar::body::paragraph_start, numbered_start, grammar::body::special > {};
struct tagged        : seq< blanks, one< '<' >, not_at< word_i< 'A' > > > {};                       // a paragraph of a web page, but no link
template< typename Stop >
struct next_line     : seq< not_at< blank_line >, not_at< tagged >, choice< grammar::authority::split_section, seq< not_at< part_start >, sor< header_word, gap > > >, header_text< Stop >, opt< eol > > {};
template< typename Start, typename Stop >
struct field         : seq< Start, header_text< Stop >, opt< seq< eol, star< next_line< Stop > > > > > {};

struct heading_line  : seq< at< choice< grammar::heading::strong_line, grammar::heading::list_start > >, raw_line > {};
/// A line with a route needs no other look; any other goes on only if it begins no other part.
struct routed_line   : seq< blanks, grammar::heading::route, raw_line > {};
struct unrouted_line : seq< not_at< blank_line >, not_at< tagged >, not_at< grammar::classification::line >, not_at< part_start >, raw_line > {};
struct known_line    : seq< at< grammar::heading::strong_line >, raw_line > {};
struct heading_more  : choice< routed_line, known_line, unrouted_line > {};
struct heading_block : seq< heading_line, star< heading_more > > {};
struct heading       : seq< heading_block, star< seq< plus< blank_line >, sor< heading_block, seq< at< grammar::heading::list_line >, raw_line, star< heading_more > > > > > > {};

struct classification_line : grammar::classification::line {};
struct declassification_line : seq< grammar::declassification::start, header_text< inline_start >, opt< eol > > {};
struct tags_field    : field< grammar::tags::label, inline_start > {};
struct subject_field : field< grammar::subject::label, inline_start > {};
struct references_field : field< grammar::references::start, inline_start > {};
struct authority_field : field< grammar::authority::start, authority_stop > {};
struct front_line    : seq< not_at< choice< grammar::body::paragraph_start, seq< gap, numbered_start > > >, sor< seq< header_words, opt< eol > >, raw_line > > {};
struct level_ahead   : seq< blanks, grammar::classification::level > {};
struct classification: seq< at< level_ahead >, sor< classification_line, classification_head > > {};
struct front_element : choice< blank_lines, partial_extract, release_stamp, web_page, mail_header, classification, heading, declassification_line, tags_field, subject_field, references_field,
                            authority_field, page_header, continuation_header, underline, end_of_message, record, front_line > {};

struct paragraph_line: seq< at< grammar::body::paragraph_start >, raw_line > {};
struct text_block    : grammar::body::text_block {};
struct other_line    : raw_line {};
/// Lines in the text with which another cable or a later section may begin, with a header of its own.
struct new_front     : choice< grammar::body::transmission, grammar::classification::numbered_line > {};
struct trailer       : choice< end_of_message, record > {};
struct body_element  : choice< blank_lines, paragraph_line, text_block, underline, release_stamp,
                            seq< not_at< sor< trailer, new_front > >, sor< markup_line, page_header, continuation_header, other_line > > > {};
/// Text up to what closes it or to what may begin another cable.
struct body          : seq< plus< body_element >, opt< trailer > > {};

struct whole         : until< eof, sor< front_element, body, other_line > > {};
// clang-format on

}  // namespace cablelint::grammar::cable
