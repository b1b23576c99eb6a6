#include "reports/xml_text.hpp"

#include <cablelint/terminal_text.hpp>

namespace cablelint::reports {

void append_xml_text(std::string& out, std::string_view text) {
  for (const char c : visible(text)) {
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
      default:
        out += c;
    }
  }
}

void append_xml_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_xml_text(out, value);
  out += '"';
}

void append_xml_attribute(std::string& out, std::string_view name, std::size_t value) {
  append_xml_attribute(out, name, std::to_string(value));
}

}  // namespace cablelint::reports
