#include <cablelint/reading/byte_noise.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>

#include <cablelint/byte_block.hpp>

namespace cablelint::reading {
namespace {

constexpr std::size_t kBlock = 64;

/// True when no byte is NUL or beyond ASCII.
bool is_plain(std::string_view bytes) {
  constexpr std::size_t kStep = 8 * kByteBlock;
  if (bytes.find('\0') != std::string_view::npos) return false;
  ByteBlock seen{};
  std::size_t at = 0;
  for (; at + kStep <= bytes.size(); at += kStep) {
    for (std::size_t i = 0; i < kStep; i += kByteBlock) seen |= load_block(bytes.data() + at + i);
  }
  for (; at + kByteBlock <= bytes.size(); at += kByteBlock) seen |= load_block(bytes.data() + at);
  std::uint8_t last = 0;
  for (; at < bytes.size(); ++at) last |= static_cast<std::uint8_t>(bytes[at]);
  return places(seen) == 0 && last < 0x80;
}

/// Length of the valid UTF-8 sequence at `at`, or 0.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(at);
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first <= 0xDFU) return follows(at + 1) ? 2 : 0;
  if (first >= 0xE0U && first <= 0xEFU) {
    if (!follows(at + 1) || !follows(at + 2)) return 0;
    if (first == 0xE0U && byte(at + 1) < 0xA0U) return 0;
    if (first == 0xEDU && byte(at + 1) > 0x9FU) return 0;
    return 3;
  }
  if (first >= 0xF0U && first <= 0xF4U) {
    if (!follows(at + 1) || !follows(at + 2) || !follows(at + 3)) return 0;
    if (first == 0xF0U && byte(at + 1) < 0x90U) return 0;
    if (first == 0xF4U && byte(at + 1) > 0x8FU) return 0;
    return 4;
  }
  return 0;
}

void note(const Reader& reader, std::size_t at) {
  reader.note(NoiseKind::not_text, {static_cast<std::uint32_t>(at), 1});
}

/// The places among kBlock bytes of NUL and of what is beyond ASCII: only those have the highest bit set in
/// themselves or one below.
std::uint64_t beyond_text(const char* bytes) {
  std::uint64_t found = 0;
  for (std::size_t i = kBlock; i > 0; i -= kByteBlock) {
    const ByteBlock block = load_block(bytes + i - kByteBlock);
    found = found << kByteBlock | places(block | (block - block_of('\x01')));
  }
  return found;
}

/// Notes the first NUL and the first byte that belongs to no UTF-8 sequence.
class BeyondText {
 public:
  explicit BeyondText(const Reader& reader) : reader_(reader) {}

  void read() {
    const std::string_view bytes = reader_.bytes;
    std::size_t at = next_ = reader_.cable.at.offset;
    for (; at + kBlock <= bytes.size(); at += kBlock) {
      for (std::uint64_t found = beyond_text(bytes.data() + at); found != 0; found &= found - 1)
        look_at(at + static_cast<std::size_t>(std::countr_zero(found)));
      if (nul_ && invalid_) return;
    }
    for (; at < bytes.size(); ++at) look_at(at);
  }

 private:
  void look_at(std::size_t at) {
    if (at < next_) return;  // belongs to the sequence before
    const std::size_t length = sequence_length(reader_.bytes, at);
    if (length == 0 && !std::exchange(invalid_, true)) note(reader_, at);
    if (reader_.bytes[at] == '\0' && !std::exchange(nul_, true)) note(reader_, at);
    next_ = at + std::max<std::size_t>(length, 1);
  }

  const Reader& reader_;
  std::size_t next_ = 0;
  bool nul_ = false;
  bool invalid_ = false;
};

}  // namespace

void note_bytes(const Reader& reader) {
  const std::string_view bytes = reader.bytes;
  if (!is_plain(bytes.substr(reader.cable.at.offset))) BeyondText(reader).read();
  for (std::size_t at = bytes.find('\r', reader.cable.at.offset); at != std::string_view::npos;
       at = bytes.find('\r', at + 1)) {
    if (at + 1 < bytes.size() && bytes[at + 1] == '\n') continue;
    note(reader, at);
    return;
  }
}

void note_hard_break(const Reader& reader, std::uint32_t end) {
  const std::string_view header = reader.bytes.substr(0, end);
  const auto note_at = [&](std::size_t line_end) {
    const bool breaks = line_end >= 3 && header[line_end - 1] == ' ' && header[line_end - 2] == ' ' &&
                        header[line_end - 3] > ' ';
    if (breaks) reader.note(NoiseKind::hard_break, {static_cast<std::uint32_t>(line_end - 2), 2});
    return breaks;
  };
  std::size_t at = reader.cable.at.offset;
  for (; at + kByteBlock < end; at += kByteBlock) {
    const ByteBlock line_end = load_block(header.data() + at + 1);
    const ByteBlock ends = held(line_end == block_of('\n')) | held(line_end == block_of('\r'));
    std::uint32_t found = places(ends & held(load_block(header.data() + at) == block_of(' ')));
    for (; found != 0; found &= found - 1) {
      const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(found)) + 1;
      const bool line_feed = header[place] == '\n' || (place + 1 < end && header[place + 1] == '\n');
      if (line_feed && note_at(place)) return;
    }
  }
  for (; at < end; ++at) {
    const bool ends = header[at] == '\n' || header.substr(at, 2) == "\r\n";
    if (ends && note_at(at)) return;
  }
}

}  // namespace cablelint::reading
