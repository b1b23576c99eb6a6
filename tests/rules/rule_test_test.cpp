#include <cablelint/rule_test.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using cablelint::Diagnostic;
using cablelint::RuleSet;
using cablelint::RuleTestResult;

namespace {

constexpr const char* kPack = R"(
- id: ACME001
  name: has-fair
  level: note
  summary: s
  pattern: fair
  in: cable
  message: found
  flags: [a fair, {name: two, text: fair fair}]
  passes: [nothing]
- id: ACME002
  name: never
  level: note
  summary: s
  when: as_of > date("2030-01-01")
  message: as of {as_of}
  flags:
    - text
    - {name: later, text: text, as_of: 2030-01-02}
  passes:
    - text
    - {text: "x\ny", as_of: 2031-01-01}
- id: ACME003
  name: no-cases
  level: note
  summary: s
  when: 1 / (year(as_of) - 2026) > 0
  message: m
  flags: [x]
- id: ACME004
  name: of-its-time
  level: note
  summary: s
  since: 1995-10-14
  until: 2010-06-27
  when: "true"
  message: m
  flags: ["CONFIDENTIAL ROME 000001\n\nSUBJECT: FAIR"]
  passes: ["CONFIDENTIAL ROME 000001\n\nSUBJECT: FAIR"]
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(rule_test)

BOOST_AUTO_TEST_CASE(results) {
  std::vector<Diagnostic> faults;
  const auto rules = RuleSet::from_text({{"x.yaml", kPack}}, faults, false);
  for (const Diagnostic& fault : faults) BOOST_TEST_MESSAGE(to_text(fault));
  BOOST_REQUIRE(rules);
  std::string text;
  for (const RuleTestResult& result : test_rules(*rules)) {
    text +=
        result.rule->id + ' ' + std::to_string(result.cases) + (result.passed() ? " passed\n" : " failed\n");
    for (const std::string& failure : result.failures) text += failure + '\n';
  }
  BOOST_TEST(
      text ==
      "ACME001 3 passed\n"
      "ACME002 4 failed\n"
      "x.yaml:18: flags 1 must fire but did not\n"
      "x.yaml:22: passes 2 must stay silent but fired at 1:1: as of 2031-01-01\n"
      "ACME003 1 failed\n"
      "x.yaml:29: flags 1 could not be evaluated: division by zero\n"
      "x.yaml:23: the rule has no `passes`\n"
      "ACME004 2 failed\n"
      "x.yaml:38: flags 1 must fire but is not asked: the date of the cable is not certainly within since "
      "1995-10-14 and until 2010-06-27\n");
  BOOST_TEST(test_rules(*rules, {"never", "ACME003"}).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
