#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"

namespace cablelint::cli {

/// What completions offer besides the command line itself.
struct Vocables {
  std::vector<std::pair<std::string, std::string>> rules;  // id and name
  std::vector<std::string> groups;                         // what ids begin with: "DCL"
  std::vector<std::string> profiles;
};

/// The script with which a shell completes `program` and the commands below it.
[[nodiscard]] std::string bash_completion(const Command& program, const Vocables& vocables);
[[nodiscard]] std::string zsh_completion(const Command& program, const Vocables& vocables);
[[nodiscard]] std::string fish_completion(const Command& program, const Vocables& vocables);

/// The part of a description that fits beside a word in a list: up to its first bracket, semicolon or colon.
[[nodiscard]] std::string short_description(const std::string& description);

}  // namespace cablelint::cli
