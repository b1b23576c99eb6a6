#include "cli/config_file.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cablelint/lint.hpp>
#include <cablelint/pack_keys.hpp>
#include <cablelint/path_text.hpp>
#include <cablelint/yaml/reader.hpp>
#include <utility>

#include "cli/check_options.hpp"
#include "cli/config_layout.hpp"
#include "cli/messages.hpp"

namespace cablelint::cli {
namespace {

bool exists(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

std::string place_of(yaml::Node node) {
  return fmt::format("{}:{}", node.document().name(), node.line());
}

std::vector<yaml::Node> items_of(yaml::Node value) {
  std::vector<yaml::Node> items;
  if (value.is_scalar()) items.push_back(value);
  for (const yaml::Node item : value.items()) items.push_back(item);
  return items;
}

std::vector<std::string> read_list(const yaml::Entry& entry, Faults& faults) {
  std::vector<std::string> words;
  if (!read_texts(entry, faults)) return words;
  for (const yaml::Node item : items_of(entry.value)) {
    words.emplace_back(item.text());
    if (item.text().empty())
      faults.push_back(item.document().fault(item, fmt::format("an empty text in `{}`", entry.key.text())));
  }
  return words;
}

/// A map of rules to levels, as the words of --levels.
std::vector<std::string> read_levels(const yaml::Entry& entry, Faults& faults) {
  std::vector<std::string> words;
  if (!entry.value.is_map()) {
    faults.push_back(value_fault(entry,
                                 fmt::format("`{}` must be a map of rules to levels", entry.key.text()),
                                 "write DCL001: error, or STR013: off"));
  }
  for (const yaml::Entry level : entry.value.entries()) {
    if (level.value.text() != "off" && !read_severity(level, faults)) continue;
    words.push_back(fmt::format("{}={}", level.key.text(), level.value.text()));
  }
  return words;
}

std::vector<std::string> read_words(const yaml::Entry& entry, Shape shape, Faults& faults) {
  switch (shape) {
    case Shape::texts:
      return read_list(entry, faults);
    case Shape::overrides:
      return read_levels(entry, faults);
    case Shape::flag:
      if (const auto on = read_bool(entry, faults)) return {*on ? "true" : "false"};
      return {};
    case Shape::count:
      if (const auto number = read_int(entry, faults)) return {std::to_string(*number)};
      return {};
    default:
      if (const auto text = read_text(entry, faults)) return {std::string(*text)};
      return {};
  }
}

std::vector<RuleLevel> rule_levels(const std::vector<std::string>& words) {
  std::vector<RuleLevel> levels;
  for (const std::string& word : words) levels.push_back(parse_rule_level(word, "levels"));
  return levels;
}

ConfigFile::ForPaths read_for_paths(yaml::Node map, Faults& faults) {
  const std::size_t before = faults.size();
  ConfigFile::ForPaths entry;
  entry.place = place_of(map);
  check_keys(map, path_keys(), faults);
  for (const yaml::Entry each : map.entries()) {
    const std::string_view key = each.key.text();
    if (key == "paths") {
      entry.patterns = read_list(each, faults);
      for (const std::string& pattern : entry.patterns) entry.paths.add_line(pattern);
    } else if (key == "profile") {
      if (const auto name = read_text(each, faults)) entry.layer.profile = std::string(*name);
    } else if (key == "select") {
      entry.layer.select = read_list(each, faults);
    } else if (key == "ignore") {
      entry.layer.ignore = read_list(each, faults);
    } else if (key == "levels") {
      entry.layer.levels = rule_levels(read_levels(each, faults));
    }
  }
  if (faults.size() == before && !yaml::Lookup(map, "paths"))
    faults.push_back(map.document().fault(map, "this override has no `paths`", "name the files it is for"));
  return entry;
}

/// A path of the configuration as seen from the working directory.
std::string from_config(const std::string& config, const std::string& path) {
  const std::size_t slash = config.rfind('/');
  if (path.empty() || path.starts_with('/') || slash == std::string::npos) return path;
  return config.substr(0, slash + 1) + path;
}

void place_paths(const Option& option, const std::string& config, std::vector<std::string>& words) {
  if (option.path == PathPart::none) return;
  for (std::string& word : words) {
    const std::size_t begin =
        option.path == PathPart::whole ? 0 : std::min(word.find(':'), word.size() - 1) + 1;
    const std::string path = word.substr(begin);
    if (path != "-" && path != option.standard)
      word.replace(begin, std::string::npos, from_config(config, path));
  }
}

/// Asks about every word under a key of the root and of each override.
template <typename Ask> void for_each_word(yaml::Node root, std::string_view key, const Ask& ask) {
  const auto of_map = [&](yaml::Node map) {
    const yaml::Lookup value(map, key);
    if (!value) return;
    for (const yaml::Node item : items_of(*value)) ask(item);
    for (const yaml::Entry entry : value->entries()) ask(entry.key);
  };
  of_map(root);
  if (const yaml::Lookup overrides(root, kPathsKey); overrides) {
    for (const yaml::Node item : overrides->items()) of_map(item);
  }
}

}  // namespace

std::optional<std::string> nearest_config() {
  std::string up;  // "../../"
  std::optional<std::string> nearest;
  const std::string working = working_folder();
  for (std::string folder = working;; folder = folder_of(folder)) {
    const std::string inside = folder == "/" ? folder : folder + '/';
    if (!nearest && exists(inside + std::string(kConfigName))) nearest = up + std::string(kConfigName);
    if (exists(inside + ".git")) return nearest;
    if (folder == "/") break;
    up += "../";
  }
  return nearest == kConfigName ? nearest : std::nullopt;
}

ConfigFile::ConfigFile(yaml::Document document, std::string folder)
    : document_(std::move(document)), folder_(std::move(folder)) {}

ConfigFile ConfigFile::read(const std::string& path) {
  std::vector<Diagnostic> faults;
  std::optional<yaml::Document> document = yaml::read_file(path, faults);
  if (!document) throw ConfigError(std::move(faults));
  ConfigFile file(std::move(*document), std::string(folder_of(absolute_path(working_folder(), path))));
  file.read_root(faults);
  if (faults.empty()) return file;
  std::stable_sort(faults.begin(), faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
  throw ConfigError(std::move(faults));
}

void ConfigFile::read_root(std::vector<Diagnostic>& faults) {
  const yaml::Node root = document_.root();
  if (root.is_null()) return;
  if (!root.is_map()) {
    faults.push_back(
        document_.fault(root, "a configuration must be a map of keys", "write fail_on: warning"));
    return;
  }
  check_keys(root, config_keys(), faults);
  for (const Option& option : option_table()) {
    const std::string key = key_of(option);
    const yaml::Lookup found(root, key);
    if (!found || option.where != Settable::everywhere) continue;
    const std::size_t before = faults.size();
    std::vector<std::string> words = read_words({found.key(), *found}, option.shape, faults);
    if (faults.size() > before) continue;
    const std::vector<yaml::Node> items = items_of(*found);
    for (std::size_t index = 0; index < items.size() && index < words.size(); ++index) {
      try {
        check_word(option, words[index], key);
      } catch (const UsageError& error) {
        faults.push_back(document_.fault(items[index], error.what()));
      }
    }
    if (faults.size() > before) continue;
    place_paths(option, name(), words);
    values_.push_back({&option, std::move(words), place_of(found.key())});
  }
  const yaml::Lookup overrides(root, kPathsKey);
  if (!overrides) return;
  if (!overrides->is_sequence()) {
    faults.push_back(value_fault({overrides.key(), *overrides}, "`overrides` must be a list of maps",
                                 "begin each with `- paths:`"));
  }
  for (const yaml::Node item : overrides->items()) {
    if (item.is_map()) {
      for_paths_.push_back(read_for_paths(item, faults));
    } else {
      faults.push_back(
          value_fault({overrides.key(), item}, "every item of `overrides` must be a map of keys"));
    }
  }
}

std::vector<Diagnostic> ConfigFile::faults_against(const RuleSet& rules) const {
  std::vector<Diagnostic> faults;
  const yaml::Node root = document_.root();
  for (const std::string_view key : {"select", "ignore", "levels"}) {
    for_each_word(root, key, [&](yaml::Node word) {
      if (const std::optional<std::string> reason = why_unknown(word.text(), rules))
        faults.push_back(document_.fault(word, *reason));
    });
  }
  std::vector<std::string_view> profiles;
  for (const Profile& profile : rules.profiles()) profiles.push_back(profile.name);
  for_each_word(root, "profile", [&](yaml::Node word) {
    if (std::find(profiles.begin(), profiles.end(), word.text()) != profiles.end()) return;
    faults.push_back(document_.fault(word, fmt::format("there is no profile `{}`", word.text()),
                                     did_you_mean(word.text(), profiles)));
  });
  std::stable_sort(faults.begin(), faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
  return faults;
}

}  // namespace cablelint::cli
