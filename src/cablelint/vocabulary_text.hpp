#pragma once

#include <cstddef>
#include <cstdint>
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

/// FNV-1a of the text without the bit that tells small letters from capitals; that some signs share a value,
/// too, costs nothing.
constexpr std::size_t folded_hash(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ (static_cast<unsigned char>(c) & 0xDFU)) * 0x100000001B3U;
  return static_cast<std::size_t>(hash ^ hash >> 32);
}

}  // namespace cablelint
