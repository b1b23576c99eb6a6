#include <cablelint/redaction.hpp>

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <cablelint/parse.hpp>

#include "tests/property/shipped.hpp"
#include "tests/property/spans.hpp"

namespace {

using namespace cablelint;

/// Each mark as "text | kind | quantity | codes (statute)".
std::string marks_in(const std::string& text) {
  static const Parser parser(tests::shipped_rules().vocabulary());
  const Source source = Source::borrow("cable", text);
  Cable cable;
  parser.parse(source, cable);
  BOOST_TEST(tests::SpanCheck(cable, text.size()).run() == "");
  std::string lines;
  for (const Redaction& redaction : cable.redactions) {
    lines += std::string(source.text(redaction.at)) + " | ";
    append_kind(lines, cable, redaction);
    lines += " | ";
    append_quantity(lines, cable, redaction);
    lines += " |";
    for (std::uint32_t i = 0; i < redaction.codes.count; ++i)
      lines += " " + std::string(cable.short_texts[redaction.codes.begin + i].view());
    if (redaction.statute) lines += " (" + std::string(source.text(redaction.statute)) + ")";
    lines += "\n";
  }
  return lines;
}

struct Case {
  const char* text;
  const char* marks;
};

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases)
    BOOST_TEST(marks_in("1. (S) He saw " + std::string(one.text) + "\n") == one.marks);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(redaction)

BOOST_AUTO_TEST_CASE(brackets) {
  check({
      {"[5 LINES NOT DECLASSIFIED]", "[5 LINES NOT DECLASSIFIED] | line | 5 lines |\n"},
      {"[less than 1 line\nnot declassified] here",
       "[less than 1 line\nnot declassified] | line | <1 line |\n"},
      {"[1-1/2 pages of text not declassfied]",
       "[1-1/2 pages of text not declassfied] | page | 1.5 pages |\n"},
      {"[31/4 lines not declassified]", "[31/4 lines not declassified] | line | 3.25? lines |\n"},
      {"[2-3/2 lines not declassified]", "[2-3/2 lines not declassified] | line | ? lines |\n"},
      {"[heading and 3 sentances (9 words) notdeclassified]",
       "[heading and 3 sentances (9 words) notdeclassified] | heading+sentence | heading + 3 sentences (9 "
       "words) |\n"},
      {"[rest of page not declassified]", "[rest of page not declassified] | page | rest of page |\n"},
      {"[7 minutes 1 second not declassified]",
       "[7 minutes 1 second not declassified] | time | 7 minutes 1 second |\n"},
      {"[3-page table not declassified]", "[3-page table not declassified] | table | table (3 pages) |\n"},
      {"[one-half page deleted]", "[one-half page deleted] | page | 0.5 page |\n"},
      {"[text not declassified and more", "[text not declassified | text |  |\n"},
      {"[2 lines declassified]", "[2 lines declassified] | line | 2 lines |\n"},
      {"[name and date deleted (b)(6), (b)(7)(C)]",
       "[name and date deleted (b)(6), (b)(7)(C)] | name+date |  | B6 B7(C)\n"},
      {"[REDACTED: 2 words]", "[REDACTED: 2 words] | word | 2 words |\n"},
      {"[E.O. 13526, section 3.3(b)(6), 25X6]",
       "[E.O. 13526, section 3.3(b)(6), 25X6] | text |  | 3.3(b)(6) 25X6\n"},
  });
}

BOOST_AUTO_TEST_CASE(parentheses) {
  check({
      {"(text not declassified) and", "(text not declassified) | text |  |\n"},
      {"(name not declassfied) (b)(6) and", "(name not declassfied) (b)(6) | name |  | B6\n"},
      {"(2 paragraphs (12 lines) not declassified)",
       "(2 paragraphs (12 lines) not declassified) | paragraph | 2 paragraphs (12 lines) |\n"},
      {"(less than 1\nline NOT DECLASSIFIED).", "(less than 1\nline NOT DECLASSIFIED) | line | <1 line |\n"},
      {"(which was not declassified) and", ""},
      {"(the text was not declassified by him and he said so)", ""},
      {"(prisoners not released) and (text released)", ""},
      {"(name deleted) and (withheld) and ended)", ""},
      {"[2 lines not declassified (and closed)]",
       "[2 lines not declassified (and closed)] | line | 2 lines |\n"},
  });
}

BOOST_AUTO_TEST_CASE(parentheses_beside_stamps) {
  BOOST_TEST(
      marks_in(
          "d) (text not declassified) and)\n\n1. (S) It ended) here.\n\nDECLASSIFIED\nSANITIZED COPY\n") ==
      "(text not declassified) | text |  |\nDECLASSIFIED | declassified |  |\n"
      "SANITIZED COPY | sanitized copy |  |\n");
}

BOOST_AUTO_TEST_CASE(brackets_of_editors) {
  for (const char* text :
       {"[sic]", "[garble]", "[Footnote in the source text.]", "[Omitted here are 2 lines on boats.]",
        "[2 lines illegible]", "[That sentence was deleted by the harbor master.]",
        "[This letter has not been declassified.]", "[PREL](#)", "[Classified]", "[text not\n\ndeclassified]",
        "[(d)]", "[]", "["})
    check({{text, ""}});
}

BOOST_AUTO_TEST_CASE(codes_alone) {
  check({
      {"(b)(6) and (b) (7) (c), (b)(7)(E).",
       "(b)(6) | code |  | B6\n(b) (7) (c), (b)(7)(E) | code |  | B7(C) B7(E)\n"},
      {"section (b)(1) and 552(b)(6), 1.4(b)(1)", ""},
      {"[2 words deleted] in it.   B3 50 USC 3024i\nB1, 1.4(b) and (d)\nB1 is a vitamin.",
       "[2 words deleted] | word | 2 words | B3 (50 USC 3024i)\nB1, 1.4(b) and (d) | code |  | B1 1.4(b) "
       "1.4(d)\n"},
      {"vitamin\nB1\n", ""},
  });
}

BOOST_AUTO_TEST_CASE(covered_words) {
  check({
      {"XXXXX and XXXX and MAXXXXX.", "XXXXX | mask | 5 characters |\n"},
      // A code behind a mask is one where it cannot be text.
      {"XXXXX B1", "XXXXX | mask | 5 characters |\n"},
      {"XXXXX (b)(6) there", "XXXXX (b)(6) | mask | 5 characters | B6\n"},
      {"XXXXX B1 visas", "XXXXX | mask | 5 characters |\n"},
      {"____ here", "____ | blank | 4 characters |\n"},
      {"\xE2\x96\x88\xE2\x96\x88 B6 there", "\xE2\x96\x88\xE2\x96\x88 B6 | block | 2 characters | B6\n"},
      {"\xE2\x96\xA0 a point", ""},
  });
}

BOOST_AUTO_TEST_CASE(stamps) {
  BOOST_TEST(
      marks_in(
          "UNCLASSIFIED U.S. Department of State Case No. F-2010-01234 Doc No. C05279454 Date: 09/30/2012\n"
          "RELEASE IN PART\nB1,1.4(D)\nB3 INA\n\nSECRET ROME 000123\n\n1. (S) Text.\n") ==
      "UNCLASSIFIED U.S. Department of State Case No. F-2010-01234 Doc No. C05279454 Date: 09/30/2012 | "
      "unclassified page |  |\n"
      "RELEASE IN PART\nB1,1.4(D)\nB3 INA | released in part |  | B1 1.4(d) B3 (INA)\n");
  BOOST_TEST(
      marks_in("SANITIZED COPY\n\nNext 3 Page(s) In Document Denied\n") ==
      "SANITIZED COPY | sanitized copy |  |\nNext 3 Page(s) In Document Denied | page denied | 3 pages |\n");
}

/// Texts are searched in steps: no cut may fall between two of them.
BOOST_AUTO_TEST_CASE(cuts_are_found_wherever_they_stand) {
  for (const std::string cut : {"[name not declassified]", "(text not declassified)", "(b)(6)", "XXXXXX",
                                "____", "\xE2\x96\x88\xE2\x96\x88"}) {
    for (std::size_t before = 0; before < 130; before += 1) {
      for (const std::size_t behind : {0, 1, 70}) {
        std::string text = "1. (S) ";
        text.append(before, 'a').append(" ").append(cut).append(behind, '.').append("\n");
        const std::string marks = marks_in(text);
        if (!marks.starts_with(cut + " |")) BOOST_ERROR(text + " has " + marks);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
