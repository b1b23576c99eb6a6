#include "grammar/marking.hpp"

#include <tao/pegtl/contrib/analyze.hpp>

#include "support/matched.hpp"

namespace rules = cablelint::grammar::marking;

BOOST_AUTO_TEST_SUITE(grammar_marking)

BOOST_AUTO_TEST_CASE(marks) {
  CHECK_WHOLE(rules::inside, "S//NF");
  for (const char* text : {"(S//NF)", " ( C ) ", "()"}) CHECK_WHOLE(rules::portion, text);
  for (const char* text : {"S//NF", "(S) (NF)", "(S) Text", "((S))", "C)"})
    CHECK_NO_MATCH(rules::portion, text);
  CHECK_WHOLE(rules::slash, "/");
  CHECK_WHOLE(rules::category_break, "//");
  CHECK_NO_MATCH(rules::category_break, "/ /");
  CHECK_MATCH(rules::entry_break, "/NF", "/");
  CHECK_NO_MATCH(rules::entry_break, "//NF");
  CHECK_MATCH(rules::entry, "REL TO USA, GBR/NF", "REL TO USA, GBR");
  for (const char* text : {"ORCON/NOFORN", "NF", "", "/NF", "NF/"}) CHECK_WHOLE(rules::category, text);
  CHECK_MATCH(rules::leading, "//GBR S", "//");
  CHECK_NO_MATCH(rules::leading, "/GBR S");
  for (const char* text : {"S", "S//SI/TK//NF", "//GBR S", "TS////NF", "S/NF", "/REL UK", "///", ""}) {
    CHECK_WHOLE(rules::mark, text);
  }
}

BOOST_AUTO_TEST_CASE(entries) {
  CHECK_MATCH(rules::spaced_level, "S E C R E T NOFORN", "S E C R E T");
  CHECK_MATCH(rules::spaced_level, "LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE");
  CHECK_NO_MATCH(rules::spaced_level, "SECRETARY");
  CHECK_WHOLE(rules::list_break, ", ");
  CHECK_MATCH(rules::list_item, "GBR, FRA", "GBR");
  for (const char* text : {"USA, GBR", " USA GBR ", "GBR", ""}) CHECK_WHOLE(rules::list, text);
  CHECK_WHOLE(rules::hyphen, "-");
  CHECK_MATCH(rules::compartment, "BLFH-X", "BLFH");
  CHECK_WHOLE(rules::sub_compartment, " XYZ");
  for (const char* text : {"-ABC", "-ABC-XYZ HELLO WORLD"}) CHECK_WHOLE(rules::compartments, text);
  for (const char* text : {"", "ABC", "-", "-ABC/D"}) CHECK_NO_MATCH(rules::compartments, text);
  for (const char* text : {"ABC", "FOO-O XYZ"}) CHECK_WHOLE(rules::control_system, text);
  for (const char* text : {"TWO WORDS", "-A", "A,B"}) CHECK_NO_MATCH(rules::control_system, text);
  CHECK_MATCH(rules::part, "SIGMA 1 2-N", "SIGMA 1 2");
  CHECK_WHOLE(rules::parts, "-N-SIGMA 1 2");
  CHECK_NO_MATCH(rules::parts, "N");
}

BOOST_AUTO_TEST_CASE(every_entry_rule_makes_progress) {
  BOOST_TEST(tao::pegtl::analyze<rules::mark>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::portion>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::list>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::control_system>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::parts>() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
