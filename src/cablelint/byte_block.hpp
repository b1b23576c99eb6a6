#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace cablelint {

/// Sixteen bytes that are compared at once. Each comparison gives a block, too: 0xFF where it holds, else 0.
using ByteBlock = std::uint8_t __attribute__((vector_size(16)));

inline constexpr std::size_t kByteBlock = sizeof(ByteBlock);

/// The bytes from there on; there must be sixteen.
inline ByteBlock load_block(const char* bytes) {
  ByteBlock block;
  std::memcpy(&block, bytes, sizeof block);
  return block;
}

/// One byte in all places.
inline ByteBlock block_of(char byte) {
  ByteBlock block;
  std::memset(&block, static_cast<unsigned char>(byte), sizeof block);
  return block;
}

/// What a comparison gave, as a block.
template <typename Mask> ByteBlock held(Mask mask) {
  static_assert(sizeof(Mask) == sizeof(ByteBlock));
  ByteBlock block;
  std::memcpy(&block, &mask, sizeof block);
  return block;
}

/// True when any bit of it is set.
inline bool any(ByteBlock block) {
  std::uint64_t halves[2];
  std::memcpy(halves, &block, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

}  // namespace cablelint
