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

/// A word of up to eight bytes as one number: of equal size, other words have other numbers.
inline std::uint64_t short_word(std::string_view text) {
  const auto load = [&](std::size_t at, auto word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    return std::uint64_t{word};
  };
  if (text.size() >= 4) return load(0, std::uint32_t{}) << 32 | load(text.size() - 4, std::uint32_t{});
  if (text.empty()) return 0;
  const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(text[at])}; };
  return byte(0) << 16 | byte(text.size() / 2) << 8 | byte(text.size() - 1);
}

inline constexpr std::size_t kShortWord = 8;

/// A hash of text, eight bytes at a time, without the bit that tells small letters from capitals; that some
/// signs share a value, too, costs nothing.
class FoldedHash {
 public:
  explicit FoldedHash(std::size_t size) : hash_(size * kPrime) {}
  void put(std::uint64_t word) {
    hash_ = (hash_ ^ (word & kLetters)) * kPrime;
    hash_ ^= hash_ >> 32;
  }
  [[nodiscard]] std::size_t value() const { return static_cast<std::size_t>(hash_); }

 private:
  static constexpr std::uint64_t kLetters = 0xDFDFDFDFDFDFDFDFU;
  static constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15U;
  std::uint64_t hash_;
};

/// The last bytes of a longer text may be read twice.
inline std::size_t folded_hash(std::string_view text) {
  FoldedHash hash(text.size());
  for (std::size_t at = 0; at + kShortWord < text.size(); at += kShortWord)
    hash.put(short_word(text.substr(at, kShortWord)));
  hash.put(short_word(text.size() > kShortWord ? text.substr(text.size() - kShortWord) : text));
  return hash.value();
}

}  // namespace cablelint
