#include "cli/command_tree.hpp"

#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <algorithm>
#include <utility>

#include "cli/offered_words.hpp"

namespace cablelint::cli {
namespace {

/// What stands for a value in the help says what the value is.
constexpr std::pair<std::string_view, Content> kContents[] = {
    {"DIR", Content::folder}, {"FILE", Content::file},      {"FORMAT[:FILE]", Content::output},
    {"PACK", Content::file},  {"PATH", Content::file},      {"PROFILE", Content::profile},
    {"RULE", Content::rule},  {"WORD,...", Content::rules}, {"WORD=LEVEL,...", Content::rule_levels},
};

Content content_of(std::string_view type, bool has_words) {
  for (const auto& [known, content] : kContents) {
    if (type == known) return content;
  }
  return has_words ? Content::words : Content::text;
}

Parameter describe(CLI::Option& option) {
  Parameter parameter;
  parameter.description = option.get_description();
  parameter.words = offered(option);
  parameter.required = option.get_required();
  const int most = option.get_items_expected_max();
  parameter.repeatable = most > 1;
  if (!option.nonpositional()) {
    parameter.names = {option.get_name(true)};
    parameter.type = parameter.names.front();
  } else {
    for (const std::string& name : option.get_snames()) parameter.names.push_back("-" + name);
    const std::vector<std::string>& opposites = option.get_fnames();
    for (const std::string& name : option.get_lnames()) {
      const bool opposite = std::find(opposites.begin(), opposites.end(), name) != opposites.end();
      (opposite ? parameter.opposite : parameter.names.emplace_back()) = "--" + name;
    }
    if (most > 0) parameter.type = option.get_option_text();
  }
  parameter.content = content_of(parameter.type, !parameter.words.empty());
  return parameter;
}

void describe(CLI::App& app, const std::string& prefix, Command& command) {
  command.name = prefix + app.get_name();
  command.description = app.get_description();
  command.footer = app.get_footer();
  for (CLI::Option* option : app.get_options())
    (option->nonpositional() ? command.options : command.arguments).push_back(describe(*option));
  for (CLI::App* each : app.get_subcommands([](CLI::App*) { return true; }))
    describe(*each, command.name + ' ', command.commands.emplace_back());
}

void append_flattened(const Command& command, std::vector<const Command*>& all) {
  all.push_back(&command);
  for (const Command& each : command.commands) append_flattened(each, all);
}

}  // namespace

std::string_view Command::last_word() const {
  const std::size_t blank = name.rfind(' ');
  return std::string_view(name).substr(blank == std::string::npos ? 0 : blank + 1);
}

Command describe(CLI::App& app) {
  Command command;
  describe(app, "", command);
  return command;
}

std::vector<const Command*> flattened(const Command& command) {
  std::vector<const Command*> all;
  append_flattened(command, all);
  return all;
}

}  // namespace cablelint::cli
