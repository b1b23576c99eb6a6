#include "tests/generator/generator.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace {

using namespace cablelint::generator;

std::uint64_t fnv1a(std::string_view text, std::uint64_t hash) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(generator_test)

BOOST_AUTO_TEST_CASE(a_seed_names_the_same_cables_everywhere) {
  std::uint64_t texts = 14695981039346656037ULL, truths = texts;
  for (std::uint64_t i = 0; i < 300; ++i) {
    Recipe recipe;
    recipe.noise = static_cast<NoiseAmount>(i % 3);
    const auto cable = generate(1, i, recipe);
    texts = fnv1a(cable.text, texts);
    truths = fnv1a(to_json(cable.truth).dump(), truths);
  }
  // A change of the generator changes these numbers; another compiler or machine must not.
  BOOST_TEST(texts == 7062195040671220597ULL);
  BOOST_TEST(truths == 2230355656344149878ULL);
}

BOOST_AUTO_TEST_CASE(cables_have_the_size_asked_for) {
  for (const std::size_t wanted : {1500U, 4000U, 20000U}) {
    std::size_t bytes = 0;
    for (std::uint64_t i = 0; i < 300; ++i) {
      Recipe recipe;
      recipe.bytes = wanted;
      bytes += generate(2, i, recipe).text.size();
    }
    const std::size_t average = bytes / 300;
    BOOST_TEST(average > wanted * 3 / 4);
    BOOST_TEST(average < wanted * 4 / 3);
  }
}

BOOST_AUTO_TEST_CASE(recipes_are_followed) {
  for (std::uint64_t i = 0; i < 200; ++i) {
    Recipe recipe;
    recipe.era = Era::E;
    recipe.level = "S";
    recipe.long_lines = false;
    recipe.transmission_heading = true;
    const auto cable = generate(3, i, recipe);
    BOOST_TEST((cable.era == Era::E));
    BOOST_TEST(cable.truth.classification->level == "S");
    BOOST_TEST(cable.truth.heading.has_value());
    std::size_t line = 0;
    for (const char c : cable.text) {
      line = c == '\n' ? 0 : line + 1;
      BOOST_REQUIRE_LE(line, 90U);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_class_of_noise_occurs_in_each_of_its_eras) {
  std::set<std::string> seen;
  for (const auto era : kEras) {
    for (std::uint64_t i = 0; i < 3000; ++i) {
      Recipe recipe;
      recipe.era = era;
      recipe.noise = i % 2 == 0 ? NoiseAmount::some : NoiseAmount::all;
      recipe.bytes = 2000;
      for (const NoiseClass* noise : generate(5, i, recipe).noise)
        seen.insert(std::string(1, letter(era)) + " " + std::string(noise->name));
    }
  }
  for (const auto& noise : noise_classes()) {
    for (const char era : noise.eras)
      BOOST_TEST(seen.contains(std::string(1, era) + " " + std::string(noise.name)),
                 noise.name << " never occurs in era " << era);
  }
}

BOOST_AUTO_TEST_CASE(every_fault_can_be_planted) {
  std::set<std::string_view> rules;
  for (const auto& fault : faults()) {
    BOOST_TEST(rules.insert(fault.rule).second, fault.rule << " stands twice");
    BOOST_TEST(!fault.eras.empty());
    for (std::uint64_t i = 0; i < 20; ++i) {
      const auto cable = plant(fault, 4, i);
      BOOST_TEST(cable.text.size() > 300U);
      BOOST_TEST(fault.eras.find(static_cast<char>('A' + static_cast<int>(cable.era))) !=
                 std::string_view::npos);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
