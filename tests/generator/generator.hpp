#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/generator/truth.hpp"

/// Fictional cables whose every field is known, and cables with one known fault. The same seed and index give
/// the same bytes on every machine.
namespace cablelint::generator {

/// The executive order in force: 11652, 12065, 12356, 12958, 12958 as amended, 13526.
enum class Era : std::uint8_t { A, B, C, D, E, F };
inline constexpr Era kEras[] = {Era::A, Era::B, Era::C, Era::D, Era::E, Era::F};

/// How much of the damage of published copies a cable carries: nothing, each kind now and then, every kind at
/// once.
enum class NoiseAmount : std::uint8_t { none, some, all };

/// What is wanted; what is left open is drawn.
struct Recipe {
  std::optional<Era> era;
  NoiseAmount noise = NoiseAmount::none;
  std::size_t bytes = 4000;        // of an average cable
  std::optional<bool> long_lines;  // each paragraph on one line
  std::optional<bool> transmission_heading;
  std::string level;  // "TS", "S", "C", "U"
};

struct FictionalCable {
  Era era = Era::A;
  std::string text;
  Truth truth;
};

[[nodiscard]] FictionalCable generate(std::uint64_t seed, std::uint64_t index, const Recipe& recipe);

/// A fault that can be planted in an otherwise clean cable.
struct Fault {
  std::string_view rule;  // the rule that must speak
  std::string_view eras;  // "DEF"
  std::string_view about;
  std::string_view companions;  // rules that rightly speak as well, separated by blanks
};
[[nodiscard]] std::span<const Fault> faults();

/// A cable of one of the fault's eras with exactly this fault.
[[nodiscard]] FictionalCable plant(const Fault& fault, std::uint64_t seed, std::uint64_t index);

}  // namespace cablelint::generator
