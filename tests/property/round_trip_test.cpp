#include <boost/test/unit_test.hpp>
#include <map>
#include <sstream>
#include <string>

#include "tests/support/round_trip.hpp"

namespace {

using namespace cablelint;
using generator::NoiseAmount;

/// Of cables with noise so many must be read as they were written; noise upon noise leaves some that nobody
/// could read. Without noise every one must.
constexpr double kLeastPercent = 99.5;

/// Differences by member: how often, and the first of them with its cable.
class Tally {
 public:
  void add(const std::string& cable, const std::string& differences) {
    std::istringstream lines(differences);
    for (std::string line; std::getline(lines, line);) {
      std::string member = line.substr(0, line.find(": expected"));
      std::erase_if(member, [](char c) { return c >= '0' && c <= '9'; });
      auto& [count, example] = members_[member];
      if (count++ == 0) example = "cable " + cable + ": " + line.substr(0, 300);
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

void round_trip(NoiseAmount noise, double least_percent) {
  tests::RoundTrip trip;
  const std::size_t count = tests::round_trips_wanted();
  for (const auto era : generator::kEras) {
    std::size_t right = 0;
    Tally tally;
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::string faults = trip.differences(era, noise, i);
      if (faults.empty()) {
        ++right;
      } else {
        tally.add(std::to_string(i), faults);
      }
    }
    const double percent = 100.0 * static_cast<double>(right) / static_cast<double>(count);
    BOOST_TEST_MESSAGE("era " << generator::letter(era) << ": " << right << " of " << count << " (" << percent
                              << " %)\n"
                              << tally.text());
    BOOST_TEST(percent >= least_percent, "era " << generator::letter(era) << ": only " << right << " of "
                                                << count << " cables are read as they were written (seed "
                                                << tests::RoundTrip::kSeed << "):\n"
                                                << tally.text());
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(round_trip_test)

BOOST_AUTO_TEST_CASE(clean_cables) {
  round_trip(NoiseAmount::none, 100);
}

BOOST_AUTO_TEST_CASE(cables_with_some_noise) {
  round_trip(NoiseAmount::some, kLeastPercent);
}

BOOST_AUTO_TEST_CASE(cables_with_all_noise) {
  round_trip(NoiseAmount::all, kLeastPercent);
}

BOOST_AUTO_TEST_CASE(cables_with_a_fault) {
  tests::RoundTrip trip;
  for (const auto& fault : generator::faults()) {
    std::size_t wrong = 0;
    Tally tally;
    for (std::uint64_t i = 0; i < 200; ++i) {
      const std::string faults = trip.differences(generator::plant(fault, 12, i));
      if (faults.empty()) continue;
      ++wrong;
      tally.add(std::to_string(i), faults);
    }
    BOOST_TEST(wrong == 0, fault.rule << " (" << fault.about << "): " << wrong
                                      << " of 200 are read otherwise than they were written\n"
                                      << tally.text());
  }
}

BOOST_AUTO_TEST_SUITE_END()
