#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/config_file.hpp"
#include "cli/option_table.hpp"

namespace cablelint::cli {

struct Command;
struct Parameter;

/// Where a setting was made, the weakest first.
enum class Origin : std::uint8_t { standard, file, environment, command_line };

/// What an option is set to.
struct Setting {
  std::vector<std::string> words;  // of a flag "true" or "false"; none when there is no default
  Origin origin = Origin::standard;
  std::string place;  // "cablelint.yaml:3", "CABLELINT_SELECT", "--select"; empty for a default
};

/// The options of a command as the command line gives them.
class GivenOptions {
 public:
  /// Adds the options of the table that such a command has; with `Of::rules` none that is about files.
  GivenOptions(Command& command, For kind, Of of = Of::files);
  /// The words of an option, or nothing when it was not given. To be asked when the command line is read.
  [[nodiscard]] std::optional<std::vector<std::string>> words(const Option& option) const;

 private:
  std::vector<const Parameter*> options_;  // in the order of the table; null where the command has none
};

/// What holds for a run: the command line over the environment over the configuration over the defaults.
class Settings {
 public:
  /// Reads environment and configuration. Throws UsageError for words that cannot be, and ConfigError for a
  /// configuration with faults.
  explicit Settings(const GivenOptions& given);

  [[nodiscard]] const Setting& of(const Option& option) const;
  [[nodiscard]] const Setting& of(std::string_view name) const { return of(option_named(name)); }
  [[nodiscard]] bool given(std::string_view name) const { return !of(name).words.empty(); }
  [[nodiscard]] const std::vector<std::string>& words(std::string_view name) const { return of(name).words; }
  /// The only word of an option that has one.
  [[nodiscard]] const std::string& word(std::string_view name) const { return of(name).words.front(); }
  [[nodiscard]] bool flag(std::string_view name) const { return word(name) == "true"; }
  /// What all sources say, the weakest first.
  [[nodiscard]] const std::vector<Setting>& all(const Option& option) const;
  /// What one source says, whether it counts or not; null when nothing.
  [[nodiscard]] const std::vector<std::string>* from(Origin origin, std::string_view name) const;

  /// Null when there is none.
  [[nodiscard]] const std::shared_ptr<const ConfigFile>& config() const { return config_; }
  /// The folder of the configuration from the root, or the working directory.
  [[nodiscard]] std::string config_folder() const;

 private:
  void set(const Option& option, Origin origin, std::vector<std::string> words, std::string place);
  void read_given(const GivenOptions& given);
  void read_config();

  std::vector<std::vector<Setting>> settings_;  // by option, the weakest first
  std::shared_ptr<const ConfigFile> config_;
};

}  // namespace cablelint::cli
