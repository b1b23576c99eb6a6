#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cablelint::reports {

/// Appends text from a stranger to XML, inside an element or a quoted attribute: one line of characters that
/// XML 1.0 allows and a reader can see; what is not becomes a visible escape.
void append_xml_text(std::string& out, std::string_view text);

/// Appends ` name="value"`.
void append_xml_attribute(std::string& out, std::string_view name, std::string_view value);
void append_xml_attribute(std::string& out, std::string_view name, std::size_t value);

}  // namespace cablelint::reports
