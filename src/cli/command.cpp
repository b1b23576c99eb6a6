#include "cli/command.hpp"

#include <algorithm>
#include <utility>

namespace cablelint::cli {
namespace {

/// What stands for a value in the help says what the value is.
constexpr std::pair<std::string_view, Content> kContents[] = {
    {"DIR", Content::folder}, {"FILE", Content::file},      {"FORMAT[:FILE]", Content::output},
    {"PACK", Content::file},  {"PATH", Content::file},      {"PROFILE", Content::profile},
    {"RULE", Content::rule},  {"WORD,...", Content::rules}, {"WORD=LEVEL,...", Content::rule_levels},
};

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    names.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

Parameter option(std::string_view names, Target target, std::string type, std::string about) {
  Parameter parameter;
  parameter.names = split_names(names);
  parameter.type = std::move(type);
  parameter.description = std::move(about);
  parameter.target = target;
  return parameter;
}

Parameter argument(std::string_view name, Target target, std::string about) {
  return option(name, target, std::string(name), std::move(about));
}

Parameter answered(Answer answer, std::string_view names, std::string about) {
  Parameter flag = option(names, static_cast<bool*>(nullptr), "", std::move(about));
  flag.answer = answer;
  return flag;
}

void append_flattened(const Command& command, std::vector<const Command*>& all) {
  all.push_back(&command);
  for (const Command& each : command.commands) append_flattened(each, all);
}

}  // namespace

Content Parameter::content() const {
  for (const auto& [known, content] : kContents) {
    if (type == known) return content;
  }
  return words.empty() ? Content::text : Content::words;
}

Command::Command(std::string called, std::string about)
    : name(std::move(called)), description(std::move(about)) {}

std::string_view Command::last_word() const {
  const std::size_t blank = name.rfind(' ');
  return std::string_view(name).substr(blank == std::string::npos ? 0 : blank + 1);
}

Command& Command::add_command(std::string_view word, std::string about) {
  Command& added = commands.emplace_back(name + ' ' + std::string(word), std::move(about));
  added.add_help();
  return added;
}

void Command::add_help() {
  options.push_back(answered(Answer::help, "-h,--help", "Show this help"));
}

void Command::add_version() {
  options.push_back(answered(Answer::version, "-V,--version", "Show the version"));
}

Parameter& Command::add_flag(std::string_view names, bool& given, std::string about) {
  return options.emplace_back(option(names, &given, "", std::move(about)));
}

Parameter& Command::add_option(std::string_view names, std::string& word, std::string type,
                               std::string about) {
  return options.emplace_back(option(names, &word, std::move(type), std::move(about)));
}

Parameter& Command::add_repeatable(std::string_view names, std::vector<std::string>& words, std::string type,
                                   std::string about) {
  return options.emplace_back(option(names, &words, std::move(type), std::move(about)));
}

Parameter& Command::add_argument(std::string_view argument_name, std::string& word, std::string about) {
  Parameter& added = arguments.emplace_back(argument(argument_name, &word, std::move(about)));
  // Without one, `TEXT REQUIRED` would stand behind its name.
  added.mark = " ";
  return added;
}

Parameter& Command::add_required(std::string_view argument_name, std::string& word, std::string about) {
  Parameter& added = add_argument(argument_name, word, std::move(about));
  added.required = true;
  return added;
}

Parameter& Command::add_arguments(std::string_view argument_name, std::vector<std::string>& words,
                                  std::string about) {
  Parameter& added = arguments.emplace_back(argument(argument_name, &words, std::move(about)));
  added.mark = "...";
  return added;
}

std::vector<const Command*> flattened(const Command& command) {
  std::vector<const Command*> all;
  append_flattened(command, all);
  return all;
}

}  // namespace cablelint::cli
