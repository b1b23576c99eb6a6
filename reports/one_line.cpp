#include "reports/one_line.hpp"

#include <cablelint/terminal_text.hpp>

namespace cablelint::reports {

std::string one_line(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::string out;
  while (true) {
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return out;
    text.remove_prefix(begin);
    const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
    if (!out.empty()) out += ' ';
    append_visible(out, word);
    text.remove_prefix(word.size());
  }
}

}  // namespace cablelint::reports
