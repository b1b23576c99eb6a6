#pragma once

#include <string>
#include <string_view>

namespace cablelint {

/// Why these bytes, the begin of a document, are not text: "is a PDF document, not text". Empty when they may
/// be.
[[nodiscard]] std::string reason_not_text(std::string_view bytes);

}  // namespace cablelint
