#include "cli/manual.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/version.hpp>
#include <string_view>

#include "cli/option_table.hpp"

#ifndef CABLELINT_RELEASED
#define CABLELINT_RELEASED "1970-01-01"
#endif

namespace cablelint::cli {
namespace {

constexpr std::string_view kDescription =
    "cablelint reads US State Department cables, understands their structure and markings, and reports what "
    "is wrong "
    "with them. What is right depends on the day a cable was written. Rules are data: packs of your own add "
    "to the "
    "shipped ones. It works offline and reads nothing but the files it is given, its configuration and "
    "ignore files.";

/// Appends text so that it stands for itself. What is between backquotes becomes bold.
void append_text(std::string& out, std::string_view text) {
  bool bold = false;
  bool line_start = true;
  for (const char c : text) {
    if (c == '`') {
      out += bold ? "\\fR" : "\\fB";
      bold = !bold;
      line_start = false;
      continue;
    }
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    switch (c) {
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '~':
        out += "\\(ti";
        break;
      case '^':
        out += "\\(ha";
        break;
      case '\'':
        out += "\\(aq";
        break;
      default:
        out += c;
    }
    line_start = c == '\n';
  }
}

std::string as_text(std::string_view text) {
  std::string out;
  append_text(out, text);
  return out;
}

/// What stands below a help: examples, which are indented there, keep their lines, and so do tables.
/// `paragraph` says that one has begun.
void append_footer(std::string& out, std::string_view text, bool paragraph = false) {
  bool example = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (example && !line.starts_with("  ")) {
      out += ".EE\n.RE\n";
      example = false;
    }
    if (line.empty()) {
      paragraph = false;
    } else if (line.starts_with("  ")) {
      if (!example) out += ".PP\n.RS 4\n.EX\n";
      example = true;
      paragraph = false;
      append_text(out, line.substr(2));
      out += '\n';
    } else {
      if (!paragraph) out += ".PP\n";
      paragraph = true;
      append_text(out, line);
      out += '\n';
    }
  }
  if (example) out += ".EE\n.RE\n";
}

std::string synopsis(const Command& command) {
  std::string text = "\\fB" + as_text(command.name) + "\\fR";
  if (!command.options.empty()) text += " [\\fIOPTION\\fR...]";
  if (!command.commands.empty()) text += " \\fICOMMAND\\fR";
  for (const Parameter& argument : command.arguments) {
    const std::string name = "\\fI" + as_text(argument.type) + "\\fR" + (argument.repeatable() ? "..." : "");
    text += argument.required ? " " + name : " [" + name + "]";
  }
  return text;
}

void append_parameter(std::string& out, const Parameter& parameter, bool option) {
  out += ".TP\n";
  if (option) {
    for (const std::string& name : parameter.names) {
      if (&name != &parameter.names.front()) out += ", ";
      out += "\\fB" + as_text(name) + "\\fR";
    }
    if (!parameter.opposite.empty()) out += ", \\fB" + as_text(parameter.opposite) + "\\fR";
    if (!parameter.flag()) out += " \\fI" + as_text(parameter.type) + "\\fR";
  } else {
    out += "\\fI" + as_text(parameter.type) + "\\fR";
  }
  append_format(out, "\n{}.\n", as_text(parameter.description));
}

void append_command(std::string& out, const Command& command) {
  append_format(out, ".SS {}\n{}\n.PP\n{}.\n", as_text(command.name), synopsis(command),
                as_text(command.description));
  for (const Parameter& argument : command.arguments) append_parameter(out, argument, false);
  for (const Parameter& option : command.options) append_parameter(out, option, true);
  append_footer(out, command.footer);
}

void append_environment(std::string& out) {
  out +=
      ".SH ENVIRONMENT\n"
      "A variable counts less than the option of the command line and more than the key of the "
      "configuration. "
      "Lists have commas between their words; flags are \\fBtrue\\fR or \\fBfalse\\fR.\n";
  for (const Option& option : option_table()) {
    if (option.where == Settable::command_line) continue;
    append_format(out, ".TP\n\\fB{}\\fR\n\\fB\\-\\-{}\\fR{}\n", as_text(variable_of(option)),
                  as_text(option.name),
                  option.where == Settable::everywhere
                      ? fmt::format(", and \\fB{}\\fR in the configuration.", as_text(key_of(option)))
                      : ".");
  }
  out +=
      ".TP\n\\fBNO_COLOR\\fR, \\fBFORCE_COLOR\\fR, \\fBCLICOLOR\\fR, \\fBCLICOLOR_FORCE\\fR\n"
      "Switch colours off and on where \\fB\\-\\-color\\fR is \\fBauto\\fR.\n";
}

constexpr std::string_view kStatus = R"(.SH EXIT STATUS
.TP
\fB0\fR
No finding at or above \fB\-\-fail\-on\fR, or \fB\-\-exit\-zero\fR was given.
.TP
\fB1\fR
Findings at or above \fB\-\-fail\-on\fR, a rule that failed its proof, or a mark that is not valid.
.TP
\fB2\fR
Anything that went wrong: usage, configuration, rule packs, inputs, outputs.
)";

constexpr std::string_view kFiles = R"(.SH FILES
.TP
\fIcablelint.yaml\fR
The configuration: the nearest one from the working directory up to the root of its repository.
.TP
\fI.cablelintignore\fR, \fI.ignore\fR, \fI.gitignore\fR
What is left out of folders, written as in \fBgitignore\fR(5).
.SH SEE ALSO
\fBgitignore\fR(5)
)";

}  // namespace

std::string manual(const Command& program) {
  std::string out =
      fmt::format(".TH CABLELINT 1 {} \"cablelint {}\" \"User Commands\"\n", CABLELINT_RELEASED, kVersion);
  append_format(out,
                ".SH NAME\ncablelint \\- check the markings of State Department cables\n"
                ".SH SYNOPSIS\n{}\n.SH DESCRIPTION\n{}\n",
                synopsis(program), as_text(kDescription));
  for (const Parameter& option : program.options) append_parameter(out, option, true);
  out += ".SH COMMANDS\n";
  for (const Command* command : flattened(program)) {
    if (command != &program && command->commands.empty()) append_command(out, *command);
  }
  out += kStatus;
  append_environment(out);
  for (const Command* command : flattened(program)) {
    if (command->name != "cablelint config") continue;
    out += ".SH CONFIGURATION\n";
    append_footer(out, command->footer, true);
  }
  return out += kFiles;
}

}  // namespace cablelint::cli
