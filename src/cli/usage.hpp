#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/cli11.hpp"

namespace cablelint::cli {

/// The command that was given, as in "cablelint rules explain".
[[nodiscard]] std::string command_name(const CLI::App& app);

/// What is wrong with a command line that CLI11 refused, in one line that is safe to show.
[[nodiscard]] std::string explain(const CLI::App& app, const CLI::ParseError& error);

/// Stands in front of words in brackets: a path stays the same, an expression drops it again.
inline constexpr std::string_view kNotAList = "./";

/// The words of the command line in the order that CLI::App::parse takes them.
[[nodiscard]] std::vector<std::string> command_words(int argc, char** argv);

}  // namespace cablelint::cli
