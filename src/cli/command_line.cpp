#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "cli/command.hpp"
#include "cli/usage.hpp"

namespace cablelint::cli {
namespace {

constexpr std::size_t kNameWidth = 28;
constexpr std::size_t kDescriptionWidth = 70;

/// Lays out `--help` as CLI11 does, with descriptions broken into lines that fit a terminal.
class HelpFormatter final : public CLI::Formatter {
 public:
  HelpFormatter() {
    column_width(kNameWidth);
    label("SUBCOMMAND", "COMMAND");
    label("Subcommands", "Commands");
    label("Positionals", "Arguments");
  }

  std::string make_option_name(const CLI::Option* option, bool positional) const override {
    std::string name = CLI::Formatter::make_option_name(option, positional);
    // A flag and its opposite; `--statistics,--no-statistics{false}` says less.
    const std::size_t brace = name.find("{false}");
    if (brace == std::string::npos) return name;
    const std::size_t comma = name.rfind(',', brace);
    const std::string opposite = name.substr(comma + 1, brace - comma - 1);
    name.resize(comma);
    const std::size_t word = name.rfind("--") + 2;
    if (opposite == "--no-" + name.substr(word)) return name.insert(word, "[no-]");
    return name + ", " + opposite;
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    // CLI11 indents what follows a line end.
    return broken(CLI::Formatter::make_option_desc(option), kDescriptionWidth);
  }

  /// Examples and tables, which are indented, keep their lines.
  std::string make_footer(const CLI::App* command) const override {
    const std::string footer = CLI::Formatter::make_footer(command);
    std::string out;
    for (std::size_t at = 0; at < footer.size();) {
      const std::size_t end = std::min(footer.find('\n', at), footer.size());
      const std::string line = footer.substr(at, end - at);
      out += line.starts_with("  ") ? line : broken(line, kNameWidth + kDescriptionWidth);
      if (end < footer.size()) out += '\n';
      at = end + 1;
    }
    return out;
  }

 private:
  /// With line ends in place of blanks, so that no line is longer where that can be.
  static std::string broken(std::string text, std::size_t width) {
    for (std::size_t begin = 0; text.size() - begin > width;) {
      const std::size_t blank = text.rfind(' ', begin + width);
      if (blank == std::string::npos || blank <= begin) break;
      text[blank] = '\n';
      begin = blank + 1;
    }
    return text;
  }
};

/// The parameters of all commands and what CLI11 knows them as.
using Known = std::vector<std::pair<Parameter*, const CLI::Option*>>;

CLI::Option* add_flag(CLI::App& app, const std::string& names, const Parameter& flag, bool* target) {
  switch (flag.answer) {
    case Answer::help:
      return app.set_help_flag(names, flag.description);
    case Answer::version:
      return app.set_version_flag(names, "", flag.description);
    case Answer::none:
      break;
  }
  return target == nullptr ? app.add_flag(names, flag.description)
                           : app.add_flag(names, *target, flag.description);
}

template <typename Words>
CLI::Option* add_valued(CLI::App& app, const std::string& names, const std::string& description,
                        Words* target) {
  return app.add_option_function<Words>(
      names,
      [target](const Words& words) {
        if (target != nullptr) *target = words;
      },
      description);
}

CLI::Option* add_parameter(CLI::App& app, const Parameter& parameter) {
  std::string names;
  for (const std::string& name : parameter.names) names += (names.empty() ? "" : ",") + name;
  if (!parameter.opposite.empty()) names += ",!" + parameter.opposite;
  CLI::Option* const added = std::visit(
      [&](auto* target) {
        if constexpr (std::is_same_v<decltype(target), bool*>)
          return add_flag(app, names, parameter, target);
        else
          return add_valued(app, names, parameter.description, target);
      },
      parameter.target);
  added->required(parameter.required);
  if (parameter.flag()) return added;
  if (added->get_positional()) return added->option_text(parameter.mark);
  added->type_name(parameter.type)->option_text(parameter.type);
  if (parameter.repeatable()) added->allow_extra_args(false);
  if (parameter.commas) added->delimiter(',');
  return added;
}

/// Of commands that no word names CLI11 learns the name alone: telling it all takes a tenth of a short run.
void add(CLI::App& app, Command& command, const std::vector<std::string>& words, Known& known) {
  for (Parameter& each : command.options) known.emplace_back(&each, add_parameter(app, each));
  for (Parameter& each : command.arguments) known.emplace_back(&each, add_parameter(app, each));
  app.footer(command.footer);
  if (!command.commands.empty()) app.require_subcommand(1);
  for (Command& each : command.commands) {
    CLI::App* const added = app.add_subcommand(std::string(each.last_word()), each.description);
    if (std::find(words.begin(), words.end(), each.last_word()) != words.end())
      add(*added, each, words, known);
  }
}

/// The words in the order that CLI::App::parse takes them.
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

/// The command that was given, as the program and as CLI11 know it.
std::pair<const Command*, const CLI::App*> given_command(const Command& program, const CLI::App& app) {
  const Command* command = &program;
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) {
    at = at->get_subcommands().front();
    command = &*std::find_if(command->commands.begin(), command->commands.end(),
                             [&](const Command& each) { return each.last_word() == at->get_name(); });
  }
  return {command, at};
}

}  // namespace

CommandLine read_command_line(Command& program, int argc, char** argv) {
  CLI::App app(program.description, program.name);
  app.formatter(std::make_shared<HelpFormatter>());
  const std::vector<std::string> words = command_words(argc, argv);
  Known known;
  add(app, program, words, known);

  CommandLine line;
  std::string refusal;
  try {
    app.parse(std::vector<std::string>(words));
    line.wish = Wish::run;
  } catch (const CLI::CallForHelp&) {
    line.wish = Wish::help;
    line.text = app.help();
  } catch (const CLI::CallForVersion&) {
    line.wish = Wish::version;
  } catch (const CLI::ParseError& error) {
    refusal = error.what();
  }
  for (const auto& [parameter, option] : known) parameter->given = option->results();
  const auto [command, as_read] = given_command(program, app);
  line.command = command;
  if (line.wish == Wish::nothing) line.text = explain(*command, as_read->remaining(), refusal);
  return line;
}

}  // namespace cablelint::cli
