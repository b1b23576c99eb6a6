#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cablelint::cli {

struct Command;

/// What a command line asks for.
enum class Wish : std::uint8_t { run, help, version, nothing };

/// A command line that was read.
struct CommandLine {
  Wish wish = Wish::nothing;         // nothing: it cannot be understood
  const Command* command = nullptr;  // that was given, or as far as it could be understood; never null
  std::string text;                  // the help, or what is wrong, in one line that is safe to show
};

/// Reads the words of a command line, of which the first is the program, and fills what the parameters of
/// `program` and the commands below it point to. Never throws for words that are wrong.
[[nodiscard]] CommandLine read_command_line(Command& program, int argc, char** argv);

/// Stands in front of words in brackets: a path stays the same, an expression drops it again.
inline constexpr std::string_view kNotAList = "./";

}  // namespace cablelint::cli
