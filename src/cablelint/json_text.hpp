#pragma once

#include <string>
#include <string_view>

namespace cablelint {

/// Appends a JSON string in quotes. Always valid UTF-8 on one line: an invalid byte becomes U+FFFD; control
/// characters and code points that a reader cannot see are escaped.
void append_json_string(std::string& out, std::string_view text);
/// The same with line breaks and runs of blanks folded to one blank and none at the ends.
void append_json_folded(std::string& out, std::string_view text);

}  // namespace cablelint
