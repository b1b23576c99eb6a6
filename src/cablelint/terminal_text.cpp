
#include <algorithm>
#include <array>
#include <cablelint/append_format.hpp>
#include <cablelint/terminal_text.hpp>
#include <cablelint/utf8.hpp>
#include <cstdint>

namespace cablelint {
namespace {

struct Block {
  char32_t first, last;
};

// Sorted. Noncharacters, of which every plane has two, are asked for by arithmetic.
constexpr std::array kHidden = {
    Block{0x0000, 0x001F},    // C0 controls
    Block{0x007F, 0x009F},    // DELETE, C1 controls
    Block{0x00AD, 0x00AD},    // soft hyphen
    Block{0x034F, 0x034F},    // combining grapheme joiner
    Block{0x061C, 0x061C},    // Arabic letter mark
    Block{0x115F, 0x1160},    // Hangul fillers
    Block{0x17B4, 0x17B5},    // Khmer inherent vowels
    Block{0x180B, 0x180F},    // Mongolian selectors and vowel separator
    Block{0x200B, 0x200F},    // zero width blanks and joiners, left-to-right and right-to-left marks
    Block{0x2028, 0x202E},    // line and paragraph separators, embeddings, overrides
    Block{0x2060, 0x206F},    // word joiner, invisible operators, isolates, deprecated formats
    Block{0x3164, 0x3164},    // Hangul filler
    Block{0xFDD0, 0xFDEF},    // noncharacters
    Block{0xFE00, 0xFE0F},    // variation selectors
    Block{0xFEFF, 0xFEFF},    // byte order mark
    Block{0xFFA0, 0xFFA0},    // halfwidth Hangul filler
    Block{0xFFF0, 0xFFFB},    // unassigned, interlinear annotation
    Block{0xE0000, 0xE0FFF},  // tags, variation selectors
};

bool is_plain(char byte) {
  return byte >= 0x20 && byte < 0x7F;
}

std::size_t append_escape(std::string& out, char32_t value) {
  const std::size_t before = out.size();
  const auto number = static_cast<std::uint32_t>(value);
  if (value < 0x80) {
    append_format(out, "\\x{:02x}", number);
  } else if (value <= 0xFFFF) {
    append_format(out, "\\u{:04x}", number);
  } else {
    append_format(out, "\\U{:08x}", number);
  }
  return out.size() - before;
}

}  // namespace

bool is_hidden(char32_t code_point) {
  if ((code_point & 0xFFFE) == 0xFFFE) return true;
  const auto* const block = std::lower_bound(kHidden.begin(), kHidden.end(), code_point,
                                             [](const Block& b, char32_t value) { return b.last < value; });
  return block != kHidden.end() && code_point >= block->first;
}

std::size_t append_visible(std::string& out, std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const auto plain =
        static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) - text.begin());
    out.append(text.substr(0, plain));
    width += plain;
    text.remove_prefix(plain);
    if (text.empty()) break;

    const CodePoint next = decode_utf8(text);
    if (!next.valid) {
      for (const char byte : text.substr(0, next.length)) {
        append_format(out, "\\x{:02x}", static_cast<unsigned char>(byte));
        width += 4;
      }
    } else if (next.value == '\t') {
      out += ' ';
      ++width;
    } else if (next.value == '\n' || next.value == '\r') {
      out += next.value == '\n' ? "\\n" : "\\r";
      width += 2;
    } else if (is_hidden(next.value)) {
      width += append_escape(out, next.value);
    } else {
      out.append(text.substr(0, next.length));
      ++width;
    }
    text.remove_prefix(next.length);
  }
  return width;
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_visible(out, text);
  return out;
}

std::string visible_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    append_visible(out, text.substr(0, end));
    out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace cablelint
