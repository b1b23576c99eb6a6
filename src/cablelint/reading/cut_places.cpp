#include <cablelint/reading/cut_places.hpp>

#include <cablelint/wide_block.hpp>

namespace cablelint::reading {
namespace {

constexpr char kCaseBit = 0x20;

template <typename Block> [[gnu::always_inline]] inline void load(const char* bytes, Block& block) {
  std::memcpy(&block, bytes, sizeof block);
}

/// Keeps the marks where two bytes are equal.
template <typename Block, typename Other>
[[gnu::always_inline]] inline void keep_equal(const Block& bytes, const Other& others, Block& marks) {
  const auto same = bytes == others;
  Block equal;
  std::memcpy(&equal, &same, sizeof equal);
  marks &= equal;
}

/// Adds those of some marks where the bytes are a sign.
template <typename Block>
[[gnu::always_inline]] inline void add_sign(const Block& bytes, char sign, const Block& among, Block& found) {
  Block marks = among;
  keep_equal(bytes, static_cast<std::uint8_t>(sign), marks);
  found |= marks;
}

template <typename Block> [[gnu::always_inline]] inline void add_cuts(const char* bytes, Block& found) {
  Block here;
  Block before;
  Block behind;
  load(bytes, here);
  load(bytes - 1, before);
  load(bytes + 1, behind);
  const Block all = ~Block{};
  Block begins_code = all;
  Block ends_word = all;
  Block doubled = all;
  keep_equal(behind | kCaseBit, static_cast<std::uint8_t>('b'), begins_code);
  keep_equal(before | kCaseBit, static_cast<std::uint8_t>('d'), ends_word);
  keep_equal(here, behind, doubled);
  add_sign(here, '[', all, found);
  add_sign(here, '\xE2', all, found);
  add_sign(here, '(', begins_code, found);
  add_sign(here, ')', ends_word, found);
  add_sign(here, 'X', doubled, found);
  add_sign(here, '_', doubled, found);
}

template <typename Block> [[gnu::always_inline]] inline std::uint64_t marks_of(const Block& block) {
  ByteBlock parts[sizeof(Block) / kByteBlock];
  std::memcpy(parts, &block, sizeof parts);
  std::uint64_t marks = 0;
  for (std::size_t i = sizeof(Block) / kByteBlock; i-- > 0;) marks = marks << kByteBlock | places(parts[i]);
  return marks;
}

}  // namespace

CABLELINT_FOR_WIDE_BLOCKS
void find_cut_places(const char* bytes, std::size_t blocks, std::uint64_t* places) {
  for (std::size_t i = 0; i < blocks; ++i) {
    const char* const block = bytes + i * kCutBlock;
    WideBlock low{};
    WideBlock high{};
    static_assert(kCutBlock == 2 * kWideBlock);
    add_cuts(block, low);
    add_cuts(block + kWideBlock, high);
    const WideBlock both = low | high;
    places[i] = has_bits(both) ? marks_of(high) << kWideBlock | marks_of(low) : 0;
  }
}

}  // namespace cablelint::reading
