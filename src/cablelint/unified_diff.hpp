#pragma once

#include <span>
#include <string>
#include <string_view>

#include <cablelint/fixes.hpp>

namespace cablelint {

/// Appends what fixes, in order, change in a document, as a unified diff with three lines around each change,
/// for `git apply` and `patch -p1`. Nothing without fixes.
void append_unified_diff(std::string& out, std::string_view name, std::string_view bytes,
                         std::span<const Fix> fixes);

}  // namespace cablelint
