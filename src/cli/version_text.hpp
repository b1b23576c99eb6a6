#pragma once

#include <string>

namespace cablelint::cli {

/// One object of JSON with the version, the hash of the shipped rules as they run without any setting, and
/// the schemas of what the program writes: enough to see whether machines agree.
[[nodiscard]] std::string version_json();

}  // namespace cablelint::cli
