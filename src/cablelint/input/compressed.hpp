#pragma once

#include <cablelint/input/byte_stream.hpp>
#include <cstdint>
#include <memory>

namespace cablelint {

enum class Compression : std::uint8_t { none, gzip, zstd };

/// The bytes that compressed ones stand for; those themselves for `none`. What is damaged, cut off or not
/// compressed at all is a problem at its place, behind all that could be read.
[[nodiscard]] std::unique_ptr<ByteStream> decompressed(std::unique_ptr<ByteStream> bytes,
                                                       Compression compression);

}  // namespace cablelint
