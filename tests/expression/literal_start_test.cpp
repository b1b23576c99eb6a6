#include <boost/test/unit_test.hpp>
#include <cablelint/expression/literal_start.hpp>
#include <string_view>

using cablelint::expression::LiteralStart;

BOOST_AUTO_TEST_SUITE(literal_start_test)

BOOST_AUTO_TEST_CASE(what_a_pattern_begins_with) {
  struct Case {
    std::string_view pattern, letters;
    bool folds = false;
  };
  for (const Case& each : {
           Case{R"((?i:ref)\s+\(?[B-H]\b)", "ref", true},
           {R"((?i)\bend\s+summary)", "end", true},
           {"AS AMENDED", "AS AMENDED"},
           {R"(\bNARA\b)", "NARA"},
           {"(?i)EO 13526", "eo 13526", true},
           {",[sS]", ",s", true},
           {"[eE]nd of [Ss]ummary", "end of summary", true},
           {"(?i)ab[kK]", "ab", true},
           {"ab[cd]", "ab"},
           {",[sS]?", ""},
           // The last character may be absent, or repeat.
           {"abc?", "ab"},
           {"abc*d", "ab"},
           {"abc+d", "ab"},
           {"abc{2}", "ab"},
           // k and s match signs outside ASCII.
           {"(?i)release", "relea", true},
           {"(?i)mask", "ma", true},
           // Nothing is sure, or too little.
           {"", ""},
           {"a", ""},
           {"ab?", ""},
           {"[ab]cd", ""},
           {".abc", ""},
           {"^abc", ""},
           {"abc|def", ""},
           {"abc(d|e)", "abc"},
           {"abc[|]", "abc"},
           {"abc[]|]d", "abc"},
           {R"(abc\|d)", "abc"},
           {R"(abc\Q|\E)", ""},
           {"(?i:abc)?d", ""},
           {"(?i:abc){0}d", ""},
           {"(?i:abc|d)", ""},
           {"(?i:abc[0-9])?", ""},
           {"(?i:mask)x", ""},
           {"(?:abc)d", ""},
           {"(abc)d", ""},
           {"(?s)abc", ""},
           {"(?i", ""},
           {"\xC3\xA9t\xC3\xA9", ""},
       }) {
    const LiteralStart start(each.pattern);
    BOOST_TEST(start.letters() == each.letters, each.pattern);
    if (!start.empty()) BOOST_TEST(start.folds() == each.folds, each.pattern);
  }
}

BOOST_AUTO_TEST_SUITE_END()
