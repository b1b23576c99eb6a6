#include "grammar/subject.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar::subject;

BOOST_AUTO_TEST_SUITE(grammar_subject)

BOOST_AUTO_TEST_CASE(field) {
  for (const char* label : {"SUBJECT:", "SUBJ:", "Subject", "SUBJECT;"}) CHECK_WHOLE(rules::label, label);
  CHECK_NO_MATCH(rules::label, "SUBJECTIVE");
  CHECK_WHOLE(rules::colon_label, "SUBJ:");
  CHECK_NO_MATCH(rules::colon_label, "SUBJECT TO REVIEW");
  CHECK_WHOLE(rules::mark, "(C)");
  CHECK_WHOLE(rules::text, "ANYTHING AT ALL\nAND MORE");
  CHECK_WHOLE(rules::whole, "SUBJECT: (U) HARBOUR LIGHTS\nOF ARCADIA");
}

BOOST_AUTO_TEST_SUITE_END()
