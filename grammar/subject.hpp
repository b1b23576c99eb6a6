#pragma once

// The SUBJECT field.

#include "grammar/mark.hpp"

namespace cablelint::grammar::subject {

// clang-format off
struct label         : seq< blanks, sor< TAO_PEGTL_ISTRING( "SUBJECT" ), TAO_PEGTL_ISTRING( "SUBJ" ) >, not_at< alnum >, blanks, opt< one< ':', ';', '.' > > > {};  // "SUBJECT:"
struct colon_label   : seq< blanks, sor< TAO_PEGTL_ISTRING( "SUBJECT" ), TAO_PEGTL_ISTRING( "SUBJ" ) >, blanks, one< ':' > > {};
struct mark          : grammar::mark::marked {};
struct text          : until< eof > {};
struct whole         : seq< label, star< fold >, opt< seq< mark, star< fold > > >, text > {};  // parses the field's span
// clang-format on

}  // namespace cablelint::grammar::subject
