#include <cablelint/json_text.hpp>

#include <array>
#include <cstdint>

#include <cablelint/byte_block.hpp>
#include <cablelint/terminal_text.hpp>
#include <cablelint/utf8.hpp>

namespace cablelint {
namespace {

enum class Class : std::uint8_t { plain, blank, escaped, high };

constexpr std::array<Class, 256> classes() {
  std::array<Class, 256> of{};
  for (std::size_t byte = 0; byte < of.size(); ++byte)
    of[byte] = byte >= 0x80 ? Class::high : byte < 0x20 || byte == 0x7F ? Class::escaped : Class::plain;
  of['"'] = of['\\'] = Class::escaped;
  for (const char blank : {' ', '\t', '\n', '\r', '\f', '\v'})
    of[static_cast<unsigned char>(blank)] = Class::blank;
  return of;
}

constexpr std::array<Class, 256> kClass = classes();

Class class_of(char c) {
  return kClass[static_cast<unsigned char>(c)];
}

void append_unicode_escape(std::string& out, char32_t code) {
  constexpr char kHex[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(code >> shift) & 0xF];
}

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      append_unicode_escape(out, static_cast<unsigned char>(c));
  }
}

// Returns the bytes consumed.
std::size_t append_high(std::string& out, std::string_view text) {
  const CodePoint point = decode_utf8(text);
  if (!point.valid) {
    out += "\xEF\xBF\xBD";
  } else if (!is_hidden(point.value)) {
    out += text.substr(0, point.length);
  } else if (point.value < 0x10000) {
    append_unicode_escape(out, point.value);
  } else {
    append_unicode_escape(out, 0xD800 + ((point.value - 0x10000) >> 10));
    append_unicode_escape(out, 0xDC00 + ((point.value - 0x10000) & 0x3FF));
  }
  return point.length;
}

/// The end of a run of plain characters, with single blanks between them, that may begin at `at`.
std::size_t end_of_run(std::string_view text, std::size_t at) {
  const auto is_plain = [](ByteBlock block) {
    return (block - block_of('!') <= block_of('~' - '!')) & (block != block_of('"')) &
           (block != block_of('\\'));
  };
  for (; at + kByteBlock < text.size(); at += kByteBlock) {
    const ByteBlock bytes = load_block(text.data() + at);
    const ByteBlock next = load_block(text.data() + at + 1);
    if (has_bits(held(~(is_plain(bytes) | ((bytes == block_of(' ')) & is_plain(next)))))) break;
  }
  while (at < text.size() &&
         (class_of(text[at]) == Class::plain ||
          (text[at] == ' ' && at + 1 < text.size() && class_of(text[at + 1]) == Class::plain)))
    ++at;
  return at;
}

template <bool kFold> void append(std::string& out, std::string_view text) {
  out += '"';
  const std::size_t begin = out.size();
  bool gap = false;  // blanks were met behind the last text
  for (std::size_t at = 0; at < text.size();) {
    const Class kind = class_of(text[at]);
    if (kind == Class::blank && kFold) {
      gap = true;
      ++at;
      continue;
    }
    if (gap && out.size() != begin) out += ' ';
    gap = false;
    if (kind == Class::high) {
      at += append_high(out, text.substr(at));
    } else if (kind == Class::escaped || (kind == Class::blank && text[at] != ' ')) {
      append_escape(out, text[at++]);
    } else {
      const std::size_t end = end_of_run(text, at + 1);
      out += text.substr(at, end - at);
      at = end;
    }
  }
  out += '"';
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  append<false>(out, text);
}

void append_json_folded(std::string& out, std::string_view text) {
  append<true>(out, text);
}

}  // namespace cablelint
