#include "cli/option_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cablelint/terminal_text.hpp>

#include "cli/check_options.hpp"
#include "cli/messages.hpp"
#include "reports/report.hpp"

namespace cablelint::cli {
namespace {

std::vector<std::string_view> levels() {
  return {"error", "warning", "note"};
}
std::vector<std::string_view> color_choices() {
  return {"auto", "always", "never"};
}

constexpr std::array kOptions{
    Option{.name = "stdin-filename",
           .type = "NAME",
           .doc = "The name to show for standard input",
           .commands = For::readers,
           .where = Settable::command_line,
           .of = Of::files},
    Option{.name = "files-from",
           .type = "FILE",
           .doc = "Read the paths in FILE, too, one a line; - for standard input",
           .commands = For::readers,
           .where = Settable::command_line,
           .of = Of::files},
    Option{.name = "null",
           .arity = Arity::flag,
           .doc = "The paths of --files-from are separated by NUL, as `find -print0` writes them",
           .shape = Shape::flag,
           .standard = "false",
           .letter = '0',
           .commands = For::readers,
           .where = Settable::command_line,
           .of = Of::files},
    Option{.name = "csv-columns",
           .arity = Arity::words,
           .type = "WHAT=NAME,...",
           .doc = "The columns of CSV files that hold the cables",
           .shape = Shape::texts,
           .without = "id=id,text=text",
           .example = "[id=number, text=body]",
           .check =
               [](const std::string& word, std::string_view label) {
                 CsvColumns columns;
                 parse_csv_column(word, label, columns);
               },
           .commas = true,
           .commands = For::pairs,
           .of = Of::files},
    Option{.name = "exclude",
           .arity = Arity::words,
           .type = "PATTERN,...",
           .doc = "Leave these files out of folders; patterns as in .gitignore",
           .shape = Shape::texts,
           .example = "[drafts/, \"*.old.txt\"]",
           .commas = true,
           .commands = For::pairs,
           .of = Of::files},
    Option{.name = "no-ignore",
           .arity = Arity::flag,
           .doc = "Do not read .cablelintignore, .ignore and .gitignore",
           .shape = Shape::flag,
           .standard = "false",
           .opposite = "ignore-files",
           .commands = For::pairs,
           .of = Of::files},
    Option{.name = "force-exclude",
           .arity = Arity::flag,
           .doc = "Leave files out even when they are named",
           .shape = Shape::flag,
           .standard = "false",
           .commands = For::pairs,
           .of = Of::files},
    Option{.name = "jobs",
           .type = "N",
           .doc = "Threads to use",
           .shape = Shape::count,
           .without = "as many as there are cores",
           .example = "4",
           .check = [](const std::string& word, std::string_view label) { (void)parse_jobs(word, label); },
           .letter = 'j',
           .commands = For::pairs},
    Option{
        .name = "config",
        .type = "FILE",
        .doc = "Read this configuration",
        .without = "the nearest cablelint.yaml from the working directory up to the root of its repository",
        .path = PathPart::whole,
        .commands = For::pairs,
        .where = Settable::environment},
    Option{.name = "isolated",
           .arity = Arity::flag,
           .doc = "Read no configuration",
           .shape = Shape::flag,
           .standard = "false",
           .commands = For::pairs,
           .where = Settable::environment},
    Option{.name = "as-of",
           .type = "YYYY-MM-DD",
           .doc = "The day on which the markings are judged",
           .shape = Shape::date,
           .without = "today in UTC",
           .example = "2026-01-01",
           .check = [](const std::string& word, std::string_view label) { (void)parse_as_of(word, label); },
           .commands = For::linters},
    Option{.name = "profile",
           .type = "PROFILE",
           .doc =
               "The question: marking (are the markings right?), release (may it be made public?), archive "
               "(when is it due?), or one of a rule pack",
           .standard = "marking",
           .commands = For::linters},
    Option{.name = "rules",
           .arity = Arity::words,
           .type = "PATH",
           .doc = "A rule pack (*.yaml) or a folder of them, added to the shipped rules",
           .shape = Shape::texts,
           .example = "[our-rules/]",
           .path = PathPart::whole,
           .commands = For::linters},
    Option{.name = "select",
           .arity = Arity::words,
           .type = "WORD,...",
           .doc = "Run these rules only: ids (DCL001), prefixes (DCL) or names",
           .shape = Shape::texts,
           .without = "those of the profile",
           .example = "[CLS, DCL, AUT003]",
           .commas = true,
           .commands = For::linters},
    Option{.name = "ignore",
           .arity = Arity::words,
           .type = "WORD,...",
           .doc = "Leave these rules out; words as for select",
           .shape = Shape::texts,
           .example = "[NOI]",
           .commas = true,
           .commands = For::linters},
    Option{
        .name = "levels",
        .arity = Arity::words,
        .type = "WORD=LEVEL,...",
        .doc = "Give rules another level: error, warning, note or off; words as for select",
        .shape = Shape::overrides,
        .example = "{DCL: warning, STR013: off}",
        .check = [](const std::string& word, std::string_view label) { (void)parse_rule_level(word, label); },
        .commas = true,
        .commands = For::linters},
    Option{.name = "baseline",
           .type = "FILE",
           .doc = "Accept the findings that this file lists; `cablelint baseline` makes it",
           .standard = kNoBaseline,
           .example = "cablelint-baseline.json",
           .path = PathPart::whole,
           .commands = For::linters,
           .of = Of::files},
    Option{.name = "fail-on",
           .type = "LEVEL",
           .doc = "The least level of a finding that gives exit code 1",
           .shape = Shape::severity,
           .standard = "error",
           .words = levels,
           .commands = For::judges},
    Option{.name = "exit-zero",
           .arity = Arity::flag,
           .doc = "Exit with 0 where findings would give 1",
           .shape = Shape::flag,
           .standard = "false",
           .commands = For::judges},
    Option{.name = "output",
           .arity = Arity::words,
           .type = "FORMAT[:FILE]",
           .doc = "Write this report, to FILE when one is named (`html` also to FOLDER/); FORMAT is one of",
           .shape = Shape::texts,
           .without = "full on a terminal, concise elsewhere",
           .example = "[concise, \"json:findings.json\"]",
           .words = reports::formats,
           .check = [](const std::string& word, std::string_view label) { (void)parse_output(word, label); },
           .path = PathPart::behind_colon},
    Option{.name = "sarif-max-results",
           .type = "N",
           .doc = "The most results in a `sarif` report, errors first; code scanning keeps 5000",
           .shape = Shape::count,
           .standard = "5000",
           .check = [](const std::string& word, std::string_view label) { (void)parse_count(word, label); }},
    Option{.name = "diff",
           .arity = Arity::flag,
           .doc = "Show what could be mended as a unified diff instead of the findings; changes no file",
           .shape = Shape::flag,
           .standard = "false",
           .where = Settable::command_line},
    Option{.name = "fix-dir",
           .type = "DIR",
           .doc = "Write mended copies of the files that have something to mend below DIR",
           .path = PathPart::whole,
           .where = Settable::command_line},
    Option{.name = "in-place",
           .arity = Arity::flag,
           .doc = "Mend the files themselves",
           .shape = Shape::flag,
           .standard = "false",
           .where = Settable::command_line},
    Option{.name = "statistics",
           .arity = Arity::flag,
           .doc = "Show how often each rule fired instead of the findings (text formats)",
           .shape = Shape::flag,
           .standard = "false"},
    Option{.name = "quiet",
           .arity = Arity::flag,
           .doc = "No summary line (text formats)",
           .shape = Shape::flag,
           .standard = "false",
           .letter = 'q',
           .commands = For::judges},
    Option{.name = "color",
           .type = "WHEN",
           .doc = "Colours on standard output",
           .shape = Shape::word,
           .standard = "auto",
           .words = color_choices},
};

std::string with_underscores(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '-', '_');
  return text;
}

}  // namespace

std::span<const Option> option_table() {
  return kOptions;
}

const Option& option_named(std::string_view name) {
  return *std::find_if(kOptions.begin(), kOptions.end(),
                       [&](const Option& option) { return option.name == name; });
}

std::string variable_of(const Option& option) {
  std::string name = "CABLELINT_" + with_underscores(option.name);
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return name;
}

std::string key_of(const Option& option) {
  return with_underscores(option.name);
}

std::string opposite_of(const Option& option) {
  return option.opposite.empty() ? fmt::format("no-{}", option.name) : std::string(option.opposite);
}

void check_word(const Option& option, const std::string& word, std::string_view label) {
  if (option.check != nullptr) return option.check(word, label);
  if (option.words == nullptr) return;
  const std::vector<std::string_view> words = option.words();
  if (std::find(words.begin(), words.end(), word) != words.end()) return;
  throw UsageError(fmt::format("{} {}: write {} or {}", label, visible(word),
                               fmt::join(words.begin(), words.end() - 1, ", "), words.back()));
}

std::string description_of(const Option& option) {
  std::string text(option.doc);
  if (option.words != nullptr) text += fmt::format(": {}", fmt::join(option.words(), ", "));
  if (!option.standard.empty() && option.arity != Arity::flag)
    text += fmt::format(" (default: {})", option.standard);
  if (!option.without.empty()) text += fmt::format(" (default: {})", option.without);
  return text;
}

}  // namespace cablelint::cli
