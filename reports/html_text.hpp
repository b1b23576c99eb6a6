#pragma once

#include <string>
#include <string_view>

namespace cablelint::reports {

/// Appends text from a stranger to HTML, inside an element or a quoted attribute: one line, every sign that
/// means something in HTML as an entity, hidden characters and invalid UTF-8 as visible escapes.
void append_html_text(std::string& out, std::string_view text);

/// The same for text of a cable in its place: tabs stay, and each escape is an element `<i>`, which tells it
/// from a cable that has a backslash there.
void append_html_cable(std::string& out, std::string_view text);

}  // namespace cablelint::reports
