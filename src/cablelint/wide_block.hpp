#pragma once

// Blocks that are worth twice as much on processors that have them.

#include <cstdint>
#include <cstring>

#include <cablelint/byte_block.hpp>

// Sanitizers start too late for the choice of the loader.
#if defined(__SANITIZE_ADDRESS__)
#define CABLELINT_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CABLELINT_SANITIZED
#endif
#endif

/// Before a function: it is compiled for wide blocks, too, and the loader chooses.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(CABLELINT_SANITIZED)
#define CABLELINT_FOR_WIDE_BLOCKS __attribute__((target_clones("avx2", "default")))
#else
#define CABLELINT_FOR_WIDE_BLOCKS
#endif

namespace cablelint {

/// As ByteBlock, of 32 bytes.
using WideBlock = std::uint8_t __attribute__((vector_size(2 * kByteBlock)));

inline constexpr std::size_t kWideBlock = sizeof(WideBlock);

/// True when any bit of it is set. By reference: the way of a wide block as a value differs from processor to
/// processor.
[[gnu::always_inline]] inline bool has_bits(const WideBlock& block) {
  std::uint64_t parts[kWideBlock / 8];
  std::memcpy(parts, &block, sizeof parts);
  return (parts[0] | parts[1] | parts[2] | parts[3]) != 0;
}

}  // namespace cablelint
