#include <cablelint/diagnostic.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

using cablelint::Diagnostic;

BOOST_AUTO_TEST_SUITE(diagnostic)

BOOST_AUTO_TEST_CASE(with_hint_and_caret) {
  const Diagnostic fault{"rules/x.yaml",    3, 5, 6, "unknown key `mesage`", "did you mean `message`?",
                         "    mesage: text"};
  BOOST_TEST(to_text(fault) ==
             "rules/x.yaml:3:5: error: unknown key `mesage`; did you mean `message`?\n"
             "  |\n"
             "3 |     mesage: text\n"
             "  |     ^^^^^^");
}

BOOST_AUTO_TEST_CASE(without_a_place) {
  BOOST_TEST(to_text(Diagnostic{"x.yaml", 0, 0, 1, "there is no such file", "", ""}) ==
             "x.yaml: error: there is no such file");
  BOOST_TEST(to_text(Diagnostic{"x.yaml", 1, 1, 1, "the file is empty", "", ""}) ==
             "x.yaml:1:1: error: the file is empty");
}

BOOST_AUTO_TEST_CASE(the_caret_stands_under_what_is_shown) {
  BOOST_TEST(to_text(Diagnostic{"x", 12, 3, 2, "m", "", "\xC3\xA9\tab"}) ==
             "x:12:3: error: m\n   |\n12 | \xC3\xA9 ab\n   |   ^^");
  BOOST_TEST(to_text(Diagnostic{"x", 1, 2, 1, "m", "", "\x1B\xE2\x80\xAE!"}) ==
             "x:1:2: error: m\n  |\n1 | \\x1b\\u202e!\n  |     ^^^^^^");
  BOOST_TEST(to_text(Diagnostic{"x", 1, 4, 5, "m", "", "abc"}) == "x:1:4: error: m\n  |\n1 | abc\n  |    ^");
}

BOOST_AUTO_TEST_CASE(long_lines_are_cut_to_a_window) {
  const std::string line(1000, 'a');
  BOOST_TEST(to_text(Diagnostic{"x", 1, 501, 300, "m", "", line}) ==
             "x:1:501: error: m\n  |\n1 | ..." + std::string(160, 'a') + "...\n  | " + std::string(63, ' ') +
                 std::string(100, '^'));
}

BOOST_AUTO_TEST_SUITE_END()
