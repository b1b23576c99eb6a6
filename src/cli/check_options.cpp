#include "cli/check_options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cablelint/calendar.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/terminal_text.hpp>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "cli/messages.hpp"
#include "cli/output_folder.hpp"
#include "reports/report.hpp"

namespace cablelint::cli {

namespace {

Severity level_of(std::string_view word) {
  if (word == "error") return Severity::error;
  return word == "warning" ? Severity::warning : Severity::note;
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
  // Made absolute first: of a relative path nothing needs to exist, and then it would stay as it is.
  const std::filesystem::path canonical =
      std::filesystem::weakly_canonical(std::filesystem::absolute(path, unknown), unknown);
  return unknown || path.empty() ? path : canonical.string();
}

/// The same for an output, of a folder its first page.
std::string same_file(const OutputChoice& choice) {
  return same_file(choice.folder ? choice.file + "/" + std::string(kIndexPage) : choice.file);
}

/// A diff has standard output for itself: a configuration's report there gives way, one of the command line
/// does not.
void leave_standard_output_to_diff(std::vector<OutputChoice>& outputs, bool asked_for) {
  const auto shared = std::find_if(outputs.begin(), outputs.end(),
                                   [](const OutputChoice& output) { return output.file.empty(); });
  if (shared == outputs.end()) return;
  if (asked_for) {
    throw UsageError(
        fmt::format("--diff and --output {0} would both go to standard output; give the report a "
                    "file, as in `--output {0}:FILE`",
                    shared->format));
  }
  outputs.erase(shared);
}

}  // namespace

void refuse_shared_outputs(const std::vector<OutputChoice>& outputs) {
  for (std::size_t index = 0; index < outputs.size(); ++index) {
    for (std::size_t earlier = 0; earlier < index; ++earlier) {
      if (same_file(outputs[index]) != same_file(outputs[earlier])) continue;
      const std::string where =
          outputs[index].file.empty() ? "standard output" : visible(outputs[index].file);
      throw UsageError(
          fmt::format("--output {} and --output {} would both go to {}; give one of them another file, as in "
                      "`--output {}:FILE`",
                      outputs[earlier].format, outputs[index].format, where, outputs[index].format));
    }
  }
}

std::size_t parse_count(const std::string& word, std::string_view label) {
  std::size_t count = 0;
  const char* const end = word.data() + word.size();
  const auto [rest, problem] = std::from_chars(word.data(), end, count);
  if (problem != std::errc{} || rest != end || count == 0)
    throw UsageError(fmt::format("{} {}: write a number of at least 1", label, visible(word)));
  return count;
}

Day parse_as_of(const std::string& word, std::string_view label) {
  if (const std::optional<Day> day = parse_iso(word)) return *day;
  const std::string shown = visible(word);
  if (!has_iso_shape(word))
    throw UsageError(fmt::format("{} {}: write the date as YYYY-MM-DD, as in 2026-01-31", label, shown));
  const std::string_view text = word;
  const int year = field(text.substr(0, 4));
  const int month = field(text.substr(5, 2));
  if (year < 1) throw UsageError(fmt::format("{} {}: years run from 0001 to 9999", label, shown));
  const int days = days_in_month(year, month);
  if (days == 0)
    throw UsageError(fmt::format("{} {}: there is no month {}", label, shown, text.substr(5, 2)));
  throw UsageError(
      fmt::format("{} {}: there is no such day; {} has {} days", label, shown, text.substr(0, 7), days));
}

OutputChoice parse_output(const std::string& word, std::string_view label,
                          const std::vector<std::string_view>& known) {
  const std::size_t colon = word.find(':');
  OutputChoice choice{word.substr(0, colon), {}};
  if (std::find(known.begin(), known.end(), choice.format) == known.end()) {
    const std::string_view near = expression::nearest(choice.format, known);
    throw UsageError(fmt::format(
        "{} {}: there is no format `{}`; {}the formats are {}", label, visible(word), visible(choice.format),
        near.empty() ? "" : fmt::format("did you mean `{}`? ", near), fmt::join(known, ", ")));
  }
  if (colon == std::string::npos) return choice;
  choice.file = word.substr(colon + 1);
  if (choice.file.empty()) {
    throw UsageError(fmt::format("{} {}: name a file behind the colon, as in `{} {}:report`", label,
                                 visible(word), label, choice.format));
  }
  if (choice.file == "-") choice.file.clear();
  std::error_code none;
  choice.folder = choice.format == "html" && !choice.file.empty() &&
                  (choice.file.ends_with('/') || std::filesystem::is_directory(choice.file, none));
  return choice;
}

RuleLevel parse_rule_level(const std::string& word, std::string_view label) {
  const std::size_t equals = word.find('=');
  const std::string level = equals == std::string::npos ? "" : word.substr(equals + 1);
  const bool known = level == "error" || level == "warning" || level == "note" || level == "off";
  if (!known || equals == 0) {
    throw UsageError(fmt::format("{} {}: write a rule, `=` and error, warning, note or off, as in `DCL=note`",
                                 label, visible(word)));
  }
  return {word.substr(0, equals), level == "off" ? std::nullopt : std::optional(level_of(level))};
}

CheckOptions check_options(const Settings& settings, const std::vector<std::string>& paths) {
  CheckOptions options;
  options.input = input_options(settings, paths);
  options.rules = settings.words("rules");
  const Day as_of = settings.given("as-of") ? parse_as_of(settings.word("as-of")) : today_utc();
  options.rule_choice = RuleChoice(settings, as_of);
  options.lint = options.rule_choice.options({});
  if (settings.word("baseline") != kNoBaseline) options.baseline = settings.word("baseline");
  options.fail_on = level_of(settings.word("fail-on"));
  options.exit_zero = settings.flag("exit-zero");
  for (const std::string& word : settings.words("output")) options.outputs.push_back(parse_output(word));
  refuse_shared_outputs(options.outputs);
  for (const OutputChoice& output : options.outputs) {
    if (output.file.empty() || options.baseline.empty() || same_file(output) != same_file(options.baseline))
      continue;
    throw UsageError(fmt::format("--output {} would take the place of the baseline {}; give it another file",
                                 output.format, visible(options.baseline)));
  }
  options.sarif_max_results = parse_count(settings.word("sarif-max-results"), "--sarif-max-results");
  options.fixes = fix_options(settings, options.input.paths);
  if (options.fixes.diff)
    leave_standard_output_to_diff(options.outputs, settings.of("output").origin == Origin::command_line);
  options.statistics = settings.flag("statistics");
  options.quiet = settings.flag("quiet");
  options.color = parse_color(settings.word("color"));
  return options;
}

}  // namespace cablelint::cli
