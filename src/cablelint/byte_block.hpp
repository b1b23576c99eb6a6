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
inline bool has_bits(ByteBlock block) {
  std::uint64_t halves[2];
  std::memcpy(halves, &block, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/// The places whose highest bit is set, the first one as the lowest bit: by arithmetic that every processor
/// has.
inline std::uint32_t portable_places(ByteBlock block) {
  std::uint64_t halves[2];
  std::memcpy(halves, &block, sizeof halves);
  // Each bit moves from its byte to its place in the highest one.
  const auto gathered = [](std::uint64_t half) {
    return static_cast<std::uint32_t>((((half >> 7U) & 0x0101010101010101U) * 0x0102040810204080U) >> 56U);
  };
  return gathered(halves[0]) | gathered(halves[1]) << 8U;
}

/// The same by one instruction where there is one. Of a comparison: the places where it holds.
inline std::uint32_t places(ByteBlock block) {
#ifdef __SSE2__
  using Signed = char __attribute__((vector_size(16)));
  Signed bytes;
  std::memcpy(&bytes, &block, sizeof bytes);
  return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb128(bytes));
#else
  return portable_places(block);
#endif
}

}  // namespace cablelint
