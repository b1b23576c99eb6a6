#include "cli/check_options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/Option.hpp>
#include <algorithm>
#include <cablelint/calendar.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/terminal_text.hpp>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "cli/messages.hpp"
#include "reports/report.hpp"

namespace cablelint::cli {

struct CheckFlags {
  InputOptions input;
  std::string as_of;
  std::string profile = std::string(kDefaultProfile);
  std::vector<std::string> rules, select, ignore, output;
  std::string fail_on = "error";
  std::string color = "auto";
  std::string sarif_max_results = "5000";
  bool exit_zero = false, statistics = false, quiet = false;
};

namespace {

Severity parse_level(const std::string& word) {
  for (const Severity level : {Severity::error, Severity::warning, Severity::note}) {
    if (word == to_text(level)) return level;
  }
  throw UsageError(fmt::format("--fail-on {}: write error, warning or note", visible(word)));
}

/// The number of a field that is digits only.
int field(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool has_iso_shape(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); }) &&
         std::count(text.begin(), text.end(), '-') == 2;
}

/// One spelling for every way to write a path.
std::string same_file(const std::string& path) {
  std::error_code unknown;
  const std::filesystem::path canonical = std::filesystem::weakly_canonical(path, unknown);
  return unknown || path.empty() ? path : canonical.string();
}

std::size_t parse_count(std::string_view option, const std::string& word) {
  std::size_t count = 0;
  const char* const end = word.data() + word.size();
  const auto [rest, problem] = std::from_chars(word.data(), end, count);
  if (problem != std::errc{} || rest != end || count == 0)
    throw UsageError(fmt::format("{} {}: write a number of at least 1", option, visible(word)));
  return count;
}

void refuse_shared_outputs(const std::vector<OutputChoice>& outputs) {
  for (std::size_t index = 0; index < outputs.size(); ++index) {
    for (std::size_t earlier = 0; earlier < index; ++earlier) {
      if (same_file(outputs[index].file) != same_file(outputs[earlier].file)) continue;
      const std::string where =
          outputs[index].file.empty() ? "standard output" : visible(outputs[index].file);
      throw UsageError(
          fmt::format("--output {} and --output {} would both go to {}; give one of them another file, as in "
                      "`--output {}:FILE`",
                      outputs[earlier].format, outputs[index].format, where, outputs[index].format));
    }
  }
}

}  // namespace

Day parse_as_of(const std::string& word) {
  if (const std::optional<Day> day = parse_iso(word)) return *day;
  const std::string shown = visible(word);
  if (!has_iso_shape(word))
    throw UsageError(fmt::format("--as-of {}: write the date as YYYY-MM-DD, as in 2026-01-31", shown));
  const std::string_view text = word;
  const int year = field(text.substr(0, 4));
  const int month = field(text.substr(5, 2));
  if (year < 1) throw UsageError(fmt::format("--as-of {}: years run from 0001 to 9999", shown));
  const int days = days_in_month(year, month);
  if (days == 0) throw UsageError(fmt::format("--as-of {}: there is no month {}", shown, text.substr(5, 2)));
  throw UsageError(
      fmt::format("--as-of {}: there is no such day; {} has {} days", shown, text.substr(0, 7), days));
}

OutputChoice parse_output(const std::string& word) {
  const std::size_t colon = word.find(':');
  OutputChoice choice{word.substr(0, colon), {}};
  const std::vector<std::string_view> known = reports::formats();
  if (std::find(known.begin(), known.end(), choice.format) == known.end()) {
    const std::string_view near = expression::nearest(choice.format, known);
    throw UsageError(fmt::format(
        "--output {}: there is no format `{}`; {}the formats are {}", visible(word), visible(choice.format),
        near.empty() ? "" : fmt::format("did you mean `{}`? ", near), fmt::join(known, ", ")));
  }
  if (colon == std::string::npos) return choice;
  choice.file = word.substr(colon + 1);
  if (choice.file.empty()) {
    throw UsageError(fmt::format("--output {}: name a file behind the colon, as in `--output {}:report`",
                                 visible(word), choice.format));
  }
  if (choice.file == "-") choice.file.clear();
  return choice;
}

std::shared_ptr<CheckFlags> add_check_flags(CLI::App& command) {
  auto flags = std::make_shared<CheckFlags>();
  add_input_options(command, flags->input);
  command
      .add_option("--as-of", flags->as_of,
                  "The day on which the markings are judged; today in UTC when not given")
      ->type_name("YYYY-MM-DD")
      ->option_text("YYYY-MM-DD");
  command
      .add_option(
          "--profile", flags->profile,
          "The question: marking (default; are the markings right?), release (may it be made public?), "
          "archive (when is it due?), or one of a rule pack")
      ->type_name("NAME")
      ->option_text("NAME");
  add_repeatable(command, "--rules", flags->rules, "PATH",
                 "A rule pack (*.yaml) or a folder of them, added to the shipped rules. Repeatable");
  add_repeatable(command, "--select", flags->select, "WORD,...",
                 "Run these rules only: ids (DCL001), prefixes (DCL) or names. Repeatable")
      ->delimiter(',');
  add_repeatable(command, "--ignore", flags->ignore, "WORD,...",
                 "Leave these rules out; words as for --select. Repeatable")
      ->delimiter(',');
  command
      .add_option("--fail-on", flags->fail_on,
                  "The least level of a finding that gives exit code 1: error (default), warning or note")
      ->type_name("LEVEL")
      ->option_text("LEVEL");
  command.add_flag("--exit-zero", flags->exit_zero, "Exit with 0 where findings would give 1");
  add_repeatable(
      command, "--output", flags->output, "FORMAT[:FILE]",
      fmt::format(
          "Write this report, to FILE when one is named, instead of `full` on a terminal and `concise` "
          "elsewhere. Repeatable. Formats: {}",
          fmt::join(reports::formats(), ", ")));
  command
      .add_option(
          "--sarif-max-results", flags->sarif_max_results,
          "The most results in a `sarif` report, errors first: 5000 (default) is what code scanning keeps")
      ->type_name("N")
      ->option_text("N");
  command.add_flag("--statistics", flags->statistics,
                   "Show how often each rule fired instead of the findings (text formats)");
  command.add_flag("-q,--quiet", flags->quiet, "No summary line (text formats)");
  command.add_option("--color", flags->color, "Colours on standard output: auto (default), always or never")
      ->type_name("WHEN")
      ->option_text("WHEN");
  return flags;
}

CheckOptions check_options(const CheckFlags& flags) {
  require_paths(flags.input, "cablelint check");
  CheckOptions options;
  options.input = flags.input;
  options.rules = flags.rules;
  options.lint.as_of = flags.as_of.empty() ? today_utc() : parse_as_of(flags.as_of);
  options.lint.profile = flags.profile;
  options.lint.select = flags.select;
  options.lint.ignore = flags.ignore;
  options.fail_on = parse_level(flags.fail_on);
  options.exit_zero = flags.exit_zero;
  for (const std::string& word : flags.output) options.outputs.push_back(parse_output(word));
  refuse_shared_outputs(options.outputs);
  options.sarif_max_results = parse_count("--sarif-max-results", flags.sarif_max_results);
  options.statistics = flags.statistics;
  options.quiet = flags.quiet;
  options.color = parse_color(flags.color);
  return options;
}

}  // namespace cablelint::cli
