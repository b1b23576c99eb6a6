#include "grammar/redaction.hpp"

#include <tao/pegtl/contrib/analyze.hpp>

#include "support/matched.hpp"

namespace rules = cablelint::grammar::redaction;

BOOST_AUTO_TEST_SUITE(grammar_redaction)

BOOST_AUTO_TEST_CASE(numbers) {
  CHECK_WHOLE(rules::en_dash, "\xE2\x80\x93");
  CHECK_WHOLE(rules::em_dash, "\xE2\x80\x94");
  CHECK_WHOLE(rules::minus_sign, "\xE2\x88\x92");
  for (const char* text : {"-", "\xE2\x80\x93"}) CHECK_WHOLE(rules::dash, text);
  CHECK_WHOLE(rules::white, " \n ");
  CHECK_WHOLE(rules::quarter, "\xC2\xBC");
  CHECK_WHOLE(rules::half, "\xC2\xBD");
  CHECK_WHOLE(rules::three_quarters, "\xC2\xBE");
  CHECK_WHOLE(rules::vulgar, "\xC2\xBD");
  CHECK_WHOLE(rules::whole, "12");
  CHECK_NO_MATCH(rules::whole, "12345");
  CHECK_WHOLE(rules::ratio, "1/2");
  CHECK_NO_MATCH(rules::ratio, "1/24");
  CHECK_WHOLE(rules::run_together, "11/2");
  CHECK_WHOLE(rules::decimals, ".5");
  CHECK_WHOLE(rules::number_joint, " - ");
  for (const char* text : {"1-1/2", "2 1/2", "1\xC2\xBD", "1\xE2\x80\x93\xC2\xBD", "5\xE2\x80\x93 1/2"})
    CHECK_WHOLE(rules::mixed, text);
  for (const char* text : {"12", "1.5", "\xC2\xBD", "1/2", "11/2", "1-1/2"}) CHECK_WHOLE(rules::amount, text);
  CHECK_MATCH(rules::amount, "2-column", "2");
  CHECK_NO_MATCH(rules::amount, "1ine");
  CHECK_NO_MATCH(rules::amount, "398th");
  CHECK_MATCH(rules::letter_one, "I line", "I");
  CHECK_NO_MATCH(rules::letter_one, "In");
}

BOOST_AUTO_TEST_CASE(exemption_codes) {
  CHECK_WHOLE(rules::letter_b, "b");
  CHECK_WHOLE(rules::paren_letter, "(d)");
  CHECK_WHOLE(rules::paren_number, "(6)");
  CHECK_WHOLE(rules::paren_b, "( b )");
  CHECK_WHOLE(rules::foia_part, "(C)");
  CHECK_WHOLE(rules::spelt_out, "(b) (7) (C)");
  CHECK_WHOLE(rules::shortened, "B7(C)");
  CHECK_WHOLE(rules::named, "Exemption 6");
  for (const char* text : {"(b)(1)", "(b) (7) (C)", "(b)1", "b(6)", "B7(C)", "b7c", "B-1", "B1"})
    CHECK_WHOLE(rules::exemption, text);
  for (const char* text : {"(b)", "B", "B123", "(b) and (d)", "(b) 87", "Block 1"})
    CHECK_NO_MATCH(rules::exemption, text);
  CHECK_WHOLE(rules::privacy, "(k)(2)");
  CHECK_NO_MATCH(rules::privacy, "(a)(2)");
  CHECK_MATCH(rules::section, "1.4(d)", "1.4");
  for (const char* text : {"1.4(D)", "1.4 (d)", "1.4 d", "1.5c", "3.3(b)(1)"})
    CHECK_WHOLE(rules::category, text);
  for (const char* text : {"1.4", "1.4 million", "2.4(d)", "1.45(d)"}) CHECK_NO_MATCH(rules::category, text);
  CHECK_WHOLE(rules::further_letter, "(d)");
  CHECK_NO_MATCH(rules::further_letter, "(k)(2)");
  CHECK_WHOLE(rules::letter_joint, " and ");
  CHECK_WHOLE(rules::categories, "1.4(b) and (d)");
  CHECK_WHOLE(rules::time_limit, "25");
  CHECK_WHOLE(rules::subject_matter, "-HUM");
  for (const char* text : {"25X1", "25x-6", "50X1-HUM", "75X1"}) CHECK_WHOLE(rules::automatic, text);
  CHECK_NO_MATCH(rules::automatic, "X1");
  CHECK_WHOLE(rules::code, "(b)(6)");
  CHECK_WHOLE(rules::order, "E.O. 13526");
  CHECK_MATCH(rules::section_word, "section 3.3(b)(1)", "section ");
}

BOOST_AUTO_TEST_CASE(statutes) {
  CHECK_WHOLE(rules::us_code, "U.S.C.");
  CHECK_WHOLE(rules::section_sign, "\xC2\xA7");
  CHECK_WHOLE(rules::act, "5 U.S.C. 552a");
  CHECK_NO_MATCH(rules::act, "5 U.S.C. 553");
  CHECK_WHOLE(rules::code_section, "50 USC 3024i");
  CHECK_WHOLE(rules::public_law, "P.L. 86-36");
  CHECK_WHOLE(rules::statute, "50 USC 403-1(i)");
  CHECK_WHOLE(rules::third, "(b)(3)");
  CHECK_NO_MATCH(rules::third, "B30");
  CHECK_WHOLE(rules::statute_name, "CIA PERS/ORG");
  CHECK_NO_MATCH(rules::statute_name, "AND");
}

BOOST_AUTO_TEST_CASE(brackets) {
  CHECK_WHOLE(rules::apostrophe, "\xE2\x80\x99");
  for (const char* text : {"lines", "1ine", "de-classified", "Wilson\xE2\x80\x99s"})
    CHECK_WHOLE(rules::word, text);
  CHECK_MATCH(rules::measure, "2-column", "2-");
  CHECK_WHOLE(rules::open, "(");
  CHECK_WHOLE(rules::close, ")");
  CHECK_WHOLE(rules::comma, "/");
  CHECK_WHOLE(rules::stop, ";");
  CHECK_MATCH(rules::piece, "lines of", "lines");
  CHECK_WHOLE(rules::pieces, "2 lines of source text not declassified");
  CHECK_WHOLE(rules::bracket_byte, "a");
  CHECK_NO_MATCH(rules::bracket_byte, "\n\nb");
  CHECK_WHOLE(rules::inside, "2 lines\nnot declassified");
  CHECK_WHOLE(rules::bracket, "[2 lines\nnot declassified]");
  CHECK_MATCH(rules::bracket, "[text not declassified [x]", "[text not declassified ");
  CHECK_MATCH(rules::bracket, "[text\n\nmore]", "[text");
  CHECK_MATCH(rules::bracket, "[" + std::string(500, 'a') + "]", "[" + std::string(400, 'a'));
  CHECK_WHOLE(rules::source_note, "Source:");
}

BOOST_AUTO_TEST_CASE(codes_without_a_bracket) {
  CHECK_WHOLE(rules::code_joint, ", ");
  CHECK_WHOLE(rules::code_item, "B3 INA");
  for (const char* text : {"B1, 1.4(D)", "(b)(6)(b)(7)(C)", "B1,1.4(B),1.4(D)", "B3 INA, B6"})
    CHECK_WHOLE(rules::codes, text);
  CHECK_WHOLE(rules::code_line, "B6\n");
  CHECK_NO_MATCH(rules::code_line, "B6 was late\n");
  for (const char* text : {"subsection", "Sections", "para."}) CHECK_WHOLE(rules::citing, text);
  CHECK_NO_MATCH(rules::citing, "by");
}

BOOST_AUTO_TEST_CASE(stamps) {
  CHECK_WHOLE(rules::in_full, " IN FULL");
  CHECK_WHOLE(rules::in_part, " in part");
  CHECK_WHOLE(rules::released, "RELEASED");
  CHECK_WHOLE(rules::released_full, "RELEASED IN FULL");
  CHECK_WHOLE(rules::released_part, "RELEASE IN PART");
  CHECK_WHOLE(rules::denied_full, "DENIED IN FULL");
  for (const char* text : {"Page Denied", "Next 3 Page(s) In Document Denied"})
    CHECK_WHOLE(rules::page_denied, text);
  CHECK_WHOLE(rules::sanitized, "SANITIZED COPY");
  CHECK_WHOLE(rules::approved, "Approved For Release");
  CHECK_MATCH(rules::declassified_part, "Declassified in Part - Sanitized Copy", "Declassified in Part -");
  CHECK_WHOLE(rules::declassifier, "BY");
  for (const char* text : {"DECLASSIFIED", "Declassified/Released", "DECLASSIFIED AND RELEASED"})
    CHECK_WHOLE(rules::declassified, text);
  CHECK_MATCH(rules::declassified, "DECLASSIFIED BY NARA 09/02/2009", "DECLASSIFIED BY");
  for (const char* text : {"DECLASSIFIED PAPERS SHOW", "Declassified papers"})
    CHECK_NO_MATCH(rules::declassified, text);
  CHECK_WHOLE(rules::extended, "Classification Extended on");
  CHECK_WHOLE(rules::department, "U.S. Department of State");
  CHECK_WHOLE(rules::case_label, "Case No.");
  CHECK_WHOLE(rules::open_page, "UNCLASSIFIED U.S. Department of State");
  CHECK_WHOLE(rules::closed_page, "CONFIDENTIAL U.S. Department of State");
  CHECK_WHOLE(rules::stamp_text, "RELEASED IN FULL");
  CHECK_WHOLE(rules::stamp_line, "RELEASED IN PART B1, 1.4(D)\n");
  CHECK_NO_MATCH(rules::stamp_line, "RELEASED ON BAIL\n");
  CHECK_MATCH(rules::stamp, "RELEASE IN PART\nB6\nText", "RELEASE IN PART\nB6\n");
  for (const char* text : {"F-2010-01234", "2009-068"}) CHECK_WHOLE(rules::case_number, text);
  for (const char* text : {"C05279454", "CIA-RDP86T00303R000100010001-1"})
    CHECK_WHOLE(rules::document_number, text);
  CHECK_WHOLE(rules::stamp_date, "09/30/2012");
  CHECK_WHOLE(rules::stamp_piece, "B1");
  CHECK_WHOLE(rules::stamp_pieces, "Case No. F-2010-01234 Doc No. C05279454 Date: 09/30/2012");
}

BOOST_AUTO_TEST_CASE(every_rule_ends) {
  BOOST_TEST(tao::pegtl::analyze<rules::pieces>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::bracket>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::codes>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::stamp>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::stamp_pieces>() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
