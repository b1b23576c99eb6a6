#include <cablelint/html_entities.hpp>

#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace cablelint {
namespace {

constexpr std::size_t kLongestReference = 10;

void append_utf8(std::string& out, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | (code >> 6U));
    put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12U));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | (code >> 18U));
    put(0x80U | ((code >> 12U) & 0x3FU));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  }
}

/// The character that a name between "&" and ";" stands for; 0 for none.
std::uint32_t character(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::uint32_t>, 6> kNames{
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}}};
  for (const auto& [known, code] : kNames) {
    if (name == known) return code;
  }
  if (name.size() < 2 || name[0] != '#') return 0;
  const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
  name.remove_prefix(hexadecimal ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, fault] =
      std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  const bool whole = fault == std::errc{} && end == name.data() + name.size();
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return whole && code <= 0x10FFFF && !surrogate ? code : 0;
}

}  // namespace

bool append_decoded(std::string& out, std::string_view text) {
  bool decoded = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find('&', at);
    out.append(text, at, begin - at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = text.substr(begin, kLongestReference).find(';');
    const std::uint32_t code = end == std::string_view::npos ? 0 : character(text.substr(begin + 1, end - 1));
    if (code == 0) {
      out += '&';
      at = begin + 1;
      continue;
    }
    append_utf8(out, code);
    decoded = true;
    at = begin + end + 1;
  }
  return decoded;
}

}  // namespace cablelint
