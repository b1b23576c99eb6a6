#include <boost/test/unit_test.hpp>
#include <cablelint/cable_json.hpp>
#include <cablelint/parse.hpp>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/generator/generator.hpp"
#include "tests/generator/observe.hpp"
#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;
using generator::NoiseAmount;

// To see a cable: cablelint_generate --seed 1973 --bytes 2000 --era E --noise some --count N, and its last
// file.
constexpr std::uint64_t kSeed = 1973;

std::size_t cables_wanted() {
  const char* wanted = std::getenv("CABLELINT_ROUND_TRIPS");
  if (wanted == nullptr) return 1000;
  BOOST_TEST_MESSAGE("CABLELINT_ROUND_TRIPS: " << wanted << " cables per era and noise instead of 1000");
  return static_cast<std::size_t>(std::strtoull(wanted, nullptr, 10));
}

/// Differences by member: how often, and the first of them with its cable.
class Tally {
 public:
  void add(std::uint64_t cable, const std::string& differences) {
    std::istringstream lines(differences);
    for (std::string line; std::getline(lines, line);) {
      std::string member = line.substr(0, line.find(": expected"));
      std::erase_if(member, [](char c) { return c >= '0' && c <= '9'; });
      auto& [count, example] = members_[member];
      if (count++ == 0) example = "cable " + std::to_string(cable) + ": " + line.substr(0, 300);
    }
  }
  [[nodiscard]] std::string text() const {
    std::string out;
    for (const auto& [member, seen] : members_)
      out += "  " + std::to_string(seen.first) + " x " + member + ", " + seen.second + "\n";
    return out;
  }

 private:
  std::map<std::string, std::pair<std::size_t, std::string>> members_;
};

void round_trip(generator::Era era, NoiseAmount noise) {
  const Parser parser(tests::shipped_rules().vocabulary());
  Cable cable;
  std::string json;
  std::size_t wrong = 0;
  Tally tally;
  const std::size_t count = cables_wanted();
  for (std::uint64_t i = 0; i < count; ++i) {
    generator::Recipe recipe;
    recipe.era = era;
    recipe.noise = noise;
    recipe.bytes = 2000;
    const auto fictional = generator::generate(kSeed, i, recipe);
    const Source source = Source::borrow("cable", fictional.text);
    parser.parse(source, cable);
    json.clear();
    append_json(json, source, cable);
    const auto found = generator::truth_shape(nlohmann::ordered_json::parse(json));
    const std::string faults = generator::differences(generator::to_json(fictional.truth), found);
    if (faults.empty()) continue;
    ++wrong;
    tally.add(i, faults);
  }
  BOOST_TEST(wrong == 0, wrong << " of " << count
                               << " cables are read otherwise than they were written (seed " << kSeed
                               << "):\n"
                               << tally.text());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(round_trip_test)

BOOST_AUTO_TEST_CASE(clean_cables) {
  for (const auto era : generator::kEras)
    BOOST_TEST_CONTEXT("era " << static_cast<char>('A' + static_cast<int>(era)))
  round_trip(era, NoiseAmount::none);
}

BOOST_AUTO_TEST_CASE(cables_with_some_noise) {
  for (const auto era : generator::kEras)
    BOOST_TEST_CONTEXT("era " << static_cast<char>('A' + static_cast<int>(era)))
  round_trip(era, NoiseAmount::some);
}

BOOST_AUTO_TEST_CASE(cables_with_all_noise) {
  for (const auto era : generator::kEras)
    BOOST_TEST_CONTEXT("era " << static_cast<char>('A' + static_cast<int>(era)))
  round_trip(era, NoiseAmount::all);
}

BOOST_AUTO_TEST_SUITE_END()
