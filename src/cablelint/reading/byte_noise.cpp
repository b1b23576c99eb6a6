#include <cablelint/reading/byte_noise.hpp>

#include <cablelint/byte_block.hpp>
#include <cstdint>
#include <cstring>
#include <utility>

namespace cablelint::reading {
namespace {

constexpr std::size_t kBlock = 128;

/// True when a block holds NUL or something beyond ASCII: only those have the high bit set in themselves or
/// one below.
bool needs_look(const char* bytes) {
  ByteBlock seen{};
  for (std::size_t i = 0; i < kBlock; i += kByteBlock) {
    const ByteBlock block = load_block(bytes + i);
    seen |= block | (block - block_of('\x01'));
  }
  return any(seen & block_of('\x80'));
}

constexpr std::size_t kWord = sizeof(std::uint64_t);

/// The same for eight bytes: one borrows from the next only when it is NUL itself.
bool word_needs_look(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, kWord);
  return ((word | (word - 0x0101010101010101U)) & 0x8080808080808080U) != 0;
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

}  // namespace

void note_bytes(const Reader& reader) {
  const std::string_view bytes = reader.bytes;
  const auto note = [&](std::size_t at) {
    reader.note(NoiseKind::not_text, {static_cast<std::uint32_t>(at), 1});
  };
  bool nul = false;
  bool invalid = false;
  std::size_t look_until = reader.cable.at.offset;  // the end of a block that needs a closer look
  for (std::size_t at = look_until; at < bytes.size() && !(nul && invalid);) {
    if (at >= look_until) {
      if (at + kBlock <= bytes.size() && !needs_look(bytes.data() + at)) {
        at += kBlock;
        continue;
      }
      look_until = at + kBlock;
    }
    if (at + kWord <= bytes.size() && !word_needs_look(bytes.data() + at)) {
      at += kWord;
      continue;
    }
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte != 0 && byte < 0x80U) {
      ++at;
      continue;
    }
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0 && !std::exchange(invalid, true)) note(at);
    if (bytes[at] == '\0' && !std::exchange(nul, true)) note(at);
    at += length == 0 ? 1 : length;
  }
  for (std::size_t at = bytes.find('\r', reader.cable.at.offset); at != std::string_view::npos;
       at = bytes.find('\r', at + 1)) {
    if (at + 1 < bytes.size() && bytes[at + 1] == '\n') continue;
    note(at);
    return;
  }
}

void note_hard_break(const Reader& reader, std::uint32_t end) {
  const std::string_view header = reader.bytes.substr(0, end);
  for (std::size_t at = header.find('\n', reader.cable.at.offset); at != std::string_view::npos;
       at = header.find('\n', at + 1)) {
    const std::size_t end_of_line = at > 0 && header[at - 1] == '\r' ? at - 1 : at;
    if (end_of_line >= 3 && header[end_of_line - 1] == ' ' && header[end_of_line - 2] == ' ' &&
        header[end_of_line - 3] > ' ') {
      reader.note(NoiseKind::hard_break, {static_cast<std::uint32_t>(end_of_line - 2), 2});
      return;
    }
  }
}

}  // namespace cablelint::reading
