#include "grammar/declassification.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar::declassification;

BOOST_AUTO_TEST_SUITE(grammar_declassification)

BOOST_AUTO_TEST_CASE(where_it_starts) {
  CHECK_WHOLE(rules::order, "12958");
  CHECK_WHOLE(rules::order, "1295");
  CHECK_NO_MATCH(rules::order, "123");
  for (const char* tag : {"E.O. ", "EO ", "E.O.", "E.o. ", "E. O. ", "E.0. "}) CHECK_WHOLE(rules::tag, tag);
  for (const char* word : {"DECL", "Decl", "DECLl", "DECLAS", "DECLASSIFY ON"}) {
    CHECK_WHOLE(rules::decl_word, word);
    CHECK_WHOLE(rules::decl, word);
  }
  CHECK_NO_MATCH(rules::decl_word, "DECLINE");
  CHECK_MATCH(rules::start, "E.O. 12958 DECL", "E.O. 12958");
  for (const char* text :
       {"E.O. 12958 REASONS 1.4 (b)", "E.O.12958 REA\nSONS", "E.O. 12958 1.4 (b)", "E.O. 12958 1.\n4"})
    CHECK_NO_MATCH(rules::start, text);
  CHECK_MATCH(rules::reasons_behind, " REASONS", " REA");
  CHECK_NO_MATCH(rules::reasons_behind, " 1.5.2010");
  CHECK_WHOLE(rules::colon, " : ");
  CHECK_MATCH(rules::start, "E.O. 12958: DECL: 04/26/2014", "E.O. 12958");
  CHECK_MATCH(rules::start, "DECL: 04/26/2014", "DECL: 0");
  CHECK_NO_MATCH(rules::start, "EON 1234");
  CHECK_NO_MATCH(rules::start, "DECLINE IN EXPORTS");
}

BOOST_AUTO_TEST_CASE(bodies) {
  for (const char* text : {"N/A", "NA"}) CHECK_WHOLE(rules::not_applicable, text);
  CHECK_NO_MATCH(rules::not_applicable, "NATO");
  for (const char* text : {"X1", "1.6X5", "x8"}) CHECK_WHOLE(rules::exemption, text);
  CHECK_NO_MATCH(rules::exemption, "X9");
  for (const char* text : {"25X1", "50X1-HUM", "75X9"}) CHECK_WHOLE(rules::numbered_code, text);
  CHECK_WHOLE(rules::oadr, "OADR");
  CHECK_WHOLE(rules::manual_review, "MR");
  CHECK_WHOLE(rules::manual_review, "MANUAL REVIEW");
  CHECK_NO_MATCH(rules::manual_review, "MRX");
  CHECK_WHOLE(rules::code, "25X1");
  CHECK_WHOLE(rules::code_separator, ", ");
  CHECK_WHOLE(rules::code_date, "12/31/2040");
  CHECK_WHOLE(rules::codes, "X1, X5");
  CHECK_WHOLE(rules::codes, "25X1, 12/31/2040");
  CHECK_WHOLE(rules::codes, "25X1, UPON CLOSURE OF THE POST");
  CHECK_MATCH(rules::codes, "25X1, SEE BELOW", "25X1");
  CHECK_WHOLE(rules::event_begins, "UPON");
  CHECK_WHOLE(rules::code_event, "AFTER THE TALKS");
  for (const char* text : {"GDS", "XGDS-1", "ADS", "RDS-1", "XGDS 2"})
    CHECK_WHOLE(rules::schedule_word, text);
  CHECK_NO_MATCH(rules::schedule_word, "ADSORB");
  CHECK_WHOLE(rules::schedule_date, "6/5/99");
  CHECK_WHOLE(rules::schedule, "RDS-1 6/5/99");
  CHECK_MATCH(rules::schedule, "GDS 8/12/85 (EXAMPLE, PAT) OR-M", "GDS 8/12/85");
  for (const char* text : {"+10 YEARS", "10Y", "10 YRS."}) CHECK_WHOLE(rules::offset, text);
  CHECK_NO_MATCH(rules::offset, "10 YEARS AFTER THE FAIR");
  CHECK_WHOLE(rules::offset_years, "10");
  CHECK_WHOLE(rules::downgrade, "DNG: CO 06/13/2011");
  CHECK_WHOLE(rules::downgrade_level, "CO");
  CHECK_WHOLE(rules::downgrade_date, "06/13/2011");
  CHECK_WHOLE(rules::decl_date, "04/26/2014");
  CHECK_WHOLE(rules::event, "CLOSURE OF THE FAIR");
  CHECK_MATCH(rules::body, "OADR", "OADR");
  CHECK_WHOLE(rules::amended, ", AS AMENDED");
  CHECK_WHOLE(rules::line_order, "12958");
  CHECK_MATCH(rules::prefix, "E.O. 12958: DECL: 04/26/2014", "E.O. 12958: DECL: ");
  CHECK_MATCH(rules::prefix, "E.O. 12958 (AS AMENDED): DECL: DECL: X1",
              "E.O. 12958 (AS AMENDED): DECL: DECL: ");
  for (const char* line : {"E.O. 12958: DECL: 04/26/2014", "EO 12356 DECL OADR", "E.O. 11652: XGDS-1",
                           "E.O. 12958:", "DECL: MR", "E.O. 12958: DNG: CO 06/13/2011 DECL: 06/13/2016"}) {
    CHECK_WHOLE(rules::whole, line);
  }
}

BOOST_AUTO_TEST_SUITE_END()
