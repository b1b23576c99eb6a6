#include "cli/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/path_text.hpp>
#include <cablelint/terminal_text.hpp>
#include <cstdlib>
#include <utility>

#include "cli/command.hpp"
#include "cli/messages.hpp"

namespace cablelint::cli {
namespace {

std::string flag_name(const Option& option) {
  return fmt::format("--{}", option.name);
}

std::size_t index_of(const Option& option) {
  return static_cast<std::size_t>(&option - option_table().data());
}

Target target_of(Arity arity) {
  switch (arity) {
    case Arity::flag:
      return static_cast<bool*>(nullptr);
    case Arity::word:
      return static_cast<std::string*>(nullptr);
    case Arity::words:
      break;
  }
  return static_cast<std::vector<std::string>*>(nullptr);
}

Parameter parameter_of(const Option& option) {
  Parameter parameter;
  if (option.letter != 0) parameter.names.push_back({'-', option.letter});
  parameter.names.push_back(flag_name(option));
  if (option.arity == Arity::flag) parameter.opposite = "--" + opposite_of(option);
  parameter.type = option.type;
  parameter.description = description_of(option) + (option.arity == Arity::words ? ". Repeatable" : "");
  parameter.target = target_of(option.arity);
  parameter.commas = option.commas;
  if (option.words != nullptr) {
    const std::vector<std::string_view> words = option.words();
    parameter.words.assign(words.begin(), words.end());
  }
  return parameter;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string flag_value(const std::string& word, const std::string& label) {
  for (const char* const yes : {"1", "true", "yes", "on"}) {
    if (word == yes) return "true";
  }
  for (const char* const no : {"0", "false", "no", "off"}) {
    if (word == no) return "false";
  }
  throw UsageError(fmt::format("{} {}: write true or false", label, visible(word)));
}

}  // namespace

GivenOptions::GivenOptions(Command& command, For kind, Of of) {
  for (const Option& option : option_table()) {
    const bool has = option.commands <= kind && (of == Of::files || option.of == Of::rules);
    options_.push_back(has ? &command.options.emplace_back(parameter_of(option)) : nullptr);
  }
}

std::optional<std::vector<std::string>> GivenOptions::words(const Option& option) const {
  const Parameter* const parameter = options_[index_of(option)];
  if (parameter == nullptr || parameter->given.empty()) return std::nullopt;
  std::vector<std::string> words = parameter->given;
  // Of a flag and its opposite the last one counts.
  if (option.arity == Arity::flag) words = {words.back() == "true" ? "true" : "false"};
  return words;
}

Settings::Settings(const GivenOptions& given) : settings_(option_table().size()) {
  for (const Option& option : option_table()) {
    std::vector<std::string> standard;
    if (!option.standard.empty()) standard.emplace_back(option.standard);
    set(option, Origin::standard, std::move(standard), {});
  }
  read_given(given);
  read_config();
}

void Settings::set(const Option& option, Origin origin, std::vector<std::string> words, std::string place) {
  settings_[index_of(option)].push_back({std::move(words), origin, std::move(place)});
}

const Setting& Settings::of(const Option& option) const {
  return all(option).back();
}

const std::vector<Setting>& Settings::all(const Option& option) const {
  return settings_[index_of(option)];
}

const std::vector<std::string>* Settings::from(Origin origin, std::string_view name) const {
  for (const Setting& each : all(option_named(name))) {
    if (each.origin == origin) return &each.words;
  }
  return nullptr;
}

void Settings::read_given(const GivenOptions& given) {
  for (const Option& option : option_table()) {
    if (option.where != Settable::command_line) {
      const std::string variable = variable_of(option);
      const char* const value = std::getenv(variable.c_str());
      if (value != nullptr && *value != '\0') {
        std::vector<std::string> words =
            option.arity == Arity::words ? split(value) : std::vector<std::string>{value};
        if (option.arity == Arity::flag) words.front() = flag_value(words.front(), variable);
        for (const std::string& word : words) check_word(option, word, variable);
        set(option, Origin::environment, std::move(words), variable);
      }
    }
    if (std::optional<std::vector<std::string>> words = given.words(option)) {
      for (const std::string& word : *words) check_word(option, word, flag_name(option));
      set(option, Origin::command_line, std::move(*words), flag_name(option));
    }
  }
}

void Settings::read_config() {
  const Setting& named = of("config");
  const Setting& isolated = of("isolated");
  if (flag("isolated") && named.origin == isolated.origin) {
    throw UsageError(
        fmt::format("{} and {} contradict each other; give one of them", named.place, isolated.place));
  }
  std::optional<std::string> path;
  if (given("config") && (!flag("isolated") || named.origin > isolated.origin)) {
    path = word("config");
  } else if (!flag("isolated")) {
    path = nearest_config();
  }
  if (!path) return;
  config_ = std::make_shared<const ConfigFile>(ConfigFile::read(*path));
  for (const ConfigFile::Value& value : config_->values()) {
    std::vector<Setting>& of_option = settings_[index_of(*value.option)];
    of_option.insert(of_option.begin() + 1, {value.words, Origin::file, value.place});
  }
}

std::string Settings::config_folder() const {
  return config_ ? config_->folder() : working_folder();
}

}  // namespace cablelint::cli
