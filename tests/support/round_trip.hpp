#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/parse.hpp>
#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/generator/generator.hpp"

namespace cablelint::tests {

/// Fictional cables per era and amount of noise: 1000, or what the environment variable CABLELINT_ROUND_TRIPS
/// says.
[[nodiscard]] std::size_t round_trips_wanted();

/// Reads fictional cables back.
class RoundTrip {
 public:
  // To see a cable: cablelint_generate --seed 1973 --bytes 2000 --era E --noise some --count N, and its last
  // file.
  static constexpr std::uint64_t kSeed = 1973;

  RoundTrip();
  /// One line for each field that is read otherwise than it was written; empty when there is none.
  [[nodiscard]] std::string differences(generator::Era era, generator::NoiseAmount noise,
                                        std::uint64_t index);
  [[nodiscard]] std::string differences(const generator::FictionalCable& cable);

 private:
  Parser parser_;
  Cable cable_;
  std::string json_;
};

}  // namespace cablelint::tests
