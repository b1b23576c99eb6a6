#include "cli/usage.hpp"

#include <fmt/format.h>

#include <cablelint/expression/program.hpp>
#include <cablelint/terminal_text.hpp>
#include <string_view>

namespace cablelint::cli {
namespace {

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string_view near = expression::nearest(word, known);
  return near.empty() ? std::string{} : fmt::format("; did you mean `{}`?", near);
}

std::string unknown_option(const Command& command, const std::string& word) {
  std::vector<std::string_view> known;
  for (const Parameter& option : command.options) {
    for (const std::string& name : option.names) {
      if (name.starts_with("--")) known.emplace_back(name);
    }
    if (!option.opposite.empty()) known.emplace_back(option.opposite);
  }
  return fmt::format("there is no option {}{}", visible(word),
                     did_you_mean(word.substr(0, word.find('=')), known));
}

std::string unknown_command(const Command& command, const std::string& word) {
  std::vector<std::string_view> known;
  for (const Command& each : command.commands) known.push_back(each.last_word());
  return fmt::format("there is no command `{}`{}", visible(word), did_you_mean(word, known));
}

}  // namespace

std::string explain(const Command& command, const std::vector<std::string>& left,
                    const std::string& refusal) {
  const bool needs_command = !command.commands.empty();
  if (!left.empty()) {
    const std::string& word = left.front();
    if (word.starts_with('-') && word != "-") return unknown_option(command, word);
    if (needs_command) return unknown_command(command, word);
  }
  return needs_command ? "no command was given" : visible(refusal);
}

}  // namespace cablelint::cli
