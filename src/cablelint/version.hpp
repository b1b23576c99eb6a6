#pragma once

#include <string_view>

#ifndef CABLELINT_VERSION
#define CABLELINT_VERSION "0.0.0"
#endif

namespace cablelint {

/// The version of the tool, as "1.2.3".
inline constexpr std::string_view kVersion = CABLELINT_VERSION;

}  // namespace cablelint
