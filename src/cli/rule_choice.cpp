#include "cli/rule_choice.hpp"

#include <fmt/format.h>

#include <cablelint/fnv.hpp>
#include <cablelint/path_text.hpp>

#include "cli/check_options.hpp"
#include "cli/messages.hpp"

namespace cablelint::cli {
namespace {

RuleLayer layer_of(const Settings& settings, Origin origin) {
  RuleLayer layer;
  if (const auto* const words = settings.from(origin, "profile")) layer.profile = words->front();
  if (const auto* const words = settings.from(origin, "select")) layer.select = *words;
  if (const auto* const words = settings.from(origin, "ignore")) layer.ignore = *words;
  if (const auto* const words = settings.from(origin, "levels")) {
    for (const std::string& word : *words) layer.levels.push_back(parse_rule_level(word, "--levels"));
  }
  return layer;
}

void put(const std::vector<std::string>& words, Fnv& hash) {
  hash.put_text(std::to_string(words.size()));
  for (const std::string& word : words) hash.put_text(word);
}

void put(const LintOptions& options, Fnv& hash) {
  put(options.select, hash);
  put(options.ignore, hash);
  hash.put_text(options.profile);
  for (const auto& [word, level] : options.levels) {
    hash.put_text(word);
    hash.put_text(level ? to_text(*level) : "off");
  }
}

}  // namespace

RuleChoice::RuleChoice(const Settings& settings, Day as_of)
    : file_(layer_of(settings, Origin::file)),
      environment_(layer_of(settings, Origin::environment)),
      command_line_(layer_of(settings, Origin::command_line)),
      as_of_(as_of),
      config_(settings.config()) {
  if (!settings.of("profile").place.empty()) profile_label_ = settings.of("profile").place;
  if (config_ && !config_->for_paths().empty()) working_folder_ = working_folder();
}

void RuleChoice::require_known(const RuleSet& rules) const {
  if (config_) {
    std::vector<Diagnostic> faults = config_->faults_against(rules);
    if (!faults.empty()) throw ConfigError(std::move(faults));
  }
  const LintOptions everywhere = options({});
  require_known_profile(rules, everywhere.profile, profile_label_);
  require_known_selectors(rules, everywhere);
}

void RuleChoice::find_entries(const Input& input, std::string& scratch, Entries& entries) const {
  entries.clear();
  if (!config_ || config_->for_paths().empty() || (input.standard_input && input.path() == "-")) return;
  set_absolute(scratch, working_folder_, input.path());
  const std::optional<std::string_view> path = below(config_->folder(), scratch);
  if (!path) return;
  const std::vector<ConfigFile::ForPaths>& all = config_->for_paths();
  for (std::uint32_t number = 0; number < all.size(); ++number) {
    if (all[number].paths.covers(*path)) entries.push_back(number);
  }
}

LintOptions RuleChoice::options(const Entries& entries) const {
  LintOptions options;
  options.as_of = as_of_;
  apply(file_, options);
  for (const std::uint32_t number : entries) apply(config_->for_paths()[number].layer, options);
  apply(environment_, options);
  apply(command_line_, options);
  return options;
}

std::vector<ActiveRule> RuleChoice::active(const RuleSet& rules) const {
  std::map<std::string_view, ActiveRule> by_id;
  const auto add = [&](const Entries& entries) {
    for (const ActiveRule& rule : Linter(rules, options(entries)).rules())
      by_id.try_emplace(rule.info->id, rule);
  };
  add({});
  const std::size_t entries = config_ ? config_->for_paths().size() : 0;
  for (std::uint32_t number = 0; number < entries; ++number) add({number});
  std::vector<ActiveRule> active;
  active.reserve(by_id.size());
  for (const auto& [id, rule] : by_id) active.push_back(rule);
  return active;
}

Linter& Linters::of(const Input& input) {
  choice_->find_entries(input, scratch_, entries_);
  std::unique_ptr<Linter>& linter = linters_[entries_];
  if (!linter) linter = std::make_unique<Linter>(*rules_, choice_->options(entries_));
  return *linter;
}

std::string RuleChoice::rules_hash(const RuleSet& rules) const {
  Fnv hash;
  hash.put_text(std::to_string(rules.identity()));
  put(options({}), hash);
  if (config_) {
    for (std::uint32_t number = 0; number < config_->for_paths().size(); ++number) {
      put(config_->for_paths()[number].patterns, hash);
      put(options({number}), hash);
    }
  }
  return fmt::format("{:016x}", hash.value());
}

}  // namespace cablelint::cli
