#include "grammar/classification.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar::classification;

BOOST_AUTO_TEST_SUITE(grammar_classification)

BOOST_AUTO_TEST_CASE(levels) {
  CHECK_WHOLE(rules::top_secret, "T O P  S E C R E T");
  CHECK_WHOLE(rules::secret, "SS E C R E T");
  CHECK_WHOLE(rules::confidential, "C O N F I D E N T I A L");
  CHECK_WHOLE(rules::restricted, "RESTRICTED");
  CHECK_WHOLE(rules::sensitive, "SENSITIVE BUT UNCLASSIFIED");
  CHECK_WHOLE(rules::limited, "LIMITED OFFICIAL USE");
  CHECK_WHOLE(rules::limited, "LOU");
  CHECK_WHOLE(rules::unclassified, "UNCLAS");
  CHECK_WHOLE(rules::unclassified, "U N C L A S S I F I E D");
  CHECK_MATCH(rules::level, "S e c r e t state 068250", "S e c r e t");
  CHECK_NO_MATCH(rules::level, "SECRETARY");
}

BOOST_AUTO_TEST_CASE(sections_and_words) {
  CHECK_WHOLE(rules::section, "SECTION 01 OF 02");
  CHECK_WHOLE(rules::section, "FINAL SECTION 02 OF 02");
  CHECK_NO_MATCH(rules::section, "SECTION A OF B");
  CHECK_WHOLE(rules::section_number, "01");
  CHECK_WHOLE(rules::section_of, "02");
  CHECK_WHOLE(rules::message_number, "001851");
  CHECK_NO_MATCH(rules::message_number, "1ST");
  CHECK_WHOLE(rules::final_section, "FINAL SECTION OF 02");
  CHECK_WHOLE(rules::section, "FINAL SECTION OF 02");
  CHECK_WHOLE(rules::long_number, "341");
  CHECK_NO_MATCH(rules::long_number, "34");
  CHECK_WHOLE(rules::separator, " // ");
  CHECK_WHOLE(rules::word, "ROME");
  CHECK_WHOLE(rules::word, "SI/TK");
  CHECK_MATCH(rules::word, "SI//NF", "SI");
  CHECK_MATCH(rules::word, "SI/REL TO USA", "SI");
  CHECK_MATCH(rules::inner_stroke, "/TK", "/");
  CHECK_NO_MATCH(rules::inner_stroke, "/REL");
  CHECK_WHOLE(rules::release_start, "REL TO");
  CHECK_WHOLE(rules::release_code, "GBR");
  CHECK_NO_MATCH(rules::release_code, "LISBON");
  CHECK_MATCH(rules::release, "REL TO USA, AUS, GBR LISBON", "REL TO USA, AUS, GBR");
  CHECK_WHOLE(rules::release, "Rel UK");
  CHECK_NO_MATCH(rules::release, "RELIDO");
  CHECK_WHOLE(rules::upper_word, "TEL");
  CHECK_NO_MATCH(rules::upper_word, "Tel");
  CHECK_MATCH(rules::corrected_copy, "C O R R E C T E D  C O P Y (CAPTION)", "C O R R E C T E D  C O P Y");
  CHECK_WHOLE(rules::corrected_copy, "CORRECTED COPY");
  CHECK_NO_MATCH(rules::corrected_copy, "CORRECTED COPYING");
  CHECK_WHOLE(rules::numbered_word, "3RD");
  CHECK_MATCH(rules::item, " SECTION 01 OF 02 ROME", " SECTION 01 OF 02");
}

BOOST_AUTO_TEST_CASE(lines) {
  for (const char* line : {"C O N F I D E N T I A L SECTION 01 OF 02 ROME 001851", "UNCLAS EFTO STATE 123456",
                           "S e c r e t state 068250", "SECRET//NOFORN TEL AVIV 000123",
                           "  CONFIDENTIAL ABU DHABI 42  ", "LIMITED OFFICIAL USE STATE 195297"}) {
    CHECK_WHOLE(rules::numbered_line, line);
    CHECK_WHOLE(rules::line, line);
    CHECK_WHOLE(rules::whole, line);
  }
  for (const char* line : {"CONFIDENTIAL ROME", "SECRET", "UNCLAS"}) {
    CHECK_NO_MATCH(rules::numbered_line, line);
    CHECK_WHOLE(rules::bare_line, line);
    CHECK_WHOLE(rules::line, line);
  }
  CHECK_WHOLE(rules::first_line, "S E C R E T ARCADIA 001851");
  CHECK_WHOLE(rules::first_line, "SECRET SECTION 01 OF 02 ARCADIA 001851");
  CHECK_NO_MATCH(rules::first_line, "SECRET SECTION 02 OF 02 ARCADIA 001851");
  CHECK_NO_MATCH(rules::first_line, "SECRET FINAL SECTION OF 02 ARCADIA 001851");
  CHECK_WHOLE(rules::later_section, "FINAL SECTION OF 02");
  CHECK_WHOLE(rules::later_section, "SECTION 12");
  CHECK_NO_MATCH(rules::later_section, "SECTION 01 OF 02");
  for (const char* line :
       {"Secret talks went on in Rome", "CONFIDENTIAL talks", "CONFIDENTIAL - ENTIRE TEXT", "ROME 001851"}) {
    CHECK_NO_MATCH(rules::line, line);
  }
}

BOOST_AUTO_TEST_SUITE_END()
