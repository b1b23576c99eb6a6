#include "grammar/mark.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar::mark;

BOOST_AUTO_TEST_SUITE(grammar_mark)

BOOST_AUTO_TEST_CASE(pieces) {
  for (const char* level : {"TOP SECRET", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "UNCLAS", "RESTRICTED"}) {
    CHECK_WHOLE(rules::long_level, level);
    CHECK_WHOLE(rules::level, level);
    CHECK_WHOLE(rules::entire_level, level);
  }
  for (const char* level : {"TS", "SBU", "LOU", "FOUO"}) {
    CHECK_WHOLE(rules::short_level, level);
    CHECK_WHOLE(rules::level, level);
  }
  for (const char* level : {"S", "C", "U", "R", "c"}) {
    CHECK_WHOLE(rules::letter, level);
    CHECK_WHOLE(rules::level, level);
  }
  CHECK_NO_MATCH(rules::level, "SNF");
  CHECK_WHOLE(rules::level_letter, "N");
  CHECK_NO_MATCH(rules::level_letter, "A");
  CHECK_WHOLE(rules::separator, " // ");
  CHECK_WHOLE(rules::token, "OC-USGOV");
  CHECK_WHOLE(rules::joined, ",");
  CHECK_WHOLE(rules::release, "REL TO USA, GBR");
  CHECK_WHOLE(rules::release, "REL UK");
  CHECK_WHOLE(rules::release, "DISPLAY ONLY");
  CHECK_NO_MATCH(rules::release, "RELIDO");
  CHECK_WHOLE(rules::control, "NF");
}

BOOST_AUTO_TEST_CASE(marks) {
  for (const char* mark : {"(C)", "( C )", "(C )", "(S/NF)", "(S//NF)", "(S NF)", "(S-NF)",
                           "(SECRET/REL FRANCE)", "(SBU)", "(SBU/NF)", "(TS//SI/TK//OC/NF)", "(c)"}) {
    CHECK_WHOLE(rules::marked, mark);
    CHECK_WHOLE(rules::any, mark);
  }
  CHECK_WHOLE(rules::readable, "S/NF");
  CHECK_WHOLE(rules::inside, "S/NF");
  for (const char* mark : {"(N/SF)", "(SNF)", "(/REL UK)"}) {
    CHECK_NO_MATCH(rules::marked, mark);
    CHECK_WHOLE(rules::garbled, mark);
    CHECK_WHOLE(rules::any, mark);
  }
  CHECK_WHOLE(rules::garbled_inside, "N/SF");
  CHECK_MATCH(rules::unopened, "C) Text", "C)");
  CHECK_MATCH(rules::any, "S/NF) Text", "S/NF)");
  for (const char* text : {"(Note: see below)", "(NATO)", "(A)", "(see C)", "()"})
    CHECK_NO_MATCH(rules::any, text);
}

BOOST_AUTO_TEST_CASE(entire_text) {
  for (const char* text : {"C - ENTIRE TEXT.", "(S-ENTIRE TEXT)", "CONFIDENTIAL - ENTIRE TEXT",
                           "(C) - ENTIRE TEXT.", "(C - Entire text.)"}) {
    CHECK_MATCH(
        rules::entire_text, text,
        std::string_view(text).ends_with(".)") ? std::string("(C - Entire text") + "." : std::string(text));
  }
  CHECK_NO_MATCH(rules::entire_text, "C - ENTIRELY");
}

BOOST_AUTO_TEST_SUITE_END()
