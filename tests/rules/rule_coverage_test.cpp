#include <cablelint/rule_coverage.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

using cablelint::Diagnostic;
using cablelint::RuleCoverage;
using cablelint::RuleSet;
using cablelint::RuleTestResult;

namespace {

/// The place and message of everything unreached, and the count behind it.
std::string covered(const std::string& check, const std::string& cases) {
  const std::string pack = "- id: ACME001\n  name: a\n  level: note\n  summary: s\n" + check + cases;
  std::vector<Diagnostic> faults;
  RuleCoverage coverage;
  const auto rules = RuleSet::from_text({{"x.yaml", pack}}, faults, true, &coverage);
  for (const Diagnostic& fault : faults) BOOST_TEST_MESSAGE(to_text(fault));
  BOOST_REQUIRE(rules);
  RuleCoverage::Count count;
  std::string text;
  for (const RuleTestResult& result : test_rules(*rules, {"ACME001"})) {
    for (Diagnostic& place : coverage.unreached(result, count)) {
      place.excerpt.clear();
      text += to_text(place, "unreached") + '\n';
    }
  }
  return text + std::to_string(count.reached) + '/' + std::to_string(count.all);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rule_coverage)

BOOST_AUTO_TEST_CASE(conditions) {
  struct Row {
    std::string check, cases, expected;
  };
  const std::string message = "  message: m\n";
  const std::string subject = "  flags: [\"SUBJECT: A BELL\"]\n";
  const std::string nothing = "  passes: [nothing]\n";
  const Row rows[] = {
      {"  when: has(cable.subject)\n" + message, subject + nothing, "3/3"},
      {"  when: has(cable.subject)\n" + message, subject,
       "x.yaml:5:9: unreached: no case of ACME001 makes this false\n2/3"},
      {"  when: has(cable.subject)\n" + message, nothing,
       "x.yaml:1:3: unreached: no case fires ACME001\n"
       "x.yaml:5:9: unreached: no case of ACME001 makes this true\n1/3"},
      // Operands count, in a block scalar too; what is never asked is listed once.
      {"  when: >-\n    has(cable.subject)\n    && !(cable.subject.text.contains(\"A\")\n"
       "      || cable.subject.text == \"B\")\n" +
           message,
       subject + nothing,
       "x.yaml:1:3: unreached: no case fires ACME001\n"
       "x.yaml:7:10: unreached: no case of ACME001 makes this false\n"
       "x.yaml:8:10: unreached: no case of ACME001 evaluates this\n3/7"},
      // Both arms of a choice, wherever it stands, and the bodies of macros.
      {"  when: \"has(cable.subject)\"\n  at: \"size(cable.tags) > 0 ? cable.subject.text : cable.text\"\n"
       "  message: \"{cable.tags.exists(t, has(t.code)) && true ? 1 : 2}\"\n",
       subject + nothing,
       "x.yaml:6:8: unreached: no case of ACME001 makes this true\n"
       "x.yaml:7:14: unreached: no case of ACME001 makes this true\n5/7"},
      {"  when: cable.tags.exists(t, t.code == \"PREL\")\n" + message, subject + nothing,
       "x.yaml:1:3: unreached: no case fires ACME001\n"
       "x.yaml:5:9: unreached: no case of ACME001 makes this true\n"
       "x.yaml:5:30: unreached: no case of ACME001 enters this\n1/4"},
      {"  for: 't in has(cable.subject) && size(cable.tags) > 0 ? cable.tags : []'\n" + message,
       subject + nothing,
       "x.yaml:1:3: unreached: no case fires ACME001\n"
       "x.yaml:5:36: unreached: no case of ACME001 makes this true\n3/5"},
      // Whether the tables have something does not depend on cables.
      {"  for: t in cable.tags\n  when: t.code in vocabulary.tags && has(vocabulary.tags[t.code].kind)\n" +
           message,
       "  flags: [\"TAGS: PREL, XXQQ\"]\n", "4/4"},
      {"  when: has(cable.subject)\n  levels: [{when: size(cable.tags) > 0, level: error}]\n" + message,
       subject + nothing, "x.yaml:6:19: unreached: no case of ACME001 makes this true\n4/5"},
  };
  for (const Row& row : rows) BOOST_TEST(covered(row.check, row.cases) == row.expected, row.check);
}

BOOST_AUTO_TEST_CASE(every_branch_of_the_shipped_rules) {
  std::vector<Diagnostic> faults;
  RuleCoverage coverage;
  auto rules = RuleSet::load({}, faults, &coverage);
  BOOST_REQUIRE(rules);
  BOOST_REQUIRE(rules->load_cases().empty());
  RuleCoverage::Count count;
  for (const RuleTestResult& result : test_rules(*rules)) {
    for (const Diagnostic& place : coverage.unreached(result, count)) {
      BOOST_ERROR(to_text(place, "unreached"));
    }
  }
  BOOST_TEST(count.reached == count.all);
  BOOST_TEST(count.all > 1000U);
}

BOOST_AUTO_TEST_SUITE_END()
