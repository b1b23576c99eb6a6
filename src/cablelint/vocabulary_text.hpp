#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <cablelint/arena.hpp>
#include <cablelint/vocabulary.hpp>

namespace cablelint {

/// The strings and lists that the rows of all tables refer to.
struct Vocabulary::Text {
  Arena arena;
};

constexpr char folded(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Equal but for the case of ASCII letters.
constexpr bool folded_equal(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (folded(a[i]) != folded(b[i])) return false;
  }
  return true;
}

constexpr bool folded_less(std::string_view a, std::string_view b) {
  const std::size_t size = a.size() < b.size() ? a.size() : b.size();
  for (std::size_t i = 0; i < size; ++i) {
    const auto x = static_cast<unsigned char>(folded(a[i]));
    const auto y = static_cast<unsigned char>(folded(b[i]));
    if (x != y) return x < y;
  }
  return a.size() < b.size();
}

/// A hash of the text without the bit that tells small letters from capitals; that some signs share a value,
/// too, costs nothing. Eight bytes at a time; the last ones may be read twice.
inline std::size_t folded_hash(std::string_view text) {
  constexpr std::uint64_t kLetters = 0xDFDFDFDFDFDFDFDFU;
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15U;
  const auto load = [&](std::size_t at, auto word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    return std::uint64_t{word};
  };
  std::uint64_t hash = text.size() * kPrime;
  const auto put = [&](std::uint64_t word) {
    hash = (hash ^ (word & kLetters)) * kPrime;
    hash ^= hash >> 32;
  };
  if (text.size() >= 8) {
    for (std::size_t at = 0; at + 8 < text.size(); at += 8) put(load(at, std::uint64_t{}));
    put(load(text.size() - 8, std::uint64_t{}));
  } else if (text.size() >= 4) {
    put(load(0, std::uint32_t{}) << 32 | load(text.size() - 4, std::uint32_t{}));
  } else if (!text.empty()) {
    const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(text[at])}; };
    put(byte(0) << 16 | byte(text.size() / 2) << 8 | byte(text.size() - 1));
  }
  return static_cast<std::size_t>(hash);
}

}  // namespace cablelint
