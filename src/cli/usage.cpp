#include "cli/usage.hpp"

#include <fmt/format.h>
#include <CLI/App.hpp>

#include <CLI/Option.hpp>
#include <algorithm>
#include <cablelint/expression/program.hpp>
#include <cablelint/terminal_text.hpp>
#include <string_view>

namespace cablelint::cli {
namespace {

const CLI::App& given_command(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::string_view near = expression::nearest(word, {known.begin(), known.end()});
  return near.empty() ? std::string{} : fmt::format("; did you mean `{}`?", near);
}

std::string unknown_option(const CLI::App& command, const std::string& word) {
  std::vector<std::string> known;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  return fmt::format("there is no option {}{}", visible(word),
                     did_you_mean(word.substr(0, word.find('=')), known));
}

std::string unknown_command(const CLI::App& command, const std::string& word) {
  std::vector<std::string> known;
  for (const CLI::App* each : command.get_subcommands([](const CLI::App*) { return true; })) {
    known.push_back(each->get_name());
  }
  return fmt::format("there is no command `{}`{}", visible(word), did_you_mean(word, known));
}

}  // namespace

std::string command_name(const CLI::App& app) {
  std::string name = app.get_name();
  for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
    at = at->get_subcommands().front();
    name += ' ' + at->get_name();
  }
  return name;
}

std::string explain(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = given_command(app);
  const std::vector<std::string> unknown = command.remaining();
  if (!unknown.empty()) {
    const std::string& word = unknown.front();
    if (word.starts_with('-') && word != "-") return unknown_option(command, word);
    if (command.get_require_subcommand_min() > 0) return unknown_command(command, word);
  }
  if (command.get_require_subcommand_min() > 0 && command.get_subcommands().empty())
    return "no command was given";
  return visible(error.what());
}

std::vector<std::string> command_words(int argc, char** argv) {
  std::vector<std::string> words;
  bool names_only = false;
  for (const std::string_view word : std::vector<std::string_view>(argv + 1, argv + argc)) {
    if (!names_only && word == "--") {
      names_only = true;
      continue;
    }
    // CLI11 would take a name in brackets for a list, and after `--` it forgets that PATH may be repeated.
    const bool misread = (word.starts_with('[') && word.ends_with(']')) ||
                         (names_only && word.starts_with('-') && word != "-");
    words.push_back(misread ? std::string(kNotAList) + std::string(word) : std::string(word));
  }
  std::reverse(words.begin(), words.end());
  return words;
}

}  // namespace cablelint::cli
