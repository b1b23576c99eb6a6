#pragma once

// What web pages and mail put around a cable: tags, references to characters that are blank, header lines of
// a message.

#include "grammar/lexis.hpp"

namespace cablelint::grammar::wrapper {

// clang-format off
struct element_name  : seq< sor< TAO_PEGTL_ISTRING( "blockquote" ), TAO_PEGTL_ISTRING( "section" ), TAO_PEGTL_ISTRING( "article" ), TAO_PEGTL_ISTRING( "script" ),
                                 TAO_PEGTL_ISTRING( "strong" ), TAO_PEGTL_ISTRING( "center" ), TAO_PEGTL_ISTRING( "header" ), TAO_PEGTL_ISTRING( "footer" ),
                                 TAO_PEGTL_ISTRING( "title" ), TAO_PEGTL_ISTRING( "style" ), TAO_PEGTL_ISTRING( "small" ), TAO_PEGTL_ISTRING( "table" ),
                                 TAO_PEGTL_ISTRING( "tbody" ), TAO_PEGTL_ISTRING( "thead" ), TAO_PEGTL_ISTRING( "html" ), TAO_PEGTL_ISTRING( "head" ),
                                 TAO_PEGTL_ISTRING( "body" ), TAO_PEGTL_ISTRING( "meta" ), TAO_PEGTL_ISTRING( "link" ), TAO_PEGTL_ISTRING( "code" ),
                                 TAO_PEGTL_ISTRING( "span" ), TAO_PEGTL_ISTRING( "font" ), TAO_PEGTL_ISTRING( "main" ), TAO_PEGTL_ISTRING( "form" ),
                                 TAO_PEGTL_ISTRING( "pre" ), TAO_PEGTL_ISTRING( "div" ), TAO_PEGTL_ISTRING( "img" ), TAO_PEGTL_ISTRING( "nav" ),
                                 TAO_PEGTL_ISTRING( "br" ), TAO_PEGTL_ISTRING( "hr" ), TAO_PEGTL_ISTRING( "em" ), TAO_PEGTL_ISTRING( "tt" ),
                                 TAO_PEGTL_ISTRING( "tr" ), TAO_PEGTL_ISTRING( "td" ), TAO_PEGTL_ISTRING( "th" ), TAO_PEGTL_ISTRING( "ul" ),
                                 TAO_PEGTL_ISTRING( "ol" ), TAO_PEGTL_ISTRING( "li" ), TAO_PEGTL_ISTRING( "dl" ), TAO_PEGTL_ISTRING( "dt" ),
                                 TAO_PEGTL_ISTRING( "dd" ), TAO_PEGTL_ISTRING( "h1" ), TAO_PEGTL_ISTRING( "h2" ), TAO_PEGTL_ISTRING( "h3" ),
                                 TAO_PEGTL_ISTRING( "h4" ), TAO_PEGTL_ISTRING( "h5" ), TAO_PEGTL_ISTRING( "h6" ), TAO_PEGTL_ISTRING( "p" ),
                                 TAO_PEGTL_ISTRING( "a" ), TAO_PEGTL_ISTRING( "b" ), TAO_PEGTL_ISTRING( "i" ), TAO_PEGTL_ISTRING( "u" ) >, not_at< alnum > > {};   // "pre"
struct tag           : seq< one< '<' >, sor< seq< opt< one< '/' > >, element_name >, string< '!', '-', '-' >, TAO_PEGTL_ISTRING( "!DOCTYPE" ) >, star< not_one< '<', '>', '\r', '\n' > >, one< '>' > > {};  // "<pre>", "</p>", "<!-- -->"
struct blank_number  : seq< one< '#' >, sor< seq< one< 'x', 'X' >, star< one< '0' > >, sor< one< 'A', 'a', 'D', 'd' >, istring< 'A', '0' > > >,
                            seq< star< one< '0' > >, sor< string< '1', '0' >, string< '1', '3' >, string< '1', '6', '0' > > > > > {};
struct blank_entity  : seq< one< '&' >, sor< string< 'n', 'b', 's', 'p' >, blank_number >, one< ';' > > {};                // "&#x000A;", "&nbsp;"
struct markup        : plus< sor< tag, blank_entity >, blanks > {};                                                       // "<code><pre>&#x000A;"
struct tail          : seq< blanks, opt< markup >, line_end > {};                                                         // "<br>" at the end of a line
struct markup_start  : seq< blanks, at< one< '<', '&' > >, markup > {};
struct markup_line   : seq< markup_start, line_end > {};                                                                  // "</pre></code>"
/// Elements that hold no part of a cable: "<title>06ARCADIA1636</title>".
struct page_element  : seq< one< '<' >, choice< TAO_PEGTL_ISTRING( "title" ), TAO_PEGTL_ISTRING( "script" ), TAO_PEGTL_ISTRING( "style" ), TAO_PEGTL_ISTRING( "meta" ),
                                             TAO_PEGTL_ISTRING( "link" ), TAO_PEGTL_ISTRING( "head" ), seq< one< 'h', 'H' >, range< '1', '6' > > >, not_at< alnum > > {};
struct page_line     : seq< blanks, page_element, opt< line_content >, opt< eol > > {};

struct field_word    : seq< alpha, star< sor< alnum, one< '-' > > > > {};
struct field_name    : seq< field_word, blanks, one< ':' > > {};                                                          // "Reply-To:"
struct address       : seq< plus< sor< alnum, one< '.', '_', '+', '-' > > >, one< '@' >, alnum > {};                      // "desk@example"
struct with_address  : until< at< address >, not_one< '\r', '\n' > > {};
/// Fields that no cable has.
struct trace_field   : seq< choice< TAO_PEGTL_ISTRING( "Return-Path" ), TAO_PEGTL_ISTRING( "Received" ), TAO_PEGTL_ISTRING( "Delivered-To" ), TAO_PEGTL_ISTRING( "Message-ID" ),
                                 TAO_PEGTL_ISTRING( "MIME-Version" ), TAO_PEGTL_ISTRING( "Content-Type" ), seq< istring< 'X', '-' >, field_word > >, blanks, one< ':' > > {};
struct address_field : seq< choice< istring< 'F', 'r', 'o', 'm' >, istring< 'T', 'o' >, istring< 'C', 'c' >, TAO_PEGTL_ISTRING( "Sender" ), TAO_PEGTL_ISTRING( "Reply-To" ) >, opt< one< ':' > >, blank,
                            with_address > {};
struct forwarded     : seq< plus< one< '-' > >, blanks, sor< TAO_PEGTL_ISTRING( "Original Message" ), TAO_PEGTL_ISTRING( "Forwarded message" ) >, blanks, plus< one< '-' > > > {};
struct mail_start    : seq< blanks, at< sor< alpha, one< '-' > > >, choice< trace_field, address_field, forwarded > > {};
struct mail_more     : sor< seq< gap, not_at< eolf > >, field_name > {};                                                  // a field, or the rest of one
struct mail_header   : seq< at< mail_start >, raw_line, star< at< mail_more >, raw_line > > {};                           // up to the first blank line
// clang-format on

}  // namespace cablelint::grammar::wrapper
