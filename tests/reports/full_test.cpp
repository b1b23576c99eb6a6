#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "reports/written.hpp"

using cablelint::Finding;
using cablelint::Severity;
using cablelint::tests::past_declassification;
using cablelint::tests::written;

BOOST_AUTO_TEST_SUITE(full_report_test)

BOOST_AUTO_TEST_CASE(shows_the_line_and_marks_the_place) {
  BOOST_TEST(written("full", {{past_declassification()}, {}}) ==
             "DCL001 warning: declassification date 2016-06-22 has passed\n"
             " --> cables/a.txt:8:13\n"
             "  |\n"
             "8 | E.O. 12958: DECL: 06/22/2016\n"
             "  |             ^^^^^^^^^^^^^^^^\n"
             "  |\n"
             "help: Review the cable for release.\n"
             "\n"
             "Found 1 finding (1 warning) in 1 of 2 cables.\n");
}

BOOST_AUTO_TEST_CASE(the_gutter_is_as_wide_as_the_number) {
  Finding finding = past_declassification();
  finding.line = finding.end_line = 1024;
  finding.help = "";
  BOOST_TEST(written("full", {{finding}}, {.quiet = true}) ==
             "DCL001 warning: declassification date 2016-06-22 has passed\n"
             "    --> cables/a.txt:1024:13\n"
             "     |\n"
             "1024 | E.O. 12958: DECL: 06/22/2016\n"
             "     |             ^^^^^^^^^^^^^^^^\n"
             "     |\n"
             "\n");
}

BOOST_AUTO_TEST_CASE(the_record_tells_cables_of_one_document_apart) {
  Finding finding = past_declassification();
  finding.record = "2006ARCADIA00042";
  const std::string_view second_line = "\n --> cables/a.txt:8:13\n";
  BOOST_TEST(written("full", {{finding}}, {.quiet = true}).find(second_line) != std::string::npos);
  finding.one_of_several = true;
  const std::string text = written("full", {{finding}}, {.quiet = true});
  BOOST_TEST(text.find("\n --> cables/a.txt:8:13 (2006ARCADIA00042)\n") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(help_is_one_line) {
  Finding finding = past_declassification();
  finding.help = "Review the cable\nfor release.\n";
  const std::string text = written("full", {{finding}}, {.quiet = true});
  BOOST_TEST(text.ends_with("  |\nhelp: Review the cable for release.\n\n"));
}

BOOST_AUTO_TEST_CASE(colors) {
  Finding finding = past_declassification();
  finding.level = Severity::error;
  BOOST_TEST(written("full", {{finding}}, {.color = true, .quiet = true}) ==
             "\x1b[1;31mDCL001 error\x1b[0m: declassification date 2016-06-22 has passed\n"
             " \x1b[34m-->\x1b[0m cables/a.txt:8:13\n"
             "\x1b[34m  |\x1b[0m\n"
             "\x1b[34m8 |\x1b[0m E.O. 12958: DECL: 06/22/2016\n"
             "\x1b[34m  |\x1b[0m             \x1b[1;31m^^^^^^^^^^^^^^^^\x1b[0m\n"
             "\x1b[34m  |\x1b[0m\n"
             "\x1b[1mhelp\x1b[0m: Review the cable for release.\n\n");
}

BOOST_AUTO_TEST_CASE(carets_stand_under_what_is_shown) {
  const struct {
    const char* what;
    std::string_view excerpt;
    std::uint32_t column, end_column, end_line, excerpt_column;
    std::string_view shown;
    std::string_view carets;
  } cases[] = {
      {"code points", "TO S\xC3\xA3o Tom\xC3\xA9 X", 4, 12, 1, 1, "TO S\xC3\xA3o Tom\xC3\xA9 X",
       "   ^^^^^^^^"},
      {"tabs", "\tDECL:\t2016", 2, 6, 1, 1, " DECL: 2016", " ^^^^"},
      {"escape before", "\x1b[0mDECL", 5, 9, 1, 1, "\\x1b[0mDECL", "       ^^^^"},
      {"escape inside",
       "a\xE2\x80\xAE"
       "b",
       1, 4, 1, 1, "a\\u202eb", "^^^^^^^^"},
      {"invalid before", "\xFF\xFF X", 4, 5, 1, 1, "\\xff\\xff X", "         ^"},
      {"cut sequence", "\xE2\x82 X", 4, 5, 1, 1, "\\xe2\\x82 X", "         ^"},
      {"window", "rest of DECL", 1009, 1013, 1, 1001, "...rest of DECL", "           ^^^^"},
      {"nothing marked", "DECL", 3, 3, 1, 1, "DECL", "  ^"},
      {"behind the end", "DECL", 5, 6, 1, 1, "DECL", "    ^"},
      {"far behind the end", "DECL", 50, 60, 1, 1, "DECL", "    ^"},
      {"over several lines", "1. (S) Text", 4, 3, 4, 1, "1. (S) Text", "   ^^^^^^^^"},
      {"longer than shown", "DECL", 3, 90, 1, 1, "DECL", "  ^^"},
      {"NUL and lone CR", std::string_view("S\0\rX", 4), 4, 5, 1, 1, "S\\x00\\rX", "       ^"},
  };
  for (const auto& each : cases) {
    Finding finding = past_declassification();
    finding.excerpt = each.excerpt;
    finding.line = 1;
    finding.end_line = each.end_line;
    finding.column = each.column;
    finding.end_column = each.end_column;
    finding.excerpt_column = each.excerpt_column;
    const std::string text = written("full", {{finding}}, {.quiet = true});
    const std::string lines =
        "  |\n1 | " + std::string(each.shown) + "\n  | " + std::string(each.carets) + "\n  |\nhelp";
    BOOST_TEST((text.find(lines) != std::string::npos), each.what << ":\n" << text);
  }
}

BOOST_AUTO_TEST_CASE(an_empty_cable_has_an_empty_line) {
  Finding finding = past_declassification();
  finding.excerpt = "";
  finding.line = finding.column = finding.end_line = finding.end_column = 1;
  const std::string text = written("full", {{finding}}, {.quiet = true});
  BOOST_TEST((text.find("  |\n1 |\n  | ^\n  |\n") != std::string::npos), text);
}

BOOST_AUTO_TEST_SUITE_END()
