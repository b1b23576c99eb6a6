#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cablelint/calendar.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/check_options.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/config_layout.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace cablelint::cli {
namespace {

/// A text in YAML that is safe to show: as it is where that cannot be misread, else in double quotes.
std::string yaml_text(std::string_view text) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == '/';
  };
  const bool begins = !text.empty() && plain(text.front()) && text.front() != '-';
  if (begins && std::all_of(text.begin(), text.end(), plain)) return std::string(text);
  std::string quoted;
  append_json_string(quoted, text);
  return quoted;
}

std::string yaml_list(const std::vector<std::string>& words) {
  std::vector<std::string> texts;
  for (const std::string& word : words) texts.push_back(yaml_text(word));
  return fmt::format("[{}]", fmt::join(texts, ", "));
}

std::string yaml_levels(const std::vector<RuleLevel>& levels) {
  std::vector<std::string> texts;
  for (const RuleLevel& level : levels) {
    texts.push_back(
        fmt::format("{}: {}", yaml_text(level.first), level.second ? to_text(*level.second) : "off"));
  }
  return fmt::format("{{{}}}", fmt::join(texts, ", "));
}

/// What holds without a setting, where that can be said beforehand.
std::string default_of(const Option& option, const Settings& settings) {
  if (option.name == "as-of") return iso(today_utc());
  if (option.name == "jobs") return std::to_string(thread_count(input_options(settings, {})));
  return option.arity == Arity::words ? "[]" : "null";
}

/// Which rules run is put together from all sources; every other value is that of the strongest.
std::string value_of(const Option& option, const Settings& settings, const LintOptions& lint) {
  if (option.name == "levels") return yaml_levels(lint.levels);
  if (option.name == "select") return yaml_list(lint.select);
  if (option.name == "ignore") return yaml_list(lint.ignore);
  const std::vector<std::string>& words = settings.of(option).words;
  if (words.empty()) return default_of(option, settings);
  return option.arity == Arity::words ? yaml_list(words) : yaml_text(words.front());
}

/// The places of all levels, the weakest first.
std::string places_of_levels(const Option& option, const Settings& settings) {
  std::vector<std::string> places;
  for (const Setting& setting : settings.all(option)) {
    if (setting.origin != Origin::standard) places.push_back(visible(setting.place));
  }
  return fmt::format("{}", fmt::join(places, ", "));
}

std::string place_of(const Option& option, const Settings& settings, const LintOptions& lint) {
  const Setting& setting = settings.of(option);
  if (setting.origin == Origin::standard)
    return option.without.empty() ? "default" : fmt::format("default: {}", option.without);
  if (option.name == "levels") return places_of_levels(option, settings);
  std::string place = visible(setting.place);
  if (option.name == "select" && lint.select.empty() && !setting.words.empty())
    place += fmt::format(" is set aside by {}", visible(settings.of("profile").place));
  if (option.name == "ignore" && lint.ignore.empty() && !setting.words.empty())
    place += fmt::format(" is set aside by {}", visible(settings.of("select").place));
  return place;
}

void show_overrides(const ConfigFile& config, std::string& text) {
  if (config.for_paths().empty()) return;
  text += fmt::format("{}:\n", kPathsKey);
  for (const ConfigFile::ForPaths& entry : config.for_paths()) {
    text += fmt::format("  - paths: {}  # {}\n", yaml_list(entry.patterns), visible(entry.place));
    const RuleLayer& layer = entry.layer;
    if (layer.profile) text += fmt::format("    profile: {}\n", yaml_text(*layer.profile));
    if (layer.select) text += fmt::format("    select: {}\n", yaml_list(*layer.select));
    if (layer.ignore) text += fmt::format("    ignore: {}\n", yaml_list(*layer.ignore));
    if (!layer.levels.empty()) text += fmt::format("    levels: {}\n", yaml_levels(layer.levels));
  }
}

std::string settings_text(const Settings& settings, const LintOptions& lint) {
  const std::shared_ptr<const ConfigFile>& config = settings.config();
  std::string text = config ? fmt::format("# configuration: {}\n", visible(config->name()))
                     : settings.flag("isolated")
                         ? fmt::format("# configuration: none ({})\n", settings.of("isolated").place)
                         : "# configuration: none\n";
  constexpr std::size_t kValueWidth = 36;
  for (const Option& option : option_table()) {
    if (option.where != Settable::everywhere) continue;
    const std::string line = fmt::format("{}: {}", key_of(option), value_of(option, settings, lint));
    text += fmt::format("{:<{}}  # {}\n", line, kValueWidth, place_of(option, settings, lint));
  }
  if (config) show_overrides(*config, text);
  return text;
}

}  // namespace

void add_config_show(Command& config) {
  Command& command = config.add_command("show", "Show every setting, its value and where it comes from");
  const auto given = std::make_shared<const GivenOptions>(command, For::reports);
  command.footer =
      "Takes the options of `cablelint check`, so that the same words show what they would do.\n\n"
      "Example: which configuration holds here, and what an option changes\n"
      "  cablelint config show --profile release";
  command.run = [given] {
    const Settings settings(*given);
    const CheckOptions options = check_options(settings, {});
    const RuleSet* const rules = load_rules(options.rules, "nothing was shown");
    if (rules == nullptr) return static_cast<int>(kTrouble);
    options.rule_choice.require_known(*rules);
    Output output;
    output.stream() << settings_text(settings, options.lint);
    output.finish();
    return static_cast<int>(kClean);
  };
}

}  // namespace cablelint::cli
