#pragma once

// The smallest pieces: blanks, line ends, words, numbers. Nothing here looks past a line end.

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

#include "grammar/support/choice.hpp"
#include "grammar/support/run.hpp"

#include <cablelint/line_feed.hpp>

namespace cablelint::grammar {

using namespace tao::pegtl;  // NOLINT(google-build-using-namespace): rules read as PEGTL's own

/// Everything before the line end, at least one byte. A lone CR is an ordinary byte. One search, not a loop
/// of rules.
struct line_content {
  using rule_t = line_content;
  using subs_t = empty_list;

  template <typename ParseInput> [[nodiscard]] static bool match(ParseInput& in) noexcept {
    const std::size_t size = in.size(0);
    const char* const begin = in.current();
    const char* const end = find_line_feed(begin, begin + size);
    std::size_t length = end == nullptr ? size : static_cast<std::size_t>(end - begin);
    if (end != nullptr && length > 0 && begin[length - 1] == '\r') --length;
    if (length == 0) return false;
    in.bump_in_this_line(length);
    return true;
  }
};

/// Takes nothing: true when the last character of this line, blanks aside, is a digit.
struct ends_in_digit {
  using rule_t = ends_in_digit;
  using subs_t = empty_list;

  template <typename ParseInput> [[nodiscard]] static bool match(ParseInput& in) noexcept {
    const std::size_t size = in.size(0);
    const char* const begin = in.current();
    const char* const line_feed = find_line_feed(begin, begin + size);
    const char* end = line_feed == nullptr ? begin + size : line_feed;
    while (end != begin && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r')) --end;
    return end != begin && end[-1] >= '0' && end[-1] <= '9';
  }
};

/// Nothing but blanks up to the line end, which it takes; at the end of the text at least one: "   \n".
struct blank_line {
  using rule_t = blank_line;
  using subs_t = empty_list;

  template <typename ParseInput> [[nodiscard]] static bool match(ParseInput& in) noexcept {
    const char* const begin = in.current();
    const char* const end = in.end(0);
    const char* at = begin;
    while (at != end && (*at == ' ' || *at == '\t')) ++at;
    if (at == end) {
      in.bump_in_this_line(static_cast<std::size_t>(at - begin));
      return at != begin;
    }
    if (*at == '\r' && end - at > 1) ++at;
    if (*at != '\n') return false;
    in.bump_to_next_line(static_cast<std::size_t>(at - begin) + 1);
    return true;
  }
};

template <> struct beginnings_of<line_content> {
  static constexpr Beginnings value = kBeginnings<not_one<'\n'>>;
};
template <> struct beginnings_of<blank_line> {
  static constexpr Beginnings value = kBeginnings<one<' ', '\t', '\r', '\n'>>;
};
template <> struct beginnings_of<ends_in_digit> {
  static constexpr Beginnings value{{}, kBeginnings<any>.taking};
};

// clang-format off
struct blanks       : any_run< blank > {};                                  // any number of blanks and tabs
struct gap          : run< blank > {};                                      // "  "
struct fold         : plus< sor< blank, eol > > {};                         // blanks and line ends inside one field
struct line_end     : sor< eol, eof > {};
struct raw_line     : sor< seq< line_content, opt< eol > >, eol > {};       // any line at all

template< char... C >
struct word_i       : seq< istring< C... >, not_at< alnum > > {};           // TO, but not the front of TOKYO

struct number       : run< digit > {};                                      // "01"
struct upper_alnum  : sor< upper, digit > {};

/// Letters with or without blanks between them and a doubled first one: "S E C R E T", "SECRET", "SS E C R E T".
template< char First, char... Rest >
struct spaced       : seq< one< First, First + 32 >, opt< one< First, First + 32 > >,
                           seq< blanks, one< Rest, Rest + 32 > >... > {};

struct month        : sor< TAO_PEGTL_ISTRING( "JAN" ), TAO_PEGTL_ISTRING( "FEB" ), TAO_PEGTL_ISTRING( "MAR" ),
                           TAO_PEGTL_ISTRING( "APR" ), TAO_PEGTL_ISTRING( "MAY" ), TAO_PEGTL_ISTRING( "JUN" ),
                           TAO_PEGTL_ISTRING( "JUL" ), TAO_PEGTL_ISTRING( "AUG" ), TAO_PEGTL_ISTRING( "SEP" ),
                           TAO_PEGTL_ISTRING( "OCT" ), TAO_PEGTL_ISTRING( "NOV" ), TAO_PEGTL_ISTRING( "DEC" ) > {};
// clang-format on

}  // namespace cablelint::grammar

template <typename Name>
struct tao::pegtl::analyze_traits<Name, cablelint::grammar::line_content> : tao::pegtl::analyze_any_traits<> {
};
template <typename Name>
struct tao::pegtl::analyze_traits<Name, cablelint::grammar::blank_line> : tao::pegtl::analyze_any_traits<> {};
template <typename Name>
struct tao::pegtl::analyze_traits<Name, cablelint::grammar::ends_in_digit>
    : tao::pegtl::analyze_opt_traits<> {};
