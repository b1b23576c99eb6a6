#pragma once

// The expression language of rules: the Common Expression Language (CEL). Blanks and comments follow the
// token they stand behind, so an expression starts at its first token. Every choice is decided by the next
// token or two; after that `if_must` commits, and the rule that fails to follow names the fault.

#include <tao/pegtl.hpp>

namespace cablelint::grammar::expression {

using namespace tao::pegtl;  // NOLINT(google-build-using-namespace): rules read as PEGTL's own

// clang-format off
struct comment          : seq< two< '/' >, star< not_one< '\n' > > > {};              // "// why"
struct gap              : star< sor< one< ' ', '\t', '\n', '\r', '\f' >, comment > > {};

template< char... C >
struct token            : seq< string< C... >, gap > {};                                // "( "
template< char... C >
struct keyword          : seq< string< C... >, not_at< identifier_other > > {};         // "in", but not the front of "int"

// Names

struct literal_word     : sor< keyword< 't','r','u','e' >, keyword< 'f','a','l','s','e' >, keyword< 'n','u','l','l' >,
                               keyword< 'i','n' > > {};
struct reserved_word    : sor< keyword< 'a','s' >, keyword< 'b','r','e','a','k' >, keyword< 'c','o','n','s','t' >,
                               keyword< 'c','o','n','t','i','n','u','e' >, keyword< 'e','l','s','e' >,
                               keyword< 'f','o','r' >, keyword< 'f','u','n','c','t','i','o','n' >, keyword< 'i','f' >,
                               keyword< 'i','m','p','o','r','t' >, keyword< 'l','e','t' >, keyword< 'l','o','o','p' >,
                               keyword< 'p','a','c','k','a','g','e' >, keyword< 'n','a','m','e','s','p','a','c','e' >,
                               keyword< 'r','e','t','u','r','n' >, keyword< 'v','a','r' >, keyword< 'v','o','i','d' >,
                               keyword< 'w','h','i','l','e' > > {};
struct free_name        : seq< not_at< sor< literal_word, reserved_word > >, identifier > {};  // "cable"
struct root_name        : seq< one< '.' >, free_name > {};                              // ".cable": not a macro's variable
struct quoted_name      : seq< one< '`' >, plus< sor< alnum, one< '_', '.', '-', '/', ' ' > > >, one< '`' > > {};  // "`content-type`"
struct member_name      : sor< seq< not_at< literal_word >, identifier >, quoted_name > {};    // "mark"

// Numbers

struct sign             : seq< one< '-' >, gap > {};                                    // "-"
struct hexadecimal      : seq< string< '0','x' >, plus< xdigit > > {};                  // "0x1F"
struct whole            : sor< hexadecimal, plus< digit > > {};                         // "12958"
struct exponent         : seq< one< 'e','E' >, opt< one< '+','-' > >, plus< digit > > {};      // "e+3"
struct fraction         : seq< one< '.' >, plus< digit > > {};                          // ".25"
struct real             : seq< opt< sign >, sor< seq< star< digit >, fraction, opt< exponent > >,
                                                 seq< plus< digit >, exponent > > > {};        // "-2.3e+1"
struct unsigned_integer : seq< opt< sign >, whole, one< 'u','U' > > {};                 // "5u"
struct integer          : seq< opt< sign >, whole > {};                                 // "-10"

// Strings

struct escape_code      : sor< one< 'a','b','f','n','r','t','v','\\','?','"','\'','`' >,
                               seq< range< '0','3' >, rep< 2, range< '0','7' > > >,
                               seq< one< 'x','X' >, rep< 2, xdigit > >, seq< one< 'u' >, rep< 4, xdigit > >,
                               seq< one< 'U' >, rep< 8, xdigit > > > {};                // the "n" of "\n", the "u00e9" of "\u00e9"
struct escape           : if_must< one< '\\' >, escape_code > {};                       // "\n"
template< char Quote >
struct open_quote       : one< Quote > {};
template< char Quote >
struct open_quotes      : rep< 3, one< Quote > > {};
template< char Quote >
struct close_quote      : one< Quote > {};
template< char Quote >
struct close_quotes     : rep< 3, one< Quote > > {};
template< char Quote >
struct short_text       : seq< open_quote< Quote >, star< sor< escape, not_one< Quote, '\\', '\n', '\r' > > >,
                               must< close_quote< Quote > > > {};                       // "'text'"
template< char Quote >
struct raw_short_text   : seq< open_quote< Quote >, star< not_one< Quote, '\n', '\r' > >, must< close_quote< Quote > > > {};  // the "'\d'" of "r'\d'"
template< char Quote >
struct long_text        : seq< open_quotes< Quote >, star< not_at< rep< 3, one< Quote > > >, sor< escape, any > >,
                               must< close_quotes< Quote > > > {};                      // "'''two lines'''"
template< char Quote >
struct raw_long_text    : seq< open_quotes< Quote >, star< not_at< rep< 3, one< Quote > > >, any >, must< close_quotes< Quote > > > {};
struct escaped_text     : sor< long_text< '"' >, long_text< '\'' >, short_text< '"' >, short_text< '\'' > > {};
struct raw_text         : seq< one< 'r','R' >, sor< raw_long_text< '"' >, raw_long_text< '\'' >,
                                                    raw_short_text< '"' >, raw_short_text< '\'' > > > {};  // "r'\d+'"
struct text             : sor< raw_text, escaped_text > {};                             // "'SECRET'"
struct bytes            : seq< one< 'b','B' >, sor< raw_text, escaped_text > > {};      // "b'\xff'"

struct true_word        : keyword< 't','r','u','e' > {};
struct false_word       : keyword< 'f','a','l','s','e' > {};
struct null_word        : keyword< 'n','u','l','l' > {};
struct literal          : seq< sor< text, bytes, real, unsigned_integer, integer, true_word, false_word, null_word >, gap > {};

// Operands

struct expression;

struct comma            : token< ',' > {};
struct open_arguments   : token< '(' > {};
struct close_arguments  : token< ')' > {};
struct arguments        : seq< open_arguments, opt< list< expression, comma > >, must< close_arguments > > {};  // "(e, e > 0)"
struct name             : seq< sor< root_name, free_name >, gap > {};                   // "cable "
struct named            : seq< name, opt< arguments > > {};                             // "cable", "size(x)"

struct close_group      : token< ')' > {};
struct value_of_group   : seq< expression > {};
struct group            : if_must< token< '(' >, value_of_group, close_group > {};      // "(a || b)"

struct open_list        : token< '[' > {};
struct close_list       : token< ']' > {};
struct items            : seq< expression, star< comma, expression >, opt< comma > > {};
struct list_literal     : seq< open_list, opt< items >, must< close_list > > {};            // "['NF', 'NOFORN']"

struct open_map         : token< '{' > {};
struct colon_of_entry   : token< ':' > {};
struct value_of_entry   : seq< expression > {};
struct entry            : seq< expression, must< colon_of_entry, value_of_entry > > {};  // "'a': 1"
struct entries          : seq< entry, star< comma, entry >, opt< comma > > {};
struct close_map        : token< '}' > {};
struct map_literal      : seq< open_map, opt< entries >, must< close_map > > {};            // "{'a': 1, 'b': 2}"

struct primary          : sor< literal, named, group, list_literal, map_literal > {};

struct selected_name    : seq< gap, member_name, gap > {};
struct selection        : if_must< one< '.' >, selected_name > {};                      // ".mark"
struct member           : seq< selection, opt< arguments > > {};                        // ".mark", ".startsWith('S')"
struct index_value      : seq< expression > {};
struct close_index      : token< ']' > {};
struct index            : if_must< token< '[' >, index_value, close_index > {};         // "[0]"
struct no_message       : failure {};
struct message          : if_must< one< '{' >, no_message > {};                         // "Name{field: 1}": not part of this language
struct postfix          : seq< primary, star< sor< member, index, message > > > {};     // "cable.paragraphs[0].mark"

// Operators, tightest first

struct unary;
struct logical_not      : if_must< token< '!' >, unary > {};                            // "!a"
struct negate           : if_must< seq< one< '-' >, gap, not_at< sor< digit, fraction > > >, unary > {};  // "-a"; the sign of a number is part of it
struct unary            : sor< logical_not, negate, postfix > {};

struct multiply         : if_must< token< '*' >, unary > {};                            // "* b"
struct divide           : if_must< token< '/' >, unary > {};
struct remainder        : if_must< token< '%' >, unary > {};
struct product          : seq< unary, star< sor< multiply, divide, remainder > > > {};  // "a * b / c"

struct add              : if_must< token< '+' >, product > {};                          // "+ b"
struct subtract         : if_must< token< '-' >, product > {};
struct sum              : seq< product, star< sor< add, subtract > > > {};              // "a + b - c"

struct less_equal       : if_must< token< '<','=' >, sum > {};                          // "<= b"
struct greater_equal    : if_must< token< '>','=' >, sum > {};
struct less             : if_must< token< '<' >, sum > {};
struct greater          : if_must< token< '>' >, sum > {};
struct equal            : if_must< token< '=','=' >, sum > {};
struct not_equal        : if_must< token< '!','=' >, sum > {};
struct in               : if_must< seq< keyword< 'i','n' >, gap >, sum > {};            // "in list"
struct relation         : seq< sum, star< sor< less_equal, greater_equal, less, greater, equal, not_equal, in > > > {};

struct and_also         : if_must< token< '&','&' >, relation > {};                     // "&& b"
struct conjunction      : seq< relation, star< and_also > > {};                         // "a && b"
struct or_else          : if_must< token< '|','|' >, conjunction > {};                  // "|| b"
struct disjunction      : seq< conjunction, star< or_else > > {};                       // "a || b"

struct then_value       : seq< disjunction > {};
struct colon_of_choice  : token< ':' > {};
struct else_value       : seq< expression > {};
struct choice           : if_must< token< '?' >, then_value, colon_of_choice, else_value > {};  // "? b : c"
struct expression       : seq< disjunction, opt< choice > > {};                         // "a ? b : c"

struct whole_expression : seq< expression > {};
struct end_of_text      : eof {};
struct document         : seq< gap, must< whole_expression, end_of_text > > {};         // the whole text
// clang-format on

}  // namespace cablelint::grammar::expression
