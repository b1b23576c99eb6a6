#pragma once

#include <string>

#include "cli/command.hpp"

namespace cablelint::cli {

/// The manual page cablelint(1) of `program` and all commands below it, in the language of man(7).
[[nodiscard]] std::string manual(const Command& program);

}  // namespace cablelint::cli
