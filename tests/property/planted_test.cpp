#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <string>

#include "tests/generator/generator.hpp"
#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;

struct Bench {
  // Before every generated cable: no declassification date has passed.
  Bench()
      : parser(tests::shipped_rules().vocabulary()),
        linter(tests::shipped_rules(), {*parse_iso("1973-01-01"), {}, {}}) {}

  std::vector<Finding> check(const std::string& text) {
    const Source source = Source::borrow("cable", text);
    parser.parse(source, cable);
    std::vector<Finding> findings;
    linter.check(source, cable, findings);
    return findings;
  }

  Parser parser;
  Linter linter;
  Cable cable;
};

std::string shown(const Finding& f) {
  return std::to_string(f.line) + ":" + std::to_string(f.column) + " " + f.rule + " " + f.message;
}

bool names(std::string_view list, std::string_view rule) {
  return list.find(rule) != std::string_view::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(planted_test)

BOOST_AUTO_TEST_CASE(sound_cables_have_neither_error_nor_warning) {
  Bench bench;
  for (const auto era : generator::kEras) {
    for (const auto noise :
         {generator::NoiseAmount::none, generator::NoiseAmount::some, generator::NoiseAmount::all}) {
      std::size_t wrong = 0;
      for (std::uint64_t i = 0; i < 800; ++i) {
        generator::Recipe recipe;
        recipe.era = era;
        recipe.noise = noise;
        recipe.bytes = 2000;
        const auto fictional = generator::generate(11, i, recipe);
        for (const auto& finding : bench.check(fictional.text)) {
          // Noise is worth a note, unless its class says that it breaks a rule.
          const bool expected =
              std::any_of(fictional.noise.begin(), fictional.noise.end(),
                          [&](const auto* n) { return names(n->companions, finding.rule); });
          if (finding.level == Severity::note || expected || ++wrong > 3) continue;
          BOOST_ERROR("era " << static_cast<char>('A' + static_cast<int>(era)) << " cable " << i << ": "
                             << shown(finding) << "\n"
                             << fictional.text.substr(0, 1500));
        }
      }
      BOOST_TEST(wrong == 0, wrong << " findings in sound cables");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_planted_fault_is_found_and_nothing_else) {
  Bench bench;
  for (const auto& fault : generator::faults()) {
    const RuleInfo* rule = tests::shipped_rules().find(fault.rule);
    if (rule == nullptr) {
      BOOST_TEST_MESSAGE("not shipped: " << fault.rule);
      continue;
    }
    std::size_t missed = 0, others = 0;
    for (std::uint64_t i = 0; i < 200; ++i) {
      const auto fictional = generator::plant(fault, 12, i);
      bool found = false;
      std::string more;
      for (const auto& finding : bench.check(fictional.text)) {
        if (finding.rule == fault.rule) {
          found = true;
        } else if (finding.level != Severity::note && !names(fault.companions, finding.rule)) {
          more += "\n  " + shown(finding);
        }
      }
      if (!found && ++missed == 1)
        BOOST_ERROR(fault.rule << " misses: " << fault.about << ", cable " << i << "\n"
                               << fictional.text.substr(0, 1500));
      if (!more.empty() && ++others == 1)
        BOOST_ERROR("beside " << fault.rule << " (" << fault.about << ") in cable " << i << ":" << more
                              << "\n"
                              << fictional.text.substr(0, 1500));
    }
    BOOST_TEST(missed == 0, fault.rule << " misses " << missed << " of 200");
    BOOST_TEST(others == 0, "other findings beside " << fault.rule << " in " << others << " of 200");
  }
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
