#pragma once

#include <string>
#include <string_view>

namespace cablelint::reports {

/// Running text from a pack or a cable on one line, with hidden characters made visible.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace cablelint::reports
