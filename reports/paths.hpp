#pragma once

#include <string>
#include <string_view>

namespace cablelint::reports {

/// A document's name as other tools look for it: without "." and "..", relative to `root` when it lies below,
/// else absolute. A name that cannot be placed, as "-" for standard input, stays as it is.
[[nodiscard]] std::string path_below(std::string_view root, std::string_view name);

/// The same as a URI reference, percent-encoded; "file:///..." when it does not lie below `root`.
[[nodiscard]] std::string uri_below(std::string_view root, std::string_view name);

}  // namespace cablelint::reports
