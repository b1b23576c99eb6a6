// What an audit counts as overdue is what the rule of past dates reports.

#include <boost/test/unit_test.hpp>
#include <cablelint/audit/cable_facts.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <string>
#include <vector>

#include "tests/generator/generator.hpp"
#include "tests/property/shipped.hpp"

using namespace cablelint;

BOOST_AUTO_TEST_SUITE(overdue_test)

BOOST_AUTO_TEST_CASE(as_many_as_the_rule_reports) {
  constexpr std::uint64_t kSeed = 23;
  constexpr std::uint64_t kEach = 300;
  const RuleSet& rules = tests::shipped_rules();
  const Day as_of = *parse_iso("2005-06-01");
  const Parser parser(rules.vocabulary());
  Linter linter(rules, {as_of, {"DCL001"}, {}});
  Cable cable;
  std::vector<Finding> findings;
  std::size_t overdue = 0;
  std::size_t cables = 0;
  for (const generator::Era era : generator::kEras) {
    for (const auto noise : {generator::NoiseAmount::none, generator::NoiseAmount::all}) {
      for (std::uint64_t index = 0; index < kEach; ++index) {
        generator::Recipe recipe;
        recipe.era = era;
        recipe.noise = noise;
        const std::string text = generator::generate(kSeed, index, recipe).text;
        const Source source = Source::borrow("cable", text);
        parser.parse(source, cable);
        findings.clear();
        linter.check(source, cable, findings);
        const bool counted = audit::facts_of(source, cable, rules.vocabulary(), as_of).overdue;
        if (counted != !findings.empty()) BOOST_ERROR(text);
        overdue += counted ? 1 : 0;
        ++cables;
      }
    }
  }
  BOOST_TEST(overdue > cables / 20);
  BOOST_TEST(overdue < cables);
}

BOOST_AUTO_TEST_SUITE_END()
