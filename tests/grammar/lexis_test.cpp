#include "grammar/lexis.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar;

BOOST_AUTO_TEST_SUITE(grammar_lexis)

BOOST_AUTO_TEST_CASE(blanks_and_line_ends) {
  CHECK_MATCH(rules::blanks, " \t x", " \t ");
  CHECK_MATCH(rules::blanks, "x", "");
  CHECK_MATCH(rules::gap, "  x", "  ");
  CHECK_NO_MATCH(rules::gap, "x");
  CHECK_MATCH(rules::fold, " \r\n  x", " \r\n  ");
  CHECK_NO_MATCH(rules::fold, "\rx");
  CHECK_WHOLE(rules::line_end, "\r\n");
  CHECK_WHOLE(rules::line_end, "");
  CHECK_NO_MATCH(rules::line_end, "x");
}

BOOST_AUTO_TEST_CASE(lines) {
  CHECK_MATCH(rules::line_content, "a b\nc", "a b");
  CHECK_MATCH(rules::line_content, "a b\r\nc", "a b");
  CHECK_MATCH(rules::line_content, "a\rb\nc", "a\rb");
  CHECK_MATCH(rules::line_content, "a\r", "a\r");
  CHECK_NO_MATCH(rules::line_content, "\nc");
  CHECK_NO_MATCH(rules::line_content, "\r\nc");
  CHECK_NO_MATCH(rules::line_content, "");
  CHECK_MATCH(rules::raw_line, "a\nb", "a\n");
  CHECK_MATCH(rules::raw_line, "\r\nb", "\r\n");
  CHECK_WHOLE(rules::raw_line, "\r");
  CHECK_WHOLE(rules::raw_line, std::string("\0\0", 2));
  CHECK_NO_MATCH(rules::raw_line, "");
  CHECK_MATCH(rules::blank_line, "  \n\n", "  \n");
  CHECK_WHOLE(rules::blank_line, "  ");
  CHECK_NO_MATCH(rules::blank_line, "");
  CHECK_NO_MATCH(rules::blank_line, " x\n");
  CHECK_MATCH(rules::blank_line, "\t\r\nx", "\t\r\n");
  CHECK_NO_MATCH(rules::blank_line, " \r");
  CHECK_NO_MATCH(rules::blank_line, "\r\r\n");
}

BOOST_AUTO_TEST_CASE(line_that_ends_in_a_digit) {
  CHECK_MATCH(rules::ends_in_digit, "ROME 001851  \nx", "");
  CHECK_MATCH(rules::ends_in_digit, "ROME 1\r\n", "");
  CHECK_NO_MATCH(rules::ends_in_digit, "ROME\n1");
  CHECK_NO_MATCH(rules::ends_in_digit, "");
}

BOOST_AUTO_TEST_CASE(words) {
  using to = rules::word_i<'T', 'O'>;
  CHECK_MATCH(to, "to Rome", "to");
  CHECK_NO_MATCH(to, "TOKYO");
  CHECK_MATCH(rules::number, "01 OF", "01");
  CHECK_NO_MATCH(rules::number, "x");
  CHECK_WHOLE(rules::upper_alnum, "A");
  CHECK_NO_MATCH(rules::upper_alnum, "a");
  using spaced = rules::spaced<'S', 'E', 'T'>;
  CHECK_MATCH(spaced, "S E T X", "S E T");
  CHECK_MATCH(spaced, "SET", "SET");
  CHECK_MATCH(spaced, "SS E  T", "SS E  T");
  CHECK_MATCH(spaced, "s e t", "s e t");
  CHECK_NO_MATCH(spaced, "S X T");
  CHECK_MATCH(rules::month, "June", "Jun");
  CHECK_NO_MATCH(rules::month, "JXN");
}

BOOST_AUTO_TEST_SUITE_END()
