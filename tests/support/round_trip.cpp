#include "tests/support/round_trip.hpp"

#include <boost/test/unit_test.hpp>
#include <cablelint/cable_json.hpp>
#include <cablelint/source.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "tests/generator/observe.hpp"
#include "tests/property/shipped.hpp"

namespace cablelint::tests {

std::size_t round_trips_wanted() {
  const char* wanted = std::getenv("CABLELINT_ROUND_TRIPS");
  if (wanted == nullptr) return 1000;
  BOOST_TEST_MESSAGE("CABLELINT_ROUND_TRIPS: " << wanted << " cables per era and noise instead of 1000");
  return static_cast<std::size_t>(std::strtoull(wanted, nullptr, 10));
}

RoundTrip::RoundTrip() : parser_(shipped_rules().vocabulary()) {}

std::string RoundTrip::differences(generator::Era era, generator::NoiseAmount noise, std::uint64_t index) {
  generator::Recipe recipe;
  recipe.era = era;
  recipe.noise = noise;
  recipe.bytes = 2000;
  return differences(generator::generate(kSeed, index, recipe));
}

std::string RoundTrip::differences(const generator::FictionalCable& cable) {
  const Source source = Source::borrow("cable", cable.text);
  parser_.parse(source, cable_);
  json_.clear();
  append_json(json_, source, cable_);
  const auto found = generator::truth_shape(nlohmann::ordered_json::parse(json_));
  return generator::differences(generator::to_json(cable.truth), found);
}

}  // namespace cablelint::tests
