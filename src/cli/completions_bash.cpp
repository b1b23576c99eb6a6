#include <fmt/format.h>
#include <fmt/ranges.h>
#include <cablelint/append_format.hpp>

#include "cli/completions.hpp"

namespace cablelint::cli {
namespace {

constexpr std::string_view kHead =
    R"(# Completions of cablelint for bash, as `cablelint completions bash` writes them.

)";

constexpr std::string_view kTail = R"(
# Fills COMPREPLY for a value of that kind; $before is what stands in front of it in its word.
_cablelint_offer() {
  local kind=$1 words=$2 value=$3 last
  case $kind in
    rules | levels)
      last=${value##*,}
      before+=${value%"$last"}
      words=$_cablelint_rules
      [[ $kind != levels ]] || compopt -o nospace
      if [[ $kind == levels && $last == *=* ]]; then
        before+=${last%%=*}=
        last=${last#*=}
        words='error warning note off'
      fi
      value=$last
      ;;
    rule) words=$_cablelint_rules ;;
    profile) words=$_cablelint_profiles ;;
    output)
      if [[ $value == *:* ]]; then
        before+=${value%%:*}:
        value=${value#*:}
        kind=file
      fi
      ;;
  esac
  case $kind in
    file)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$value")
      ;;
    folder)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -d -- "$value")
      ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$value") ;;
  esac
}

_cablelint() {
  local command=cablelint option='' names_only='' before='' word whole at
  local commands options arguments argument_words kind words
  local -a line=()

  # Bash also parts words at = and :, which belong to them here.
  local rest=${COMP_LINE:0:COMP_POINT} apart
  for ((at = 0; at <= COMP_CWORD; ++at)); do
    apart=${rest%%[![:blank:]]*}
    rest=${rest#"$apart"}
    word=${COMP_WORDS[at]}
    ((at < COMP_CWORD)) || word=$rest
    rest=${rest#"$word"}
    if [[ $apart || $at == 0 ]]; then
      line+=("$word")
    else
      line[-1]+=$word
    fi
  done
  whole=${line[-1]}
  unset 'line[-1]'

  for word in "${line[@]:1}"; do
    if [[ $option ]]; then
      option=''
      continue
    fi
    [[ ! $names_only ]] || continue
    case $word in
      --) names_only=1 ;;
      --*=*) ;;
      -*)
        _cablelint_option "$command" "$word"
        [[ ! $kind ]] || option=$word
        ;;
      *)
        _cablelint_command "$command"
        [[ " $commands " != *" $word "* ]] || command+=" $word"
        ;;
    esac
  done

  COMPREPLY=()
  _cablelint_command "$command"
  if [[ $option ]]; then
    _cablelint_option "$command" "$option"
    _cablelint_offer "$kind" "$words" "$whole"
  elif [[ ! $names_only && $whole == --*=* ]]; then
    before=${whole%%=*}=
    _cablelint_option "$command" "${whole%%=*}"
    [[ ! $kind ]] || _cablelint_offer "$kind" "$words" "${whole#*=}"
  elif [[ ! $names_only && $whole == -* ]]; then
    _cablelint_offer words "$options" "$whole"
  elif [[ $commands ]]; then
    _cablelint_offer words "$commands" "$whole"
  else
    _cablelint_offer "$arguments" "$argument_words" "$whole"
  fi

  # Only what follows the last = or : is put in the place of what was typed.
  local breaks=''
  [[ $COMP_WORDBREAKS != *=* ]] || breaks+='='
  [[ $COMP_WORDBREAKS != *:* ]] || breaks+=':'
  COMPREPLY=("${COMPREPLY[@]/#/$before}")
  if [[ $breaks && $whole == *[$breaks]* ]]; then
    before=${whole%"${whole##*[$breaks]}"}
    COMPREPLY=("${COMPREPLY[@]#"$before"}")
  fi
}

complete -F _cablelint cablelint
)";

std::string_view kind_of(const Parameter& parameter) {
  switch (parameter.content()) {
    case Content::text:
      return "text";
    case Content::words:
      return "words";
    case Content::file:
      return "file";
    case Content::folder:
      return "folder";
    case Content::rule:
      return "rule";
    case Content::rules:
      return "rules";
    case Content::rule_levels:
      return "levels";
    case Content::profile:
      return "profile";
    case Content::output:
      return "output";
  }
  return "text";
}

void append_command(std::string& out, const Command& command) {
  std::vector<std::string> commands;
  std::vector<std::string> options;
  for (const Command& each : command.commands) commands.emplace_back(each.last_word());
  for (const Parameter& option : command.options) {
    options.insert(options.end(), option.names.begin(), option.names.end());
    if (!option.opposite.empty()) options.push_back(option.opposite);
  }
  append_format(out, "    '{}')\n      commands='{}'\n      options='{}'\n", command.name,
                fmt::join(commands, " "), fmt::join(options, " "));
  // All arguments of a command are of the kind of its last one, or text, for which nothing is offered.
  if (!command.arguments.empty()) {
    const Parameter& argument = command.arguments.back();
    append_format(out, "      arguments={} argument_words='{}'\n", kind_of(argument),
                  fmt::join(argument.words, " "));
  }
  out += "      ;;\n";
}

void append_options(std::string& out, const Command& command) {
  for (const Parameter& option : command.options) {
    if (option.flag()) continue;
    out += "    ";
    for (const std::string& name : option.names) {
      if (&name != &option.names.front()) out += " | ";
      append_format(out, "'{} {}'", command.name, name);
    }
    append_format(out, ") kind={} words='{}' ;;\n", kind_of(option), fmt::join(option.words, " "));
  }
}

}  // namespace

std::string bash_completion(const Command& program, const Vocables& vocables) {
  std::string out(kHead);
  append_format(out, "_cablelint_rules='{}", fmt::join(vocables.groups, " "));
  for (const auto& [id, name] : vocables.rules) append_format(out, " {}", id);
  append_format(out, "'\n_cablelint_profiles='{}'\n", fmt::join(vocables.profiles, " "));
  const std::vector<const Command*> commands = flattened(program);
  out +=
      "\n# What may follow a command.\n_cablelint_command() {\n"
      "  commands='' options='' arguments=text argument_words=''\n  case $1 in\n";
  for (const Command* command : commands) append_command(out, *command);
  out +=
      "  esac\n}\n\n# What the value of an option of a command is; no kind when it takes none.\n"
      "_cablelint_option() {\n  kind='' words=''\n  case \"$1 $2\" in\n";
  for (const Command* command : commands) append_options(out, *command);
  out += "  esac\n}\n";
  return out += kTail;
}

}  // namespace cablelint::cli
