#pragma once

#include <string>
#include <string_view>

namespace cablelint {

/// Decodes character references, which copies made through HTML left in the text: "&amp;", "&#8217;",
/// "&#x2019;". Appends to `out`; what is no reference stays as it is. True when something was decoded.
bool append_decoded(std::string& out, std::string_view text);

}  // namespace cablelint
