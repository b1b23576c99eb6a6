#include "reports/html_text.hpp"

#include <cablelint/terminal_text.hpp>
#include <cablelint/utf8.hpp>

namespace cablelint::reports {
namespace {

void append_entities(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

void append_html_text(std::string& out, std::string_view text) {
  append_entities(out, visible(text));
}

void append_html_cable(std::string& out, std::string_view text) {
  while (!text.empty()) {
    std::size_t shown = 0;
    CodePoint next;
    for (; shown < text.size(); shown += next.length) {
      next = decode_utf8(text.substr(shown));
      if (next.value != '\t' && (!next.valid || is_hidden(next.value))) break;
    }
    append_entities(out, text.substr(0, shown));
    text.remove_prefix(shown);
    if (text.empty()) return;
    out += "<i>";
    append_visible(out, text.substr(0, next.length));
    out += "</i>";
    text.remove_prefix(next.length);
  }
}

}  // namespace cablelint::reports
