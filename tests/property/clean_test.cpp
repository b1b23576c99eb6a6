// Cables without a fault, of every era, size and layout: nothing may be said about them.

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cablelint/calendar.hpp>
#include <string>

#include "tests/generator/generator.hpp"
#include "tests/support/proof.hpp"

namespace {

using namespace cablelint;
using generator::FictionalCable;
using generator::NoiseAmount;

constexpr std::uint64_t kSeed = 11;
constexpr std::string_view kToday = "2026-01-01";
/// Of a thousand cables with noise so many findings are borne: noise upon noise leaves some cables that break
/// a rule. Without noise there is none.
constexpr std::size_t kBorne = 2;

constexpr std::array<std::pair<NoiseAmount, const char*>, 3> kAmounts{
    {{NoiseAmount::none, "none"}, {NoiseAmount::some, "some"}, {NoiseAmount::all, "all "}}};

/// Every size with every layout in turn.
FictionalCable sound_cable(generator::Era era, NoiseAmount noise, std::uint64_t index) {
  constexpr std::array<std::size_t, 4> kBytes{800, 2000, 5000, 12000};
  generator::Recipe recipe;
  recipe.era = era;
  recipe.noise = noise;
  recipe.bytes = kBytes[index % 4];
  recipe.long_lines = index / 4 % 2 == 0;
  recipe.transmission_heading = index / 8 % 2 == 0;
  return generator::generate(kSeed, index, recipe);
}

bool is_companion(const FictionalCable& cable, const Finding& finding) {
  return std::any_of(cable.noise.begin(), cable.noise.end(),
                     [&](const auto* noise) { return tests::names(noise->companions, finding.rule); });
}

/// Whether time alone explains the finding: the date of declassification has passed, or the twenty-five years
/// of automatic declassification.
bool is_due(const FictionalCable& cable, const Finding& finding, std::string_view as_of) {
  const auto& line = cable.truth.declassification;
  if (finding.rule == "DCL001") return line && !line->date.empty() && line->date <= as_of;
  if (finding.rule != "DCL018" || !cable.truth.date) return false;
  const int year = std::stoi(cable.truth.date->date.substr(0, 4));
  return year + 25 < std::stoi(std::string(as_of.substr(0, 4)));
}

/// What was found in the cables of one era with one amount of noise.
struct Tallies {
  tests::FindingTally sent;   // before the cables were sent
  tests::FindingTally today;  // further ones that time does not explain
  std::size_t companions = 0, due = 0;
};

Tallies check_cables(tests::ProofBench& bench, generator::Era era, NoiseAmount noise, std::size_t count) {
  Tallies tallies;
  for (std::uint64_t i = 0; i < count; ++i) {
    const FictionalCable fictional = sound_cable(era, noise, i);
    const std::string name = "cable " + std::to_string(i);
    bench.read(fictional.text);
    for (const Finding& finding : bench.check()) {
      if (tests::is_note(finding)) continue;
      if (is_companion(fictional, finding)) {
        ++tallies.companions;
      } else {
        tallies.sent.add(finding, name);
      }
    }
    for (const Finding& finding : bench.check(kToday)) {
      if (tests::is_note(finding) || is_companion(fictional, finding)) continue;
      if (is_due(fictional, finding, kToday)) {
        ++tallies.due;
      } else {
        tallies.today.add(finding, name);
      }
    }
  }
  return tallies;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(clean_test)

BOOST_AUTO_TEST_CASE(sound_cables_have_neither_error_nor_warning) {
  tests::ProofBench bench;
  const std::size_t groups = std::size(generator::kEras) * kAmounts.size();
  const std::size_t each =
      std::max<std::size_t>(1, (tests::proof_cables_wanted(14400) + groups - 1) / groups);
  std::string table =
      "sound cables: errors and warnings before they were sent, of their noise, on 2026-01-01, and those "
      "that "
      "time explains\n"
      "era noise   cables   errors warnings of noise   2026 of time\n";
  std::string found;
  std::size_t all = 0;
  for (const auto era : generator::kEras) {
    for (const auto& [noise, word] : kAmounts) {
      const Tallies tallies = check_cables(bench, era, noise, each);
      const std::string group = std::string(1, generator::letter(era)) + "   " + word;
      table += group + "  " + tests::column(each, 8) + " " + tests::column(tallies.sent.errors(), 8) + " " +
               tests::column(tallies.sent.warnings(), 8) + " " + tests::column(tallies.companions, 8) + " " +
               tests::column(tallies.today.count(), 6) + " " + tests::column(tallies.due, 7) + "\n";
      all += tallies.sent.count();
      for (const auto* tally : {&tallies.sent, &tallies.today}) {
        if (!tally->text().empty()) found += group + "\n" + tally->text();
        const std::size_t borne = noise == NoiseAmount::none ? 0 : kBorne;
        BOOST_TEST(tally->count() * 1000 <= borne * each, "findings in sound cables, " << group << " (seed "
                                                                                       << kSeed << "):\n"
                                                                                       << tally->text());
      }
    }
  }
  BOOST_TEST_MESSAGE(table << all << " in " << each * groups << " cables\n" << found);
}

BOOST_AUTO_TEST_SUITE_END()
