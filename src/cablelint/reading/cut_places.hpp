#pragma once

#include <cstddef>
#include <cstdint>

namespace cablelint::reading {

inline constexpr std::size_t kCutBlock = 64;

/// For each block of kCutBlock bytes the places, as bits, where a cut may begin, or end in a parenthesis: [,
/// "(b" of a code, "d)" of "not declassified)", "XX" and "__" of a mask, and the first byte of boxes. Clean
/// text has few. Reads one byte more on either side.
void find_cut_places(const char* bytes, std::size_t blocks, std::uint64_t* places);

}  // namespace cablelint::reading
