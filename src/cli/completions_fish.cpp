#include <fmt/format.h>
#include <fmt/ranges.h>
#include <cablelint/append_format.hpp>

#include "cli/completions.hpp"

namespace cablelint::cli {
namespace {

constexpr std::string_view kHead =
    R"(# Completions of cablelint for fish, as `cablelint completions fish` writes them.

complete -c cablelint -f

# True when the command line so far is in the command $argv.
function __cablelint_in
    set -l command
    for word in (commandline -opc)[2..-1]
        if contains -- "$command $word" $__cablelint_commands
            set command "$command $word"
        else if not string match -q -- '-*' $word
            break
        end
    end
    test "$command" = "$argv[1]"
end

# What has been written of a list, so that its next word is offered.
function __cablelint_list
    set -l before (string match -r '^.*,' -- (commandline -ct))
    for word in $argv
        echo $before$word
    end
end

# Formats, and behind a colon the files to write.
function __cablelint_output
    set -l format (string match -r '^[^:]*:' -- (commandline -ct))
    if test -n "$format"
        for path in (__fish_complete_path (string replace -r '^[^:]*:' '' -- (commandline -ct)))
            echo $format$path
        end
    else
        for word in $argv
            echo $word
        end
    end
end

)";

std::string as_word(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out += '\'';
}

/// The name of a command as `__cablelint_in` knows it: without the program, each word behind a blank.
std::string_view below_program(const Command& command) {
  const std::size_t blank = command.name.find(' ');
  return blank == std::string::npos ? std::string_view{} : std::string_view(command.name).substr(blank);
}

/// The options of `complete` that say what a value is.
std::string value_of(const Parameter& parameter) {
  switch (parameter.content()) {
    case Content::file:
      return " -r -F";
    case Content::folder:
      return " -x -a '(__fish_complete_directories)'";
    case Content::rule:
      return " -x -a \"$__cablelint_rules\"";
    case Content::rules:
    case Content::rule_levels:
      return " -x -a '(__cablelint_list $__cablelint_rules)'";
    case Content::profile:
      return " -x -a \"$__cablelint_profiles\"";
    case Content::output:
      return fmt::format(" -x -a '(__cablelint_output {})'", fmt::join(parameter.words, " "));
    case Content::words:
      return fmt::format(" -x -a '{}'", fmt::join(parameter.words, " "));
    case Content::text:
      return " -x";
  }
  return {};
}

void append(std::string& out, const Command& command) {
  const std::string start = fmt::format(
      "complete -c cablelint -n {}", as_word(fmt::format("__cablelint_in \"{}\"", below_program(command))));
  const auto line = [&](const std::string& what, const std::string& description) {
    append_format(out, "{}{}{}\n", start, what,
                  description.empty() ? "" : " -d " + as_word(short_description(description)));
  };
  for (const Command& each : command.commands)
    line(fmt::format(" -a {}", each.last_word()), each.description);
  for (const Parameter& option : command.options) {
    std::string names;
    for (const std::string& name : option.names)
      names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    line(names + (option.flag() ? "" : value_of(option)), option.description);
    if (!option.opposite.empty()) line(" -l " + option.opposite.substr(2), "");
  }
  if (command.arguments.empty()) return;
  const Parameter& argument = command.arguments.back();
  if (argument.content() == Content::file)
    line(" -F", "");
  else if (argument.content() != Content::text)
    line(value_of(argument).substr(3), "");
}

}  // namespace

std::string fish_completion(const Command& program, const Vocables& vocables) {
  std::string out(kHead);
  const std::vector<const Command*> commands = flattened(program);
  out += "set -g __cablelint_commands";
  for (const Command* command : commands) {
    if (command != commands.front()) out += ' ' + as_word(below_program(*command));
  }
  append_format(out, "\nset -g __cablelint_profiles {}\nset -g __cablelint_rules {}",
                fmt::join(vocables.profiles, " "), fmt::join(vocables.groups, " "));
  for (const auto& [id, name] : vocables.rules) append_format(out, " {}", id);
  out += "\n\n";
  for (const Command* command : commands) append(out, *command);
  return out;
}

}  // namespace cablelint::cli
