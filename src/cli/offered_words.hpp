#pragma once

#include <string>
#include <vector>

#include "cli/cli11.hpp"

namespace cablelint::cli {

/// Makes the words that an option takes known to completions. Refusing others stays with whoever reads it.
CLI::Option* offer(CLI::Option* option, const std::vector<std::string>& words);

/// What was offered; empty when nothing was.
[[nodiscard]] std::vector<std::string> offered(CLI::Option& option);

}  // namespace cablelint::cli
