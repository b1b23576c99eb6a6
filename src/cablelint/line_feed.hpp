#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <cablelint/byte_block.hpp>

namespace cablelint {

/// The first line feed between two places, or null. Most lines are shorter than what is looked at in one
/// step, which needs no branch then; a call for each line would take longer than the search.
inline const char* find_line_feed(const char* at, const char* end) {
#ifdef __SSE2__
  constexpr std::ptrdiff_t kStep = 4 * kByteBlock;
  const ByteBlock line_feeds = block_of('\n');
  const auto marks = [&](std::size_t block) {
    return std::uint64_t{places(held(load_block(at + block * kByteBlock) == line_feeds))}
           << block * kByteBlock;
  };
  for (; end - at >= kStep; at += kStep) {
    if (const std::uint64_t found = marks(0) | marks(1) | marks(2) | marks(3); found != 0)
      return at + std::countr_zero(found);
  }
#endif
  return at == end ? nullptr
                   : static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
}

}  // namespace cablelint
