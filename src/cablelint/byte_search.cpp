// Library searches stop at every byte that is the word's first, which in prose are many. Here sixteen places
// at once are compared with the first, the second and the last byte of the word.

#include <cablelint/byte_search.hpp>

#include <algorithm>
#include <array>

#include <cablelint/ascii.hpp>
#include <cablelint/byte_block.hpp>

namespace cablelint {
namespace {

constexpr char kCaseBit = 0x20;
constexpr std::size_t kStep = 4 * kByteBlock;

template <bool kFolds> std::size_t find(std::string_view text, std::string_view word, std::size_t from) {
  if (text.size() < word.size()) return std::string_view::npos;
  const std::size_t places = text.size() - word.size() + 1;
  const std::size_t last = word.size() - 1;
  const std::array<char, 3> chosen{word[0], word[1], word[last]};
  std::array<ByteBlock, 3> signs;
  std::array<ByteBlock, 3> bits;  // by which letters of either case become small ones
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    signs[i] = block_of(chosen[i]);
    bits[i] = block_of(kFolds && is_ascii_lower(chosen[i]) ? kCaseBit : '\0');
  }
  const auto is = [&](const char* bytes, std::size_t i) {
    if constexpr (kFolds) return (load_block(bytes) | bits[i]) == signs[i];
    return load_block(bytes) == signs[i];
  };
  const auto compare = [&](std::size_t at) {
    const char* const bytes = text.data() + at;
    return held(is(bytes, 0) & is(bytes + 1, 1) & is(bytes + last, 2));
  };
  const auto look = [&](std::size_t at, std::size_t end) {
    for (; at < end; ++at) {
      const bool stands =
          std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                     [](char wanted, char c) { return (kFolds ? ascii_lower(c) : c) == wanted; });
      if (stands) return at;
    }
    return std::string_view::npos;
  };
  std::size_t at = from;
  for (; at + kStep <= places; at += kStep) {
    ByteBlock found{};
    for (std::size_t i = 0; i < kStep; i += kByteBlock) found |= compare(at + i);
    if (!any(found)) continue;
    if (const std::size_t place = look(at, at + kStep); place != std::string_view::npos) return place;
  }
  // The last block begins within the one before it.
  for (; at < places && places >= kByteBlock; at += kByteBlock) {
    const std::size_t block = std::min(at, places - kByteBlock);
    if (!any(compare(block))) continue;
    if (const std::size_t place = look(at, block + kByteBlock); place != std::string_view::npos) return place;
  }
  return look(at, places);
}

}  // namespace

std::size_t find_bytes(std::string_view text, std::string_view word, std::size_t from) {
  return find<false>(text, word, from);
}

std::size_t find_folded(std::string_view text, std::string_view word, std::size_t from) {
  return find<true>(text, word, from);
}

}  // namespace cablelint
