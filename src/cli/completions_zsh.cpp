#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cablelint/append_format.hpp>

#include "cli/completions.hpp"

namespace cablelint::cli {
namespace {

constexpr std::string_view kHead = R"(#compdef cablelint
# Completions of cablelint for zsh, as `cablelint completions zsh` writes them.

)";

constexpr std::string_view kTail = R"(
# One rule.
_cablelint_rule() { _describe -t rules rule _cablelint_rules }

# Rules with commas between them, and with $1 what is put behind each.
_cablelint_list() {
  compset -P '*,'
  if (($#)) && compset -P '*='; then
    compadd -S '' - error warning note off
  elif (($#)); then
    _describe -t rules rule _cablelint_rules -S "$1"
  else
    _cablelint_rule
  fi
}

# Formats, and behind a colon the files to write.
_cablelint_output() {
  if compset -P '*:'; then
    _files
  else
    compadd - "$@"
  fi
}

if [[ $funcstack[1] == _cablelint ]]; then
  _cablelint "$@"
else
  compdef _cablelint cablelint
fi
)";

std::string as_word(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  }
  return out += '\'';
}

/// Inside of a specification, where brackets and colons part things.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

/// With a blank in front of it a function gets its own words only.
std::string action_of(const Parameter& parameter) {
  switch (parameter.content()) {
    case Content::file:
      return "_files";
    case Content::folder:
      return "_files -/";
    case Content::rule:
      return " _cablelint_rule";
    case Content::rules:
      return " _cablelint_list";
    case Content::rule_levels:
      return " _cablelint_list =";
    case Content::profile:
      return "compadd - $_cablelint_profiles";
    case Content::output:
      return fmt::format(" _cablelint_output {}", fmt::join(parameter.words, " "));
    case Content::words:
      return fmt::format("({})", fmt::join(parameter.words, " "));
    case Content::text:
      return " ";
  }
  return {};
}

std::string function_of(const Command& command) {
  std::string name = '_' + command.name;
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

void append_option(std::string& out, const Parameter& option) {
  std::vector<std::string> names = option.names;
  if (!option.opposite.empty()) names.push_back(option.opposite);
  const std::string all = fmt::format("{}", fmt::join(names, " "));
  for (const std::string& name : names) {
    std::string text = option.repeatable() ? "*" : names.size() > 1 ? '(' + all + ')' : "";
    text += name;
    if (!option.flag() && name.starts_with("--")) text += '=';
    if (name != option.opposite) text += '[' + escaped(short_description(option.description)) + ']';
    if (!option.flag()) text += ':' + escaped(option.type) + ':' + action_of(option);
    append_format(out, " \\\n    {}", as_word(text));
  }
}

void append(std::string& out, const Command& command) {
  append_format(out, "{}() {{\n", function_of(command));
  if (!command.commands.empty()) out += "  local curcontext=$curcontext state line\n";
  append_format(out, "  _arguments -s -S{}", command.commands.empty() ? "" : " -C");
  for (const Parameter& option : command.options) append_option(out, option);
  for (const Parameter& argument : command.arguments) {
    const std::string what = escaped(argument.type) + ':' + action_of(argument);
    append_format(out, " \\\n    {}", as_word(argument.repeatable() ? "*:" + what : ':' + what));
  }
  if (command.commands.empty()) {
    out += "\n}\n\n";
    return;
  }
  out +=
      " \\\n    ':command:->command' '*::argument:->argument'\n  case $state in\n    command)\n      local "
      "-a commands=(";
  for (const Command& each : command.commands) {
    append_format(
        out, "\n        {}",
        as_word(fmt::format("{}:{}", each.last_word(), escaped(short_description(each.description)))));
  }
  out +=
      "\n      )\n      _describe -t commands command commands\n      ;;\n    argument)\n      case $line[1] "
      "in\n";
  for (const Command& each : command.commands)
    append_format(out, "        {}) {} ;;\n", each.last_word(), function_of(each));
  out += "      esac\n      ;;\n  esac\n}\n\n";
}

}  // namespace

std::string zsh_completion(const Command& program, const Vocables& vocables) {
  std::string out(kHead);
  append_format(out, "typeset -ga _cablelint_profiles=({})\ntypeset -ga _cablelint_rules=({}",
                fmt::join(vocables.profiles, " "), fmt::join(vocables.groups, " "));
  for (const auto& [id, name] : vocables.rules)
    append_format(out, "\n  {}", as_word(fmt::format("{}:{}", id, escaped(name))));
  out += "\n)\n\n";
  for (const Command* command : flattened(program)) append(out, *command);
  out.pop_back();
  return out += kTail;
}

}  // namespace cablelint::cli
