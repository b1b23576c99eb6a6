#include "grammar/cable.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <re2/re2.h>
#include <tao/pegtl/contrib/analyze.hpp>

#include "support/matched.hpp"

namespace rules = cablelint::grammar::cable;
namespace grammar = cablelint::grammar;

BOOST_AUTO_TEST_SUITE(grammar_cable)

BOOST_AUTO_TEST_CASE(elements) {
  CHECK_MATCH(rules::blank_lines, "\n \n\r\nx", "\n \n\r\n");
  CHECK_WHOLE(rules::partial_extract, "This record is a partial extract of the original cable.\n");
  CHECK_WHOLE(rules::release_stamp, "RELEASED IN FULL\n");
  CHECK_WHOLE(rules::page_header, "PAGE 02 ARCADI 00905 060018Z\n");
  CHECK_WHOLE(rules::underline, "-----\n");
  CHECK_WHOLE(rules::end_of_message, "NNNN\n");
  CHECK_WHOLE(rules::record, "2004ARCADIA01636\n");
  CHECK_WHOLE(rules::continuation_header, "ARCADIA 00000154 002 OF 003\n");
  CHECK_MATCH(rules::part_start, "TAGS: PREL", "TAGS:");
  CHECK_NO_MATCH(rules::part_start, "CONTINUED");
  using next_line = rules::next_line<rules::inline_start>;
  CHECK_MATCH(next_line, "CONTINUED\nX", "CONTINUED\n");
  CHECK_MATCH(next_line, "CONTINUED REF: X", "CONTINUED");
  CHECK_NO_MATCH(next_line, "REF: X");
  using subject = rules::field<grammar::subject::label, rules::inline_start>;
  CHECK_MATCH(subject, "SUBJECT: ONE\nTWO\nREF: X", "SUBJECT: ONE\nTWO\n");
  CHECK_MATCH(subject, "SUBJECT: ONE REF: X\n", "SUBJECT: ONE");
  using header_text = rules::header_text<rules::inline_start>;
  CHECK_MATCH(header_text, "ONE TWO TAGS: X", "ONE TWO");
  CHECK_MATCH(rules::classification_head, "SECRET ARCADIA 000042 SIPDIS", "SECRET ARCADIA 000042");
  CHECK_NO_MATCH(rules::classification_head, "SECRET ARCADIA 000042\n");
  CHECK_WHOLE(rules::order_start, "E.O. 12958");
  CHECK_NO_MATCH(rules::order_start, "E.O. 12958 1.4");
  CHECK_MATCH(rules::numbered_start, "1. (C) Text", "1. (C)");
  CHECK_WHOLE(rules::inline_label, "SUBJ:");
  CHECK_WHOLE(rules::label_initial, "r");
  CHECK_NO_MATCH(rules::label_initial, "A");
  CHECK_WHOLE(rules::level_ahead, "  SECRET");
  CHECK_NO_MATCH(rules::level_ahead, "SECRETARY");
  CHECK_MATCH(rules::classification, "SECRET ARCADIA 000042\nX", "SECRET ARCADIA 000042\n");
  CHECK_WHOLE(rules::inline_start, "Classified By:");
  CHECK_NO_MATCH(rules::inline_start, "Classified by");
  CHECK_WHOLE(rules::authority_stop, "REF:");
  CHECK_NO_MATCH(rules::authority_stop, "Classified By:");
  CHECK_MATCH(rules::header_word, "PRIMEREF: A", "PRIME");
  CHECK_MATCH(rules::header_words, " ONE TWO TAGS: X", " ONE TWO");
  CHECK_MATCH(rules::heading_line, "FM AMEMBASSY ARCADIA\nTO X", "FM AMEMBASSY ARCADIA\n");
  CHECK_MATCH(rules::routed_line, "RUEHC/SECSTATE\nX", "RUEHC/SECSTATE\n");
  CHECK_MATCH(rules::known_line, "ZNY CCCCC ZZH\nX", "ZNY CCCCC ZZH\n");
  CHECK_MATCH(rules::unrouted_line, "AMEMBASSY PARIS\nX", "AMEMBASSY PARIS\n");
  CHECK_NO_MATCH(rules::unrouted_line, "TAGS: PREL\n");
  CHECK_MATCH(rules::heading_more, "TO X\nINFO", "TO X\n");
  CHECK_NO_MATCH(rules::heading_more, "SECRET ARCADIA 1\n");
  CHECK_MATCH(rules::heading_block, "FM AMEMBASSY ARCADIA\nTO X\n\nY", "FM AMEMBASSY ARCADIA\nTO X\n");
  CHECK_MATCH(rules::heading, "FM AMEMBASSY ARCADIA\n\nTO RUEHC/SECSTATE\n\nSIPDIS",
              "FM AMEMBASSY ARCADIA\n\nTO RUEHC/SECSTATE\n");
  CHECK_WHOLE(rules::classification_line, "SECRET ARCADIA 000042\n");
  CHECK_WHOLE(rules::classification_line, "SECRET ARCADIA 000042<br />\n");
  CHECK_WHOLE(rules::mail_header, "MIME-Version: 1.0\nSubject: x\n");
  CHECK_WHOLE(rules::markup, "<pre>\n");
  CHECK_WHOLE(rules::page_line, "<title>06ARCADIA1636</title>\n");
  CHECK_WHOLE(rules::markup_line, "</pre>\n");
  CHECK_MATCH(rules::web_page, "<pre>SECRET ARCADIA 1\n", "<pre>");
  CHECK_NO_MATCH(rules::web_page, "<p>1. (C) Text</p>\n");
  CHECK_MATCH(rules::tagged, "<p>SIPDIS", "<");
  CHECK_WHOLE(rules::declassification_line, "E.O. 12958: DECL: X1\n");
  CHECK_WHOLE(rules::tags_field, "TAGS: PREL\nPGOV\n");
  CHECK_WHOLE(rules::subject_field, "SUBJECT: ONE\n");
  CHECK_WHOLE(rules::references_field, "REF: STATE 1\n");
  CHECK_WHOLE(rules::authority_field, "Classified By: X\nfor reasons 1.4 (b)\n");
  CHECK_WHOLE(rules::front_line, "SIPDIS\n");
  CHECK_NO_MATCH(rules::front_line, "1. (C) Text\n");
  CHECK_MATCH(rules::front_element, "SIPDIS\n1. (C)", "SIPDIS\n");
  CHECK_WHOLE(rules::paragraph_line, "1. (C) Text\n");
  CHECK_MATCH(rules::text_block, "a\nb\n\n", "a\nb\n");
  CHECK_WHOLE(rules::other_line, "a\n");
  CHECK_MATCH(rules::body_element, "1. (C) Text\nmore", "1. (C) Text\n");
  CHECK_NO_MATCH(rules::body_element, "NNNN\n");
  CHECK_NO_MATCH(rules::body_element, "SECRET ARCADIA 000042\n");
  CHECK_MATCH(rules::new_front, "VZCZCXRO7546\n", "VZCZC");
  CHECK_MATCH(rules::new_front, "SECRET SECTION 01 OF 02 ARCADIA 000042\n",
              "SECRET SECTION 01 OF 02 ARCADIA 000042");
  CHECK_NO_MATCH(rules::new_front, "SECRET\n");
  CHECK_WHOLE(rules::trailer, "NNNN\n");
  CHECK_WHOLE(rules::trailer, "2004ARCADIA01636\n");
  CHECK_MATCH(rules::body, "1. Text\nmore\n\nNNNN\n\nSECRET", "1. Text\nmore\n\nNNNN\n");
  CHECK_WHOLE(rules::whole, "SECRET ARCADIA 1\n\n1. (S) Text\nmore\n\nNNNN\n");
  CHECK_WHOLE(rules::whole, "");
}

BOOST_AUTO_TEST_CASE(every_entry_rule_makes_progress) {
  BOOST_TEST(tao::pegtl::analyze<rules::whole>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::heading::whole>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::classification::whole>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::declassification::whole>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::date::any>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::date::time_group>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::tags::whole>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::subject::whole>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::references::whole>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::authority::whole>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::mark::any>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::mark::entire_text>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::body::opening>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::body::record>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::body::signature>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::body::sub_item>() == 0U);
}

std::string contents(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

// A rule that no table names would be a rule that nobody has tried on its own.
BOOST_AUTO_TEST_CASE(every_rule_stands_in_the_test_of_its_header) {
  const std::filesystem::path root = CABLELINT_SOURCE_DIR;
  const RE2 definition(R"((?:^|\n)struct (\w+))");
  std::size_t checked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(root / "grammar")) {
    if (entry.path().extension() != ".hpp" || entry.path().stem() == "expression") continue;
    const std::string header = contents(entry.path());
    const std::string test =
        contents(root / "tests" / "grammar" / (entry.path().stem().string() + "_test.cpp"));
    re2::StringPiece rest(header);
    for (std::string name; RE2::FindAndConsume(&rest, definition, &name);) {
      if (name == "tao") continue;
      BOOST_TEST(RE2::PartialMatch(test, "rules::" + name + "\\b"),
                 entry.path().filename() << ": " << name << " has no test of its own");
      ++checked;
    }
  }
  BOOST_TEST(checked > 150U);
}

BOOST_AUTO_TEST_SUITE_END()
