#include <cablelint/expression/literal.hpp>
#include <cablelint/expression/utf8.hpp>
#include <charconv>
#include <limits>

namespace cablelint::expression {
namespace {

struct Digits {
  bool negative = false;
  std::uint64_t value = 0;
  bool overflow = false;
};

// The sign may be followed by blanks, even comments: "- 5".
Digits read_digits(std::string_view text) {
  Digits digits;
  if (!text.empty() && text[0] == '-') {
    digits.negative = true;
    std::size_t at = 1;
    while (at < text.size() && (text[at] < '0' || text[at] > '9') && text[at] != '.') {
      if (text[at] == '/') at = text.find('\n', at);
      ++at;
    }
    text.remove_prefix(at);
  }
  int base = 10;
  if (text.starts_with("0x")) {
    base = 16;
    text.remove_prefix(2);
  }
  const auto result = std::from_chars(text.data(), text.data() + text.size(), digits.value, base);
  digits.overflow = result.ec != std::errc{};
  return digits;
}

std::uint32_t hex(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return value;
}

// The body of a string between its quotes, and whether escapes count in it.
struct Body {
  std::string_view text;
  bool raw = false;
};

Body body_of(std::string_view text) {
  Body body;
  if (text[0] == 'r' || text[0] == 'R') {
    body.raw = true;
    text.remove_prefix(1);
  }
  const bool triple = text.size() >= 6 && text[1] == text[0] && text[2] == text[0];
  const std::size_t quote = triple ? 3 : 1;
  body.text = text.substr(quote, text.size() - 2 * quote);
  return body;
}

Value decode(std::string_view text, bool bytes, Arena& arena) {
  const Body body = body_of(text);
  const auto result = [bytes](std::string_view s) {
    return bytes ? Value::of_bytes(s) : Value::of_string(s);
  };
  if (body.raw || body.text.find('\\') == std::string_view::npos) return result(body.text);
  std::string out;
  out.reserve(body.text.size());
  for (std::size_t at = 0; at < body.text.size(); ++at) {
    const char c = body.text[at];
    if (c != '\\') {
      out += c;
      continue;
    }
    const char code = body.text[++at];
    std::uint32_t point = 0;
    std::size_t digits = 0;
    switch (code) {
      case 'a':
        out += '\a';
        continue;
      case 'b':
        out += '\b';
        continue;
      case 'f':
        out += '\f';
        continue;
      case 'n':
        out += '\n';
        continue;
      case 'r':
        out += '\r';
        continue;
      case 't':
        out += '\t';
        continue;
      case 'v':
        out += '\v';
        continue;
      case 'x':
      case 'X':
        digits = 2;
        break;
      case 'u':
        digits = 4;
        break;
      case 'U':
        digits = 8;
        break;
      default:
        if (code < '0' || code > '3') {
          out += code;
          continue;
        }
        point = static_cast<std::uint32_t>((code - '0') * 64 + (body.text[at + 1] - '0') * 8 +
                                           (body.text[at + 2] - '0'));
        at += 2;
    }
    if (digits != 0) {
      point = hex(body.text.substr(at + 1, digits));
      at += digits;
    }
    if (bytes) {
      if (digits > 2)
        return Value::of_error("bytes cannot hold `\\u` and `\\U`: write the bytes as `\\x` and two digits");
      out += static_cast<char>(point);
    } else {
      if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
        return Value::of_error("an escape that is no Unicode character");
      }
      append_utf8(out, point);
    }
  }
  return result(arena.copy(out));
}

}  // namespace

Value read_integer(std::string_view text) {
  const Digits digits = read_digits(text);
  constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (digits.overflow || digits.value > kMax + (digits.negative ? 1 : 0)) {
    return Value::of_error("an int has 64 bits: this number is too large");
  }
  return Value::of_int(static_cast<std::int64_t>(digits.negative ? 0 - digits.value : digits.value));
}

Value read_unsigned(std::string_view text) {
  const Digits digits = read_digits(text.substr(0, text.size() - 1));
  if (digits.overflow) return Value::of_error("a uint has 64 bits: this number is too large");
  if (digits.negative) return Value::of_error("a uint has no sign");
  return Value::of_uint(digits.value);
}

Value read_real(std::string_view text) {
  bool negative = false;
  while (text[0] != '.' && (text[0] < '0' || text[0] > '9')) {
    if (text[0] == '-') negative = true;
    text.remove_prefix(text[0] == '/' ? text.find('\n') : 1);
  }
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc{}) return Value::of_error("a double cannot hold this number");
  return Value::of_double(negative ? -value : value);
}

Value read_text(std::string_view text, Arena& arena) {
  return decode(text, false, arena);
}

Value read_bytes(std::string_view text, Arena& arena) {
  return decode(text.substr(1), true, arena);
}

}  // namespace cablelint::expression
