#include <boost/test/unit_test.hpp>
#include <string>

#include "reports/written.hpp"

using cablelint::Finding;
using cablelint::Severity;
using cablelint::tests::past_declassification;
using cablelint::tests::written;

BOOST_AUTO_TEST_SUITE(concise_report_test)

BOOST_AUTO_TEST_CASE(one_line_a_finding) {
  Finding error = past_declassification();
  error.rule = "CLS001";
  error.level = Severity::error;
  error.line = 12;
  error.column = 1;
  error.message = "paragraph 2 is marked (S)";
  BOOST_TEST(written("concise", {{past_declassification(), error}, {}}) ==
             "cables/a.txt:8:13: DCL001 warning: declassification date 2016-06-22 has passed\n"
             "cables/a.txt:12:1: CLS001 error: paragraph 2 is marked (S)\n"
             "Found 2 findings (1 error, 1 warning) in 1 of 2 cables.\n");
}

BOOST_AUTO_TEST_CASE(colors_repeat_what_words_say) {
  Finding note = past_declassification();
  note.level = Severity::note;
  Finding error = past_declassification();
  error.level = Severity::error;
  BOOST_TEST(
      written("concise", {{past_declassification(), note, error}}, {.color = true, .quiet = true}) ==
      "cables/a.txt:8:13: \x1b[1;33mDCL001 warning\x1b[0m: declassification date 2016-06-22 has passed\n"
      "cables/a.txt:8:13: \x1b[1;36mDCL001 note\x1b[0m: declassification date 2016-06-22 has passed\n"
      "cables/a.txt:8:13: \x1b[1;31mDCL001 error\x1b[0m: declassification date 2016-06-22 has passed\n");
}

BOOST_AUTO_TEST_CASE(hostile_text_stays_on_its_line) {
  Finding hostile = past_declassification();
  hostile.source = "a\nb\x1b]0;title\x07.txt";
  hostile.message = "caption \"\x1b[2J\xE2\x80\xAE\xFF\r\n\" is unknown";
  BOOST_TEST(written("concise", {{hostile}}, {.quiet = true}) ==
             "a\\nb\\x1b]0;title\\x07.txt:8:13: DCL001 warning: caption \"\\x1b[2J\\u202e\\xff\\r\\n\" is "
             "unknown\n");
}

BOOST_AUTO_TEST_SUITE_END()
