#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/calendar.hpp>

#include "tests/generator/truth.hpp"

/// Fictional cables whose every field is known, and cables with one known fault. The same seed and index give
/// the same bytes on every machine.
namespace cablelint::generator {

/// The executive order in force: 11652, 12065, 12356, 12958, 12958 as amended, 13526.
enum class Era : std::uint8_t { A, B, C, D, E, F };
inline constexpr Era kEras[] = {Era::A, Era::B, Era::C, Era::D, Era::E, Era::F};
constexpr char letter(Era era) {
  return static_cast<char>('A' + static_cast<int>(era));
}

/// How much noise a cable carries: nothing, each class now and then, every class that has room beside the
/// others.
enum class NoiseAmount : std::uint8_t { none, some, all };

/// What is wanted; what is left open is drawn.
struct Recipe {
  std::optional<Era> era;
  NoiseAmount noise = NoiseAmount::none;
  std::size_t bytes = 4000;        // of an average cable
  std::optional<bool> long_lines;  // each paragraph on one line
  std::optional<bool> transmission_heading;
  std::string level;            // "TS", "S", "C", "U"
  std::optional<Day> earliest;  // the cable is of the three years from this day on, even behind its era
};

/// A class of noise: a form that real cables show instead of the usual one, or damage that copies suffered.
struct NoiseClass {
  std::string_view name;
  std::string_view eras;        // "DEF"
  std::string_view example;     // of what the class looks like
  std::string_view companions;  // warnings it rightly causes, separated by blanks
};
[[nodiscard]] std::span<const NoiseClass> noise_classes();

struct FictionalCable {
  Era era = Era::A;
  std::string text;
  Truth truth;
  std::vector<const NoiseClass*> noise;
};

[[nodiscard]] FictionalCable generate(std::uint64_t seed, std::uint64_t index, const Recipe& recipe);

/// A fault that can be planted in an otherwise clean cable.
struct Fault {
  std::string_view rule;  // the rule that must speak
  std::string_view eras;  // "DEF"
  std::string_view about;
  std::string_view companions;  // rules that rightly speak as well, separated by blanks
  std::string_view as_of = {};  // day of the check; empty: before every cable
};
[[nodiscard]] std::span<const Fault> faults();

/// A cable of one of the fault's eras with exactly this fault.
[[nodiscard]] FictionalCable plant(const Fault& fault, std::uint64_t seed, std::uint64_t index);

}  // namespace cablelint::generator
