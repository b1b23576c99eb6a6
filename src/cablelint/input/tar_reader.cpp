#include <cablelint/input/tar_reader.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace cablelint {
namespace {

constexpr std::size_t kBlock = 512;
// Of a header that only carries a name or attributes.
constexpr std::uint64_t kMostText = std::uint64_t{1} * 1024 * 1024;
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 60U;

std::uint64_t padding(std::uint64_t size) {
  return (kBlock - size % kBlock) % kBlock;
}

/// Octal digits between blanks, or a binary number with the first bit set.
std::optional<std::uint64_t> number(std::string_view field) {
  std::uint64_t value = 0;
  if ((static_cast<unsigned char>(field.front()) & 0x80U) != 0) {
    value = static_cast<unsigned char>(field.front()) & 0x7FU;
    for (const char c : field.substr(1)) {
      if (value > kMostBytes >> 8U) return std::nullopt;
      value = value << 8U | static_cast<unsigned char>(c);
    }
    return value;
  }
  const std::size_t begin = std::min(field.find_first_not_of(" 0"), field.size());
  const std::size_t end = std::min(field.find_first_not_of("01234567", begin), field.size());
  if (end < field.size() && field[end] != ' ' && field[end] != '\0') return std::nullopt;
  std::from_chars(field.data() + begin, field.data() + end, value, 8);
  return value;
}

std::string_view text_of(std::string_view field) {
  return field.substr(0, field.find('\0'));
}

/// What the attributes of a pax header say of the next member: lines of "LENGTH KEY=VALUE".
struct Attributes {
  std::string path;
  std::optional<std::uint64_t> size;
  bool sparse = false;

  bool read(std::string_view text) {
    while (!text.empty()) {
      std::size_t length = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
      const auto digits = static_cast<std::size_t>(end - text.data());
      if (error != std::errc() || length > text.size() || length < digits + 2 || text[digits] != ' ' ||
          text[length - 1] != '\n')
        return false;
      const std::string_view line = text.substr(digits + 1, length - digits - 2);
      text.remove_prefix(length);
      const std::size_t equals = line.find('=');
      if (equals == std::string_view::npos) return false;
      const std::string_view key = line.substr(0, equals);
      const std::string_view value = line.substr(equals + 1);
      if (key == "path") path = value;
      if (key.starts_with("GNU.sparse.")) sparse = true;
      if (key == "size") {
        std::uint64_t bytes = 0;
        const auto [rest, bad] = std::from_chars(value.data(), value.data() + value.size(), bytes);
        if (bad != std::errc() || rest != value.data() + value.size() || bytes > kMostBytes) return false;
        size = bytes;
      }
    }
    return true;
  }
};

}  // namespace

struct TarReader::Header {
  std::array<char, kBlock> block{};

  [[nodiscard]] std::string_view field(std::size_t at, std::size_t size) const {
    return {block.data() + at, size};
  }
  [[nodiscard]] bool blank() const {
    return std::all_of(block.begin(), block.end(), [](char c) { return c == '\0'; });
  }
  [[nodiscard]] bool sound() const {
    std::uint64_t sum = 0;
    std::int64_t with_signs = 0;  // as some old programs counted
    for (std::size_t i = 0; i < kBlock; ++i) {
      const char c = i >= 148 && i < 156 ? ' ' : block[i];
      sum += static_cast<unsigned char>(c);
      with_signs += static_cast<signed char>(c);
    }
    const std::optional<std::uint64_t> wanted = number(field(148, 8));
    return wanted && (*wanted == sum || static_cast<std::int64_t>(*wanted) == with_signs);
  }
  [[nodiscard]] char type() const { return block[156]; }
  [[nodiscard]] std::string name() const {
    const std::string_view name = text_of(field(0, 100));
    const std::string_view prefix = text_of(field(345, 155));
    if (field(257, 6) != std::string_view("ustar\0", 6) || prefix.empty()) return std::string(name);
    return fmt::format("{}/{}", prefix, name);
  }
};

TarReader::TarReader(std::unique_ptr<ByteStream> bytes) : bytes_(std::move(bytes)) {}

TarReader::Block TarReader::read_block(char* to, std::string& problem) {
  std::size_t got = 0;
  while (got < kBlock) {
    const std::size_t count = bytes_->read(to + got, kBlock - got, problem);
    if (count == 0) break;
    got += count;
  }
  at_ += got;
  if (got == kBlock) return Block::whole;
  return got == 0 && problem.empty() ? Block::none : Block::broken;
}

bool TarReader::skip(std::uint64_t count, std::string& problem) {
  std::array<char, std::size_t{16} * 1024> ignored{};
  while (count > 0) {
    const std::size_t most = std::min<std::uint64_t>(count, ignored.size());
    const std::size_t got = bytes_->read(ignored.data(), most, problem);
    if (got == 0) {
      if (problem.empty()) problem = "is cut off inside a member";
      return false;
    }
    at_ += got;
    count -= got;
  }
  return true;
}

bool TarReader::read_text(std::uint64_t size, std::string& text, std::string& problem) {
  if (size > kMostText) {
    problem = fmt::format("is not a sound tar archive: the attributes before byte {} are too long", at_);
    return false;
  }
  text.resize(size);
  left_ = size;
  pad_ = padding(size);
  for (std::size_t got = 0; got < size;) {
    const std::size_t count = read(text.data() + got, size - got, problem);
    if (count == 0) return false;
    got += count;
  }
  return true;
}

bool TarReader::next(TarMember& member, std::string& problem) {
  std::string name;
  Attributes attributes;
  bool ended = false;
  while (true) {
    if (!skip(left_ + pad_, problem)) return false;
    left_ = pad_ = 0;
    Header header;
    const std::uint64_t at = at_;
    const Block block = read_block(header.block.data(), problem);
    if (block != Block::whole) {
      if (problem.empty() && !ended)
        problem = at_ == 0 ? "is empty, not a tar archive" : "is cut off: the archive has no end";
      return false;
    }
    // An archive ends with two blocks of nothing.
    if (header.blank()) {
      if (ended) return false;
      ended = true;
      continue;
    }
    const std::optional<std::uint64_t> size = number(header.field(124, 12));
    if (ended || !header.sound() || !size || *size > kMostBytes) {
      problem = fmt::format("is not a sound tar archive: byte {} begins no member", at);
      return false;
    }
    const char type = header.type();
    std::string text;
    if (type == 'L' || type == 'x') {
      if (!read_text(*size, text, problem)) return false;
      if (type == 'L') name = text_of(text);
      if (type == 'x' && !attributes.read(text)) {
        problem = fmt::format("is not a sound tar archive: the attributes at byte {} cannot be read", at);
        return false;
      }
      continue;
    }
    if (type == 'K' || type == 'g') {
      left_ = *size;
      pad_ = padding(*size);
      continue;
    }
    member.name = !attributes.path.empty() ? attributes.path : !name.empty() ? name : header.name();
    member.sparse = type == 'S' || attributes.sparse;
    member.file = (type == '0' || type == '\0' || type == '7' || type == 'S') && !member.name.ends_with('/');
    const bool link = type >= '1' && type <= '6';
    member.size = link ? 0 : attributes.size.value_or(*size);
    left_ = member.size;
    pad_ = padding(member.size);
    return true;
  }
}

std::size_t TarReader::read(char* to, std::size_t most, std::string& problem) {
  if (left_ == 0) return 0;
  const std::size_t count = bytes_->read(to, std::min<std::uint64_t>(most, left_), problem);
  if (count == 0 && problem.empty()) problem = "is cut off inside a member";
  at_ += count;
  left_ -= count;
  return count;
}

}  // namespace cablelint
