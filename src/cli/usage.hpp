#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace cablelint::cli {

/// What is wrong with a command line that was refused, in one line that is safe to show. `left` are the words
/// that nothing takes behind those of `command`; `refusal` is said where they are not the reason.
[[nodiscard]] std::string explain(const Command& command, const std::vector<std::string>& left,
                                  const std::string& refusal);

}  // namespace cablelint::cli
