#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

namespace cablelint {

/// A stretch of the source, in bytes. A default span is absent: it stands nowhere and is false.
struct Span {
  static constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t offset = kNowhere;
  std::uint32_t length = 0;

  constexpr explicit operator bool() const { return offset != kNowhere; }
  [[nodiscard]] constexpr std::uint32_t end() const { return offset + length; }
  friend constexpr bool operator==(const Span&, const Span&) = default;
};

/// The smallest span that covers both; an absent one does not count.
constexpr Span cover(Span a, Span b) {
  if (!a) return b;
  if (!b) return a;
  const std::uint32_t begin = a.offset < b.offset ? a.offset : b.offset;
  const std::uint32_t end = a.end() > b.end() ? a.end() : b.end();
  return {begin, end - begin};
}

}  // namespace cablelint
