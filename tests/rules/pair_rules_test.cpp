#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/pair_faults.hpp>
#include <cablelint/redacting/verification.hpp>
#include <cablelint/rule_set.hpp>
#include <set>
#include <string>
#include <vector>

#include "support/program.hpp"
#include "tests/property/shipped.hpp"

using namespace cablelint;

BOOST_AUTO_TEST_SUITE(pair_rules_test)

BOOST_AUTO_TEST_CASE(each_kind_of_fault_has_one_rule) {
  std::set<std::string> kinds;
  for (const RuleInfo* const rule : tests::shipped_rules().pair_rules()) {
    BOOST_TEST(kinds.insert(rule->fault).second, rule->id);
    BOOST_TEST(rule->summary.ends_with('.'), rule->id);
    BOOST_TEST(!rule->help.empty(), rule->id);
  }
  for (const PairFault& fault : kPairFaults) BOOST_TEST(kinds.contains(std::string(fault.kind)), fault.kind);
  BOOST_TEST(kinds.size() == kPairFaults.size());
  std::size_t verified = 0;
  for (std::size_t i = 0; i < redacting::kFaultKinds; ++i) {
    const PairFault* const fault = pair_fault(name_of(static_cast<redacting::FaultKind>(i)));
    BOOST_REQUIRE(fault != nullptr);
    BOOST_TEST(fault->command == kVerifyCommand);
    ++verified;
  }
  BOOST_TEST(verified == static_cast<std::size_t>(std::count_if(
                             kPairFaults.begin(), kPairFaults.end(),
                             [](const PairFault& fault) { return fault.command == kVerifyCommand; })));
}

BOOST_AUTO_TEST_CASE(they_are_no_rules_of_cables) {
  const RuleSet& rules = tests::shipped_rules();
  for (const RuleInfo* const rule : rules.rules()) BOOST_TEST(rule->fault.empty(), rule->id);
  BOOST_TEST(rules.all_rules().size() == rules.rules().size() + rules.pair_rules().size());
  BOOST_TEST(rules.find("RED011") == rules.find("altered-text"));
  const tests::TemporaryFolder folder;
  BOOST_TEST(run_shell(folder, "cablelint rules list | grep RED011 | tr -s ' '").out ==
             "RED011 error altered-text The release says something else than the original.\n");
  const std::string page = run_shell(folder, "cablelint rules explain RED006").out;
  BOOST_TEST(page.find("two texts that `cablelint redactions compare` holds against each other") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(faults_of_packs) {
  const std::string begin = "- id: ACME001\n  name: a-rule\n  level: note\n  summary: s\n";
  const std::pair<std::string, std::string> rows[] = {
      {begin + "  fault: altered-txt\n", "there is no fault `altered-txt` of two texts"},
      {begin + "  fault: altered-text\n  when: \"true\"\n", "a rule with `fault` has no `when`"},
      {begin + "  fault: altered-text\n  flags: [X]\n", "a rule with `fault` has no `flags`"},
      {begin + "  fault: altered-text\n- id: ACME002\n  name: b\n  level: note\n  summary: s\n  fault: "
               "altered-text\n",
       "duplicate fault `altered-text`"},
      {begin + "  fault: altered-text\n- id: ACME002\n  name: b\n  extends: ACME001\n",
       "the rule does not say when it fires"},
  };
  for (const auto& [pack, message] : rows) {
    std::vector<Diagnostic> faults;
    BOOST_TEST(!RuleSet::from_text({{"p.yaml", pack}}, faults, false));
    BOOST_TEST(std::any_of(
                   faults.begin(), faults.end(),
                   [&](const Diagnostic& fault) { return fault.message.find(message) != std::string::npos; }),
               message << (faults.empty() ? "" : " is not " + faults.front().message));
  }
  std::vector<Diagnostic> faults;
  const auto rules = RuleSet::from_text(
      {{"p.yaml", begin + "  fault: altered-text\n"}, {"q.yaml", "overrides: {a-rule: off}\n"}}, faults,
      false);
  BOOST_REQUIRE(rules);
  BOOST_TEST(rules->find("ACME001")->off);
  BOOST_TEST(rules->rules().empty());
}

BOOST_AUTO_TEST_SUITE_END()
