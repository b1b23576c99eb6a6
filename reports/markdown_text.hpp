#pragma once

#include <string>
#include <string_view>

namespace cablelint::reports {

/// Appends text from a stranger to Markdown, also inside a table: one line that is shown letter by letter,
/// without links, mentions, HTML or any other meaning.
void append_markdown_text(std::string& out, std::string_view text);

}  // namespace cablelint::reports
