#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/cli11.hpp"

namespace cablelint::cli {

/// What may be written for a parameter.
enum class Content : std::uint8_t { text, words, file, folder, rule, rules, rule_levels, profile, output };

/// An option or an argument of a command.
struct Parameter {
  std::vector<std::string> names;  // "-j", "--jobs"; "PATH" of an argument
  std::string opposite;            // "--no-quiet"; empty when nothing switches it off
  std::string type;                // "N"; empty for flags
  std::string description;         // ends without a full stop
  Content content = Content::text;
  std::vector<std::string> words;  // with Content::words, and the formats with Content::output
  bool repeatable = false;
  bool required = false;

  [[nodiscard]] bool flag() const { return type.empty(); }
};

/// A command as completions and manual show it.
struct Command {
  std::string name;  // "cablelint rules list"
  std::string description;
  std::string footer;
  std::vector<Parameter> options;
  std::vector<Parameter> arguments;
  std::vector<Command> commands;

  /// "list"
  [[nodiscard]] std::string_view last_word() const;
};

/// The command of `app` and all below it, in the order of their help.
[[nodiscard]] Command describe(CLI::App& app);

/// A command and all below it, each before its own.
[[nodiscard]] std::vector<const Command*> flattened(const Command& command);

}  // namespace cablelint::cli
