// Library searches stop at every byte that is the word's first, which in prose are many. Here many places at
// once are compared with the first, the second and the last byte of the word.

#include <cablelint/byte_search.hpp>

#include <algorithm>
#include <array>
#include <bit>

#include <cablelint/ascii.hpp>
#include <cablelint/wide_block.hpp>

namespace cablelint {
namespace {

constexpr char kCaseBit = 0x20;
constexpr std::size_t kStep = 4 * kWideBlock;

/// A word and the bytes of it that are compared first.
template <bool kFolds> class Needle {
 public:
  explicit Needle(std::string_view word) : word_(word), last_(word.size() - 1) {
    const std::array<char, 3> chosen{word[0], word[1], word[last_]};
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      signs_[i] = static_cast<std::uint8_t>(chosen[i]);
      bits_[i] = kFolds && is_ascii_lower(chosen[i]) ? kCaseBit : 0;
    }
  }

  /// Adds marks where the chosen bytes stand.
  template <typename Block> [[gnu::always_inline]] void compare(const char* bytes, Block& found) const {
    Block marks = ~Block{};
    narrow(bytes, 0, marks);
    narrow(bytes + 1, 1, marks);
    if (last_ > 1) narrow(bytes + last_, 2, marks);
    found |= marks;
  }
  [[nodiscard]] bool stands(const char* bytes) const {
    return std::equal(word_.begin(), word_.end(), bytes,
                      [](char wanted, char c) { return (kFolds ? ascii_lower(c) : c) == wanted; });
  }

 private:
  // Leaves those where the bytes are one of the chosen.
  template <typename Block>
  [[gnu::always_inline]] void narrow(const char* bytes, std::size_t i, Block& marks) const {
    Block block;
    std::memcpy(&block, bytes, sizeof block);
    if constexpr (kFolds) block |= bits_[i];
    const auto same = block == signs_[i];
    std::memcpy(&block, &same, sizeof block);
    marks &= block;
  }

  std::string_view word_;
  std::size_t last_;
  std::array<std::uint8_t, 3> signs_;
  std::array<std::uint8_t, 3> bits_;  // by which letters of either case become small ones
};

/// Whether the chosen bytes stand anywhere in a step.
template <bool kFolds>
[[gnu::always_inline]] inline bool marks_in_step(const Needle<kFolds>& needle, const char* bytes) {
  WideBlock found{};
  for (std::size_t i = 0; i < kStep; i += kWideBlock) needle.compare(bytes + i, found);
  return has_bits(found);
}

/// The first place from `at` to `end` where the word stands; npos when there is none. Places from `begin` on
/// may be looked at again.
template <bool kFolds>
[[gnu::always_inline]] inline std::size_t find_in(const Needle<kFolds>& needle, const char* bytes,
                                                  std::size_t begin, std::size_t at, std::size_t end) {
  while (at < end) {
    const std::size_t block = end - at >= kByteBlock ? at : end - kByteBlock;
    if (end - begin < kByteBlock) {
      if (needle.stands(bytes + at)) return at;
      ++at;
      continue;
    }
    ByteBlock found{};
    needle.compare(bytes + block, found);
    for (std::uint32_t marks = places(found) >> (at - block) << (at - block); marks != 0;
         marks &= marks - 1) {
      const std::size_t place = block + static_cast<std::size_t>(std::countr_zero(marks));
      if (needle.stands(bytes + place)) return place;
    }
    at = block + kByteBlock;
  }
  return std::string_view::npos;
}

template <bool kFolds>
[[gnu::always_inline]] inline std::size_t find(std::string_view text, std::string_view word,
                                               std::size_t from) {
  if (text.size() < word.size() || text.size() - word.size() < from) return std::string_view::npos;
  const Needle<kFolds> needle(word);
  const char* const bytes = text.data();
  const std::size_t count = text.size() - word.size() + 1;
  std::size_t at = from;
  for (; count - at >= kStep; at += kStep) {
    if (!marks_in_step(needle, bytes + at)) continue;
    if (const std::size_t place = find_in(needle, bytes, from, at, at + kStep);
        place != std::string_view::npos)
      return place;
  }
  // A last step goes over what is left and some of what was seen.
  if (count - from >= kStep && !marks_in_step(needle, bytes + count - kStep)) return std::string_view::npos;
  return find_in(needle, bytes, from, at, count);
}

}  // namespace

CABLELINT_FOR_WIDE_BLOCKS
std::size_t find_bytes(std::string_view text, std::string_view word, std::size_t from) {
  return find<false>(text, word, from);
}

CABLELINT_FOR_WIDE_BLOCKS
std::size_t find_folded(std::string_view text, std::string_view word, std::size_t from) {
  return find<true>(text, word, from);
}

}  // namespace cablelint
