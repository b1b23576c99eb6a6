#include "reports/audit_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/utf8.hpp>

#include "reports/html_text.hpp"
#include "reports/one_line.hpp"

namespace cablelint::reports {

std::string thousands(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

std::string figure(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", thousands(count), noun, count == 1 ? "" : "s");
}

std::string share(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "–";
  if (part == 0) return "0.0%";
  if (part >= whole) return "100.0%";
  const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  if (percent < 0.05) return "under 0.1%";
  if (percent >= 99.95) return "over 99.9%";
  return fmt::format("{:.1f}%", percent);
}

std::string shortened(std::string_view text, std::size_t most) {
  constexpr std::size_t kLongestCodePoint = 4;
  // What lies behind cannot be shown, and may be megabytes.
  std::string line = one_line(text.substr(0, kLongestCodePoint * (most + 1)));
  std::size_t end = 0;
  std::size_t last = 0;
  for (std::size_t count = 0; end < line.size() && count < most; ++count) {
    last = end;
    end += decode_utf8(std::string_view(line).substr(end)).length;
  }
  if (end >= line.size()) return line;
  return line.substr(0, last) + "…";
}

std::string shortened_html(std::string_view text, std::size_t most) {
  std::string out;
  append_html_text(out, shortened(text, most));
  return out;
}

}  // namespace cablelint::reports
