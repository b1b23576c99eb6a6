#include "reports/markdown_text.hpp"

#include <cablelint/terminal_text.hpp>

namespace cablelint::reports {
namespace {

// Whatever can begin a construct somewhere in a line; what can begin one at the start of a line only (+, -, =
// and numbers) never stands there.
constexpr std::string_view kMeaningful = "&<>|`*_[]\\~$\"'!";

}  // namespace

void append_markdown_text(std::string& out, std::string_view text) {
  for (const char c : visible(text)) {
    if (c == '@' || c == '#' || c == ':') {
      // Mentions, references, addresses and emoji are looked for in the text as it is shown, so that an
      // entity does not hide them; a comment does.
      out += c;
      out += "<!-- -->";
    } else if (c == '.' && out.ends_with("www")) {
      out += "&#46;";
    } else if (kMeaningful.find(c) != std::string_view::npos) {
      out += "&#" + std::to_string(static_cast<int>(c)) + ';';
    } else {
      out += c;
    }
  }
}

}  // namespace cablelint::reports
