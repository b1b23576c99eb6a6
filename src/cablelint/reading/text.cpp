#include <cablelint/reading/text.hpp>

#include <algorithm>

#include "grammar/wrapper.hpp"

#include <cablelint/reading/input.hpp>

namespace cablelint::reading {
namespace {

/// Length of the markup and blanks at the start of a text. Links belong to what they link.
std::size_t markup_length(std::string_view text) {
  if (text.starts_with("<a ") || text.starts_with("<A ") || text.starts_with("</a") ||
      text.starts_with("</A"))
    return 0;
  Input in(text.data(), text.data() + text.size(), "");
  using leading = tao::pegtl::plus<tao::pegtl::sor<grammar::wrapper::markup, tao::pegtl::space>>;
  return tao::pegtl::parse<leading>(in) ? static_cast<std::size_t>(in.current() - text.data()) : 0;
}

}  // namespace

Span without_markup(std::string_view bytes, Span span) {
  constexpr std::size_t kLongestTag = 256;
  std::string_view text = bytes.substr(span.offset, span.length);
  const std::size_t leading = markup_length(text);
  if (leading == text.size()) return span;
  text.remove_prefix(leading);
  for (;;) {
    while (is_space(text.back())) text.remove_suffix(1);
    const char opener = text.back() == '>' ? '<' : text.back() == ';' ? '&' : '\0';
    if (opener == '\0') break;
    const std::string_view tail = text.substr(text.size() - std::min(text.size(), kLongestTag));
    const std::size_t at = tail.rfind(opener);
    if (at == std::string_view::npos || at == 0 || markup_length(tail.substr(at)) != tail.size() - at) break;
    text.remove_suffix(tail.size() - at);
  }
  return {static_cast<std::uint32_t>(text.data() - bytes.data()), static_cast<std::uint32_t>(text.size())};
}

}  // namespace cablelint::reading
