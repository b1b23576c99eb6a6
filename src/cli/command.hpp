#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cablelint::cli {

/// What may be written for a parameter.
enum class Content : std::uint8_t { text, words, file, folder, rule, rules, rule_levels, profile, output };

/// Where what is given of a parameter goes, which also says how much of it there can be: nothing but the
/// parameter itself, one word, or any number of words. May be null.
using Target = std::variant<bool*, std::string*, std::vector<std::string>*>;

/// Options that are answered as soon as the command line is read.
enum class Answer : std::uint8_t { none, help, version };

/// An option or an argument of a command.
struct Parameter {
  std::vector<std::string> names;  // "-j", "--jobs"; "PATH" of an argument
  std::string opposite;            // "--no-quiet"; empty when nothing switches it off
  std::string type;                // "N"; empty for flags; of an argument its name
  std::string description;         // ends without a full stop
  Target target;
  std::vector<std::string> words;  // that completions offer; refusing others stays with whoever reads them
  bool required = false;
  bool commas = false;  // words may stand behind one another with commas between them
  std::string mark;     // of an argument, behind its name in the help
  Answer answer = Answer::none;
  std::vector<std::string> given;  // once the command line is read; of a flag "true" or "false"

  [[nodiscard]] bool flag() const { return std::holds_alternative<bool*>(target); }
  [[nodiscard]] bool repeatable() const { return std::holds_alternative<std::vector<std::string>*>(target); }
  [[nodiscard]] Content content() const;
};

/// A command of the program as it is declared: the command line is read by it, and help, completions and the
/// manual page are written from it. Options, arguments and commands stay where they are when others are
/// added.
struct Command {
  Command(std::string called, std::string about);

  std::string name;  // "cablelint rules list"
  std::string description;
  std::string footer;
  std::list<Parameter> options;
  std::list<Parameter> arguments;
  std::list<Command> commands;  // when there are any, one must be given
  std::function<int()> run;     // what to do when the command is given; gives the exit code

  /// "list"
  [[nodiscard]] std::string_view last_word() const;

  /// Adds a command below this one, with --help.
  Command& add_command(std::string_view word, std::string about);
  void add_help();
  void add_version();
  /// `names` are "--jobs" or "-j,--jobs".
  Parameter& add_flag(std::string_view names, bool& given, std::string about);
  Parameter& add_option(std::string_view names, std::string& word, std::string type, std::string about);
  /// An option that takes one word each time it is given, and any number of times.
  Parameter& add_repeatable(std::string_view names, std::vector<std::string>& words, std::string type,
                            std::string about);
  /// Arguments are filled in the order in which they were added.
  Parameter& add_argument(std::string_view argument_name, std::string& word, std::string about);
  /// One that must be given.
  Parameter& add_required(std::string_view argument_name, std::string& word, std::string about);
  /// All words that are left, or none.
  Parameter& add_arguments(std::string_view argument_name, std::vector<std::string>& words,
                           std::string about);
};

/// A command and all below it, each before its own.
[[nodiscard]] std::vector<const Command*> flattened(const Command& command);

}  // namespace cablelint::cli
