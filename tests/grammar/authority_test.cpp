#include "grammar/authority.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar::authority;

BOOST_AUTO_TEST_SUITE(grammar_authority)

BOOST_AUTO_TEST_CASE(labels) {
  CHECK_WHOLE(rules::classified_word, "Classified By:");
  CHECK_WHOLE(rules::classified_word, "CLASSIFIED\nBY");
  CHECK_NO_MATCH(rules::classified_word, "CLASSIFIED BYTES");
  CHECK_WHOLE(rules::classified_letters, "Classi fied");
  CHECK_WHOLE(rules::classified_letters, "CLASS IFIED");
  CHECK_NO_MATCH(rules::classified_letters, "CLASSIC");
  using by = cablelint::grammar::authority::broken<'B', 'Y'>;
  using rules_broken = rules::broken<'B', 'Y'>;
  CHECK_WHOLE(by, "b\ny");
  CHECK_WHOLE(rules_broken, "BY");
  CHECK_WHOLE(rules::reason_letters, "REA\nS0NS");
  CHECK_MATCH(rules::inline_start, "Classified By: X", "Classified By:");
  CHECK_NO_MATCH(rules::inline_start, "CLASSIFIED BY X");
  CHECK_WHOLE(rules::derived_word, "Derived From:");
  CHECK_WHOLE(rules::reason_word, "REASONS:");
  CHECK_WHOLE(rules::reason_word, "Reason");
  CHECK_MATCH(rules::start, "  Classified by X", "  Classified by");
  CHECK_MATCH(rules::start, "Derived from: X", "Derived from");
  CHECK_MATCH(rules::start, "Reason: 1.4", "Reason:");
  CHECK_NO_MATCH(rules::start, "Classified information");
  CHECK_NO_MATCH(rules::start, "REASON WHY");
}

BOOST_AUTO_TEST_CASE(reasons) {
  CHECK_WHOLE(rules::major, "1");
  CHECK_WHOLE(rules::minor, "4");
  for (const char* section : {"1.4", "1,4", "1.\n4", "1 .4"}) CHECK_WHOLE(rules::section, section);
  CHECK_NO_MATCH(rules::section, "1.45");
  CHECK_MATCH(rules::split_section, "1.\n4 (b) and (d)", "1.\n4 (b");
  CHECK_MATCH(rules::split_section, "1.\n5.D", "1.\n5.D");
  CHECK_NO_MATCH(rules::split_section, "1.\n4. Text");
  CHECK_NO_MATCH(rules::split_section, "1.\n4 members");
  CHECK_WHOLE(rules::letter, "b");
  CHECK_NO_MATCH(rules::letter, "by");
  for (const char* text : {" ", "(", ")", ",", "/", "&", "&amp;", "+", "AND", "or"})
    CHECK_WHOLE(rules::letter_separator, text);
  CHECK_NO_MATCH(rules::letter_separator, ". Next");
  for (const char* text : {"1.4 (b) and (d", "1.5(B)(D", "1.4 b/d", "1.4 (b,d", "1.4 (b&d", "1.4 (b+d",
                           "1.4 B AND D", "1.5.D", "1.4.(b", "1,4 (C", "1.4 (b (d"}) {
    CHECK_WHOLE(rules::reason, text);
  }
  CHECK_MATCH(rules::reason, "1.4 (b) and (d). The rest", "1.4 (b) and (d");
  CHECK_MATCH(rules::reason, "1.4", "1.4");
  for (const char* text :
       {"for reasons", "Reason:", "PER 1.5", "under 1.4", "FOR SECTION 1.4", "BASED ON", "E.O. 1", "1.4"})
    CHECK_WHOLE(rules::reason_intro, text);
  CHECK_WHOLE(rules::reason_intro, "PURSUANT");
}

BOOST_AUTO_TEST_CASE(names) {
  CHECK_WHOLE(rules::word, "A/DCM,");
  CHECK_MATCH(rules::by_text, "DCM Pat Example, for reasons 1.4", "DCM Pat Example, ");
  CHECK_MATCH(rules::classified_by, "Classified By: DCM Pat Example, Reasons",
              "Classified By: DCM Pat Example, ");
  CHECK_MATCH(rules::doubled_by, "Classified By: Classified by Pat", "Classified By: ");
  CHECK_MATCH(rules::from_text, "GUIDE 1, 2005 Declassify on", "GUIDE 1, 2005 ");
  CHECK_WHOLE(rules::derived_from, "Derived From: Multiple Sources");
  CHECK_MATCH(rules::part, "Derived From: X", "Derived From: X");
  CHECK_WHOLE(rules::whole, "Classified By: Classified by DCM Pat Example,\nfor reasons 1.4 (b) and (d).");
}

BOOST_AUTO_TEST_SUITE_END()
