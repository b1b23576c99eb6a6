// Fictional cables, which every machine has.

#include "tests/cases/measures.hpp"
#include "tests/support/round_trip.hpp"

namespace cablelint::tests {

std::vector<Score> generated_scores() {
  constexpr std::size_t kCables = 400;  // of each era; tests/property/round_trip_test.cpp takes more of them
  RoundTrip trip;
  std::vector<Score> scores;
  constexpr std::pair<generator::NoiseAmount, const char*> kAmounts[] = {
      {generator::NoiseAmount::none, "generated/without noise"},
      {generator::NoiseAmount::some, "generated/with some noise"},
      {generator::NoiseAmount::all, "generated/with all noise"}};
  for (const auto& [amount, name] : kAmounts) {
    Score& score = scores.emplace_back(name, 99.5);
    for (const auto era : generator::kEras) {
      for (std::uint64_t i = 0; i < kCables; ++i) {
        const std::string faults = trip.differences(era, amount, i);
        score.count(std::string(1, generator::letter(era)) + std::to_string(i), {"", faults});
      }
    }
  }
  return scores;
}

}  // namespace cablelint::tests
