#include "reports/template.hpp"
#include "reports/one_line.hpp"

#include <cablelint/embedded.hpp>
#include <cablelint/terminal_text.hpp>
#include <stdexcept>

namespace cablelint::reports {
namespace {

/// Every sign that could mean something in the middle of a line.
std::string escape_markdown(const std::string& text) {
  constexpr std::string_view kSigns = "\\`*_[]<>#|~&";
  std::string out;
  for (const char c : text) {
    if (kSigns.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string fill(std::string_view name, Markup markup, Data& data) {
  const std::string text(embedded_template(name));
  if (text.empty()) throw std::runtime_error("there is no template " + std::string(name));
  kainjow::mustache::mustache filled(text);
  if (!filled.is_valid()) throw std::runtime_error(std::string(name) + ": " + filled.error_message());
  if (markup == Markup::markdown) filled.set_custom_escape(escape_markdown);
  data["style"] = std::string(embedded_template("page.css"));
  return filled.render(data);
}

Data values(const std::vector<std::string>& items) {
  Data list(Data::type::list);
  for (const std::string& item : items) list << Data("value", one_line(item));
  return list;
}

}  // namespace cablelint::reports
