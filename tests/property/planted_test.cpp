// Cables with one fault each: the right rule finds it, and no other rule speaks.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <string>

#include "tests/generator/generator.hpp"
#include "tests/property/shipped.hpp"
#include "tests/support/proof.hpp"

namespace {

using namespace cablelint;

/// The rules of the default profile.
std::vector<const RuleInfo*> rules_in_question() {
  const RuleSet& shipped = tests::shipped_rules();
  const auto profile = std::find_if(shipped.profiles().begin(), shipped.profiles().end(),
                                    [](const Profile& each) { return each.name == kDefaultProfile; });
  BOOST_REQUIRE(profile != shipped.profiles().end());
  BOOST_TEST(profile->select.empty());
  std::vector<const RuleInfo*> rules = shipped.rules();
  std::erase_if(rules, [&](const RuleInfo* rule) {
    return std::any_of(profile->ignore.begin(), profile->ignore.end(),
                       [&](const std::string& word) { return selects(word, *rule); });
  });
  return rules;
}

/// Of a thousand cables with a fault so few may be missed, or have an unrelated finding. What is missed are
/// cables that show nothing but the year in which the law changed.
constexpr std::size_t kBorne = 4;

/// A shipped rule whose fault cannot be planted, and why.
struct Unplantable {
  std::string_view rule, reason;
};
const std::vector<Unplantable> kUnplantable = {};

}  // namespace

BOOST_AUTO_TEST_SUITE(planted_test)

BOOST_AUTO_TEST_CASE(every_rule_has_a_planted_fault) {
  const auto& faults = generator::faults();
  const auto rules = rules_in_question();
  for (const RuleInfo* rule : rules) {
    const bool planted =
        std::any_of(faults.begin(), faults.end(), [&](const auto& fault) { return fault.rule == rule->id; });
    const bool excused = std::any_of(kUnplantable.begin(), kUnplantable.end(),
                                     [&](const Unplantable& each) { return each.rule == rule->id; });
    BOOST_TEST(planted != excused,
               rule->id << " (" << rule->name
                        << (excused ? ") is said to have no fault that can be planted, but has one"
                                    : ") has no planted fault; add one to tests/generator, or say here why "
                                      "there can be none"));
  }
  for (const auto& fault : faults) {
    BOOST_TEST(
        std::any_of(rules.begin(), rules.end(), [&](const RuleInfo* rule) { return rule->id == fault.rule; }),
        "a fault is planted for " << fault.rule << ", which is no rule of the default profile");
  }
}

BOOST_AUTO_TEST_CASE(a_planted_fault_is_found_and_nothing_else) {
  tests::ProofBench bench;
  const auto faults = generator::faults();
  const std::size_t each = std::max<std::size_t>(
      1, (tests::proof_cables_wanted(200 * faults.size()) + faults.size() - 1) / faults.size());
  std::string table = "planted faults\nrule     cables  found errors warnings\n";
  std::string first_missed;
  std::size_t all_found = 0, all_errors = 0, all_warnings = 0;
  for (const auto& fault : faults) {
    std::size_t found = 0, errors = 0, warnings = 0;
    std::string missed;
    tests::FindingTally others;
    for (std::uint64_t i = 0; i < each; ++i) {
      const auto fictional = generator::plant(fault, 12, i);
      bench.read(fictional.text);
      bool right = false, error = false, warning = false;
      for (const auto& finding : bench.check(fault.as_of)) {
        if (finding.rule == fault.rule) {
          right = true;
        } else if (!tests::is_note(finding) && !tests::names(fault.companions, finding.rule)) {
          (finding.level == Severity::error ? error : warning) = true;
          others.add(finding, "cable " + std::to_string(i));
        }
      }
      found += right ? 1 : 0;
      errors += error ? 1 : 0;
      warnings += warning && !error ? 1 : 0;
      if (!right && missed.empty())
        missed = "cable " + std::to_string(i) + "\n" + fictional.text.substr(0, 1500);
    }
    table += std::string(fault.rule) + " " + tests::column(each, 8) + " " + tests::column(found, 6) + " " +
             tests::column(errors, 6) + " " + tests::column(warnings, 8) + "  " + std::string(fault.about) +
             "\n";
    if (!missed.empty()) first_missed += std::string(fault.rule) + " misses " + missed + "\n";
    if (others.count() > 0) first_missed += "beside " + std::string(fault.rule) + "\n" + others.text();
    all_found += found;
    all_errors += errors;
    all_warnings += warnings;
    BOOST_TEST((each - found) * 1000 <= kBorne * each, fault.rule << " misses " << each - found << " of "
                                                                  << each << ": " << fault.about << ", "
                                                                  << missed);
    BOOST_TEST((errors + warnings) * 1000 <= kBorne * each, "beside " << fault.rule << " (" << fault.about
                                                                      << "):\n"
                                                                      << others.text());
  }
  const std::size_t all = each * faults.size();
  BOOST_TEST_MESSAGE(table << all << " cables: " << all_found << " found by the right rule, " << all_errors
                           << " with an unrelated error, " << all_warnings << " with an unrelated warning\n"
                           << first_missed);
}

BOOST_AUTO_TEST_CASE(a_declassification_date_passes_on_its_day) {
  const RuleSet& rules = tests::shipped_rules();
  const Parser parser(rules.vocabulary());
  Cable cable;
  std::size_t dated = 0;
  for (std::uint64_t i = 0; i < 600; ++i) {
    generator::Recipe recipe;
    recipe.noise = generator::NoiseAmount::some;
    const auto fictional = generator::generate(13, i, recipe);
    const auto& line = *fictional.truth.declassification;
    if (line.kind != "date") continue;
    ++dated;
    const Day day = *parse_iso(line.date);
    const Source source = Source::borrow("cable", fictional.text);
    parser.parse(source, cable);
    for (const bool passed : {false, true}) {
      Linter linter(rules, {passed ? day : add_days(day, -1), {"DCL001"}, {}});
      std::vector<Finding> findings;
      linter.check(source, cable, findings);
      BOOST_TEST(findings.size() == (passed ? 1U : 0U), "cable " << i << ", DECL " << line.date);
    }
  }
  BOOST_TEST(dated > 100U);
}

BOOST_AUTO_TEST_SUITE_END()
