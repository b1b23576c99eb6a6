#include "grammar/body.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar::body;

BOOST_AUTO_TEST_SUITE(grammar_body)

BOOST_AUTO_TEST_CASE(paragraph_openings) {
  CHECK_WHOLE(rules::bullet, "- ");
  CHECK_WHOLE(rules::pilcrow_sign, "\xC2\xB6 ");
  CHECK_WHOLE(rules::pilcrow_p, "\\P ");
  CHECK_WHOLE(rules::number, "11");
  CHECK_NO_MATCH(rules::number, "2004");
  CHECK_MATCH(rules::stop, ". Text", ".");
  CHECK_NO_MATCH(rules::stop, ".5");
  CHECK_WHOLE(rules::mark, "(C)");
  CHECK_WHOLE(rules::entire_text, "C - ENTIRE TEXT.");
  CHECK_WHOLE(rules::portion, "(C)");
  for (const char* text : {"11. (C) ", "- 11. (C) ", "- \\P 7. (U) ",
                           "\xC2\xB6"
                           "4. (C) ",
                           "1.(C) ", "1 (C) ", "1. C - ENTIRE TEXT.", "  3.  ", "6. C) "}) {
    CHECK_WHOLE(rules::opening, text);
    CHECK_MATCH(rules::paragraph_start, text, "");
  }
  CHECK_MATCH(rules::opening, "3. Text", "3. ");
  for (const char* text :
       {"1.5 million", "2004. Next", "12 boats", "- - - -", "4/5", "(C) Text", "A. Text"}) {
    CHECK_NO_MATCH(rules::opening, text);
    CHECK_NO_MATCH(rules::paragraph_start, text);
  }
  CHECK_WHOLE(rules::opening_front, " - \\P ");
  CHECK_MATCH(rules::opening_front, "1. (C)", "");
  for (const char* text : {"(C) Text", "(S/NF) Text", "(U)"})
    CHECK_MATCH(rules::portion, text, std::string(text).substr(0, std::string(text).find(')') + 1));
  for (const char* text : {"(S) - ENTIRE TEXT", "(S-ENTIRE TEXT)", "(C), ENTIRE TEXT", "(C/ENTIRE TEXT)",
                           "(C/ ENTIRE TEXT)", "C - ENTIRE TEXT", "(C//ENTIRE TEXT)"}) {
    CHECK_NO_MATCH(rules::mark_ahead, text);
    CHECK_WHOLE(rules::entire_text, text);
    CHECK_WHOLE(rules::portion, text);
  }
  CHECK_WHOLE(rules::mark_ahead, "(C) ");
  CHECK_WHOLE(rules::first_byte, "1");
  CHECK_NO_MATCH(rules::first_byte, "A");
}

BOOST_AUTO_TEST_CASE(lines_of_their_own) {
  CHECK_WHOLE(rules::rule_mark, "-");
  for (const char* line : {"- - - - -\n", "-----", "====="}) CHECK_WHOLE(rules::underline, line);
  CHECK_NO_MATCH(rules::underline, "- item");
  CHECK_WHOLE(rules::underline, "  -\t=  \r\n");
  CHECK_NO_MATCH(rules::underline, " - \n");
  CHECK_WHOLE(rules::nnnn, "NNNN\n");
  CHECK_NO_MATCH(rules::nnnn, "NNNNN\n");
  CHECK_WHOLE(rules::bt, "BT\r\n");
  CHECK_WHOLE(rules::closing_serial, "#1851\n");
  CHECK_WHOLE(rules::closing_serial, "#1851/02");
  CHECK_WHOLE(rules::end_of_message, "NNNN");
  CHECK_WHOLE(rules::record_year, "2004");
  CHECK_WHOLE(rules::record_post, "ROME");
  CHECK_WHOLE(rules::record_number, "01636");
  CHECK_WHOLE(rules::record_id, "2004ARCADIA01636");
  CHECK_WHOLE(rules::record_level, "SECRET");
  CHECK_WHOLE(rules::record, "2004ARCADIA01636 - Classification: SECRET");
  CHECK_WHOLE(rules::record_line, "2004ARCADIA01636 - Classification: SECRET\n");
  CHECK_WHOLE(rules::record_line, "2004ARCADIA01636");
  CHECK_NO_MATCH(rules::record_line, "2004ARCADIA01636 was late");
  CHECK_WHOLE(rules::page_header, "PAGE 02 ARCADI 00905 01 OF 03 060018Z\n");
  CHECK_WHOLE(rules::page_header, "PAGE 02        PORT LORNE  00905  060018Z\n");
  CHECK_NO_MATCH(rules::page_header, "PAGE ONE");
  CHECK_NO_MATCH(rules::page_header, "PAGE 12 IS MISSING");
  CHECK_MATCH(rules::page_post, "PORT LORNE 00905", "PORT LORNE");
  CHECK_MATCH(rules::distribution, "ACTION EUR-25\n", "ACTION EUR-2");
  CHECK_MATCH(rules::distribution, "ORIGIN SS-25", "ORIGIN SS-2");
  CHECK_NO_MATCH(rules::distribution, "ACTION REQUESTED");
  CHECK_WHOLE(rules::page_frame, "CONFIDENTIAL");
  CHECK_NO_MATCH(rules::page_frame, "Confidential");
  CHECK_NO_MATCH(rules::page_frame, "S E C R E T");
  CHECK_WHOLE(rules::continuation_post, "TEL AVIV");
  CHECK_WHOLE(rules::continuation_section, "001");
  CHECK_WHOLE(rules::continuation_of, "003");
  CHECK_WHOLE(rules::continuation, "ARCADIA 00000154 001.2 OF 003");
  CHECK_WHOLE(rules::continuation_header, "ARCADIA 00000154 002 OF 003\n");
  CHECK_NO_MATCH(rules::continuation_header, "ARCADIA 00000154 002 OF 003 MORE");
  CHECK_WHOLE(rules::partial_extract, "This record is a partial extract of the original cable. More.\n");
  CHECK_WHOLE(rules::release_stamp,
              "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014\n");
  CHECK_WHOLE(rules::release_stamp, "RELEASED IN PART B1\n");
}

BOOST_AUTO_TEST_CASE(text) {
  CHECK_WHOLE(rules::numbered_header, "ARCADIA 00000154 002 OF 003\n");
  CHECK_WHOLE(rules::special_mark, "- - -\n");
  CHECK_WHOLE(rules::special_word, "NNNN\n");
  CHECK_MATCH(rules::page_in_section, "PAGE 02 TEL AVIV 00905 01 OF 03 060018Z",
              "PAGE 02 TEL AVIV 00905 01 OF 03");
  CHECK_NO_MATCH(rules::page_in_section, "PAGE 02 ARCADI 00905 060018Z");
  CHECK_WHOLE(rules::page_section, "01");
  CHECK_WHOLE(rules::page_of, "03");
  CHECK_MATCH(rules::markup, "<p>1. (C)", "<p>");
  CHECK_WHOLE(rules::pilcrow_sign, "&para;");
  CHECK_WHOLE(rules::nnnn, "NNNN</pre>\n");
  CHECK_MATCH(rules::transmission, "VZCZCXRO7546", "VZCZC");
  CHECK_MATCH(rules::plain_start, "Text", "");
  CHECK_MATCH(rules::plain_start, "text", "");
  CHECK_NO_MATCH(rules::plain_start, "NNNN");
  CHECK_NO_MATCH(rules::plain_start, "4. (C) Text");
  CHECK_WHOLE(rules::level_letter, "s");
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    const std::string one(1, letter);
    BOOST_TEST(cablelint::tests::matched<rules::prose_letter>(one).has_value() !=
                   cablelint::tests::matched<rules::level_letter>(one).has_value(),
               one);
  }
  CHECK_WHOLE(rules::special_lower, "s e c r e t arcadia 000042\n");
  for (const char* line : {"NNNN\n", "- - -\n", "S E C R E T SECTION 02 OF 02 ARCADIA 000042\n"}) {
    CHECK_WHOLE(rules::special, line);
    CHECK_NO_MATCH(rules::text_line, line);
  }
  CHECK_MATCH(rules::special, "4. (C) Text", "");
  CHECK_NO_MATCH(rules::text_line, "4. (C) Text");
  CHECK_NO_MATCH(rules::text_line, "\n");
  CHECK_MATCH(rules::text_line, "Plain text of 2004\nmore", "Plain text of 2004\n");
  CHECK_MATCH(rules::prose_line, "Text of it \r\nmore", "Text of it \r\n");
  CHECK_MATCH(rules::prose_line, "a\n", "a\n");
  for (const char* line : {"NNNN\n", "BT\n", "PAGE 1\n", "ARCADIA 00000154 002 OF 003\n",
                           "secret arcadia 42\n", "1. Text\n", " x\n", "\n", "text"}) {
    CHECK_NO_MATCH(rules::prose_line, line);
  }
  CHECK_MATCH(rules::text_block, "one\ntwo\n\nthree", "one\ntwo\n");
  CHECK_WHOLE(rules::closing_remark, "   CONFIDENTIAL");
  CHECK_MATCH(rules::closing_remark, "NOTE: NOT PASSED", "NOTE:");
  CHECK_NO_MATCH(rules::closing_remark, "EXAMPLE");
  CHECK_WHOLE(rules::summary_word, "Summary");
  CHECK_WHOLE(rules::comment_word, "COMMENT");
  CHECK_NO_MATCH(rules::boundary_word, "Commentary");
  CHECK_MATCH(rules::boundary_begin, "Summary. The fair", "Summary.");
  CHECK_WHOLE(rules::boundary_begin, "BEGIN COMMENT:");
  CHECK_NO_MATCH(rules::boundary_begin, "Summary executions");
  CHECK_NO_MATCH(rules::boundary_begin, "Comment and action request:");
  CHECK_WHOLE(rules::boundary_rest, " and comment.)\n");
  CHECK_WHOLE(rules::boundary_end, "END SUMMARY.");
  CHECK_WHOLE(rules::boundary_end, "End of comment.)");
  CHECK_WHOLE(rules::boundary_end, "End\nSummary and Action Request.");
  CHECK_NO_MATCH(rules::boundary_end, "End Summary. 12 boats");
  CHECK_WHOLE(rules::name_word, "O'EXAMPLE");
  CHECK_WHOLE(rules::capitalised, "Placeholder");
  CHECK_NO_MATCH(rules::capitalised, "placeholder");
  for (const char* name : {"EXAMPLE", "VAN DER TEST", "O'EXAMPLE"}) CHECK_WHOLE(rules::signature, name);
  CHECK_MATCH(rules::signature, "EXAMPLE AND THE OTHERS WENT", "EXAMPLE AND THE ");
  for (const char* item : {"-- item", "A. item", "(1) item", "b) item", "\"quoted", "iv. item", "* item"}) {
    BOOST_TEST(cablelint::tests::matched<rules::sub_item>(item).has_value(), item);
  }
  CHECK_WHOLE(rules::sub_item, "(II)");
  CHECK_NO_MATCH(rules::sub_item, "Text");
}

BOOST_AUTO_TEST_SUITE_END()
