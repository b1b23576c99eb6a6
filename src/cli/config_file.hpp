#pragma once

#include <cablelint/diagnostic.hpp>
#include <cablelint/ignore_patterns.hpp>
#include <cablelint/rule_set.hpp>
#include <cablelint/yaml/document.hpp>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/option_table.hpp"
#include "cli/rule_layer.hpp"

namespace cablelint::cli {

/// A configuration with faults.
class ConfigError : public std::exception {
 public:
  explicit ConfigError(std::vector<Diagnostic> faults) : faults_(std::move(faults)) {}
  [[nodiscard]] const char* what() const noexcept override { return "faults in the configuration"; }
  [[nodiscard]] const std::vector<Diagnostic>& faults() const { return faults_; }

 private:
  std::vector<Diagnostic> faults_;
};

/// The `cablelint.yaml` that holds in the working directory, as a path from there: its own, or the nearest
/// above it up to the root of its repository. Outside of a repository no folder above counts, since anyone
/// may have put a file there.
[[nodiscard]] std::optional<std::string> nearest_config();

/// What a configuration says.
class ConfigFile {
 public:
  /// One key. Paths among the words are from the working directory.
  struct Value {
    const Option* option;
    std::vector<std::string> words;
    std::string place;  // "cablelint.yaml:3"
  };
  /// What it says of some paths alone.
  struct ForPaths {
    std::vector<std::string> patterns;
    IgnorePatterns paths;  // as seen from folder()
    RuleLayer layer;
    std::string place;
  };

  /// Throws ConfigError with all faults.
  static ConfigFile read(const std::string& path);

  [[nodiscard]] const std::string& name() const { return document_.name(); }
  /// Its folder from the root.
  [[nodiscard]] const std::string& folder() const { return folder_; }
  [[nodiscard]] const std::vector<Value>& values() const { return values_; }
  [[nodiscard]] const std::vector<ForPaths>& for_paths() const { return for_paths_; }
  /// Words that mean no rule of the set, and profiles that it does not have.
  [[nodiscard]] std::vector<Diagnostic> faults_against(const RuleSet& rules) const;

 private:
  ConfigFile(yaml::Document document, std::string folder);
  void read_root(std::vector<Diagnostic>& faults);

  yaml::Document document_;
  std::string folder_;
  std::vector<Value> values_;
  std::vector<ForPaths> for_paths_;
};

}  // namespace cablelint::cli
