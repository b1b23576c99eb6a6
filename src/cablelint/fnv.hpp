#pragma once

#include <cstdint>
#include <string_view>

namespace cablelint {

/// FNV-1a, 64 bits: a hash for identities that must be the same everywhere and always.
class Fnv {
 public:
  void put(char c) { hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U; }
  /// A text and its end, so that "ab", "c" and "a", "bc" are told apart.
  void put_text(std::string_view text) {
    for (const char c : text) put(c);
    put('\0');
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325U;
};

}  // namespace cablelint
