#include "grammar/references.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar::references;

BOOST_AUTO_TEST_SUITE(grammar_references)

BOOST_AUTO_TEST_CASE(labels) {
  for (const char* word : {"REF", "REFS", "REFTEL", "REFTELS", "REF(S)", "REFERENCE", "REFERENCES"}) {
    CHECK_WHOLE(rules::label_word, word);
    CHECK_WHOLE(rules::label, std::string(word) + ":");
    CHECK_WHOLE(rules::colon_label, std::string(word) + ":");
    CHECK_WHOLE(rules::start, std::string(word) + ":");
  }
  CHECK_NO_MATCH(rules::label, "REFORM");
  CHECK_MATCH(rules::start, "REF A) STATE 1", "REF A)");
  CHECK_MATCH(rules::start, "REF STATE 1", "REF STATE 1");
  CHECK_NO_MATCH(rules::start, "REF A REPORTS");
  CHECK_MATCH(rules::item_start, "REF A) ROME 12", "REF A) R");
  CHECK_WHOLE(rules::glued_label, "REFS:");
  CHECK_WHOLE(rules::pilcrow, "\xC2\xB6");
  CHECK_WHOLE(rules::letter, "A");
  for (const char* label : {"A)", "(A)", "A.", "A:", "A).", "[B]"}) CHECK_WHOLE(rules::item_label, label);
  CHECK_NO_MATCH(rules::item_label, "A.B");
  CHECK_NO_MATCH(rules::item_label, "AB)");
}

BOOST_AUTO_TEST_CASE(items) {
  for (const char* year : {"03", "2003", "'03"}) CHECK_WHOLE(rules::year, year);
  CHECK_WHOLE(rules::origin_word, "D'AVRIL");
  CHECK_MATCH(rules::origin, "TEL AVIV 123", "TEL AVIV");
  CHECK_MATCH(rules::origin, "PANAMA AND STATE", "PANAMA");
  CHECK_NO_MATCH(rules::origin, "OF MAY");
  for (const char* word : {"AND", "OF", "DATED", "ON", "FROM", "IIR", "UNSCR", "EMAIL", "E-MAIL", "MEMO",
                           "LETTER", "TELCON", "FAX", "JUNE 3"})
    CHECK_WHOLE(rules::not_a_post, word);
  CHECK_NO_MATCH(rules::not_a_post, "OFFENBURG");
  CHECK_WHOLE(rules::number, "51767");
  CHECK_NO_MATCH(rules::number, "3/4");
  CHECK_WHOLE(rules::note, "NOTAL");
  CHECK_WHOLE(rules::notes, " (NOTAL)");
  CHECK_MATCH(rules::cable, "03 PANAMA 470 (NOTAL) (EXDIS) B)", "03 PANAMA 470 (NOTAL) (EXDIS)");
  CHECK_WHOLE(rules::cable, "STATE\n26179");
  for (const char* word : {"JUNE", "JUN", "September"}) CHECK_WHOLE(rules::month_word, word);
  CHECK_NO_MATCH(rules::month_word, "JUNEAU");
  CHECK_WHOLE(rules::number_join, ": ");
  CHECK_WHOLE(rules::number_join, " #");
  CHECK_WHOLE(rules::saint, "ST.");
  CHECK_WHOLE(rules::plain_word, "ROME");
  CHECK_WHOLE(rules::origin, "ST. PETERSBURG");
  for (const char* word : {"CABLE", "CABLES", "TELEGRAM"}) CHECK_WHOLE(rules::cable_word, word);
  CHECK_WHOLE(rules::year_behind, "91");
  CHECK_WHOLE(rules::year_suffix, "-91");
  CHECK_NO_MATCH(rules::year_suffix, "-911");
  CHECK_WHOLE(rules::run_on, "HK05511");
  CHECK_NO_MATCH(rules::run_on, "B52");
  CHECK_WHOLE(rules::run_on_number, "05511");
  CHECK_WHOLE(rules::run_on_cable, "HK05511");
  CHECK_WHOLE(rules::cable, "QUITO 4525-91");
  CHECK_WHOLE(rules::more, "/935");
  CHECK_NO_MATCH(rules::more, "/35");
  CHECK_WHOLE(rules::year_join, "-");
  CHECK_WHOLE(rules::glued, "09CAIRO0561");
  CHECK_WHOLE(rules::spaced, "10-OTTAWA-57");
  CHECK_WHOLE(rules::continuation, "TRIPOLI 00000402 \n\n001.2 OF 003");
  CHECK_NO_MATCH(rules::continuation, "TRIPOLI 402");
  CHECK_WHOLE(rules::page, "CONFIDENTIAL PAGE 02 ROME 01196 01 OF 02 082030Z");
  CHECK_WHOLE(rules::more_number, "34");
  CHECK_WHOLE(rules::more, " AND 34");
  CHECK_WHOLE(rules::more, ", 34 (NOTAL)");
  CHECK_NO_MATCH(rules::more, ", 05 PANAMA 470");
  CHECK_WHOLE(rules::separator, "AND");
  CHECK_MATCH(rules::other_text, "E-MAIL OF MAY 3; B) X", "E-MAIL OF MAY 3");
  CHECK_MATCH(rules::other, "E-MAIL B) X", "E-MAIL");
  CHECK_MATCH(rules::item, "A) STATE 1", "A)");
  CHECK_WHOLE(rules::whole, "REF: A) TIRANA 532 (NOTAL) B) STATE 51767 AND 51768\n C. E-MAIL OF MAY 3");
}

BOOST_AUTO_TEST_SUITE_END()
