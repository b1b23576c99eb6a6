#include "grammar/tags.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar::tags;

BOOST_AUTO_TEST_SUITE(grammar_tags)

BOOST_AUTO_TEST_CASE(labels) {
  for (const char* label :
       {"TAGS:", "TAGS", "TAG:", "TAS:", "TABS:", "TGS:", "TAGES:", "TAGS;", "TAGS,", "tags:"})
    CHECK_WHOLE(rules::label, label);
  CHECK_NO_MATCH(rules::label, "TAGSALE");
  CHECK_NO_MATCH(rules::label, "TAG ALONG");
}

BOOST_AUTO_TEST_CASE(items) {
  CHECK_MATCH(rules::code, "PREL, PGOV", "PREL");
  CHECK_WHOLE(rules::linked_code, "PREL");
  CHECK_WHOLE(rules::link, "[PREL](#)");
  CHECK_WHOLE(rules::link, "[PREL]");
  CHECK_NO_MATCH(rules::link, "[PREL");
  CHECK_WHOLE(rules::link, "[HUMAN\nRIGHTS](#)");
  CHECK_WHOLE(rules::html_code, "PREL");
  CHECK_WHOLE(rules::html_link, "<a href=\"/tag/PREL_0.html\">PREL</a>");
  CHECK_WHOLE(rules::html_link, "<a\nhref=\"/tag/A_0.html\">HUMAN\nRIGHTS</a>");
  CHECK_NO_MATCH(rules::html_link, "<b>PREL</b>");
  CHECK_WHOLE(rules::argument, "DOE, JANE");
  CHECK_WHOLE(rules::bracketed, "(DOE, JANE)");
  CHECK_WHOLE(rules::bracketed, "(DOE, JANE");
  CHECK_WHOLE(rules::page, "UNCLASSIFIED    PAGE 02        ARCADIA  01059  01 OF 04  281501Z");
  CHECK_WHOLE(rules::colon_label, "TAGS :");
  CHECK_NO_MATCH(rules::colon_label, "TAGS PREL");
  CHECK_WHOLE(rules::comma, ",");
  CHECK_WHOLE(rules::stray, "?");
  CHECK_MATCH(rules::item, "[PREL](#) X", "[PREL](#)");
  CHECK_WHOLE(rules::whole, "TAGS: [PREL](#), PGOV OVIP (DOE, JANE)\n GLOBAL DEFENSE ]");
}

BOOST_AUTO_TEST_SUITE_END()
