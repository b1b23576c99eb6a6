#pragma once

#include <cablelint/pack_layout.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::cli {

/// How many words an option takes.
enum class Arity : std::uint8_t { flag, word, words };

/// Where an option may be given besides the command line.
enum class Settable : std::uint8_t { command_line, environment, everywhere };

/// What of a word is a path, which in a configuration is seen from the folder of its file.
enum class PathPart : std::uint8_t { none, whole, behind_colon };

/// The commands that have an option, each of which has those of the ones before it: those that read pairs of
/// cables, all that read cables, all that run rules, those that judge a run by what they find, and those that
/// make reports.
enum class For : std::uint8_t { pairs, readers, linters, judges, reports };

/// What an option is about: the files that hold the cables, or the rules and how they run.
enum class Of : std::uint8_t { files, rules };

/// One option of the commands that read cables. All that is said of it comes from here: the command line and
/// its help, the variable of the environment, the key of a configuration, its schema and its first text.
struct Option {
  std::string_view name;  // "fail-on": --fail-on, CABLELINT_FAIL_ON, fail_on
  Arity arity = Arity::word;
  std::string_view type = {};      // of a word, in the help: "LEVEL"
  std::string_view doc;            // one sentence without its full stop
  Shape shape = Shape::text;       // in a configuration
  std::string_view standard = {};  // the default as it would be written; empty when there is none
  std::string_view without = {};   // in words, what happens without it: "today in UTC"
  std::string_view example = {};   // of a value in a configuration, in YAML
  std::vector<std::string_view> (*words)() = nullptr;  // all that may be written
  /// Throws UsageError that begins with `label`, which is how the option was given.
  void (*check)(const std::string& word, std::string_view label) = nullptr;
  PathPart path = PathPart::none;
  bool commas = false;             // words may stand behind one another with commas between them
  std::string_view opposite = {};  // of a flag: what switches it off; empty: `no-` and its name
  char letter = 0;                 // -j
  For commands = For::reports;
  Settable where = Settable::everywhere;
  Of of = Of::rules;
};

/// The word that stands for no file.
inline constexpr std::string_view kNoBaseline = "none";

/// In the order of the help.
[[nodiscard]] std::span<const Option> option_table();
/// The one of that name, which must be there.
[[nodiscard]] const Option& option_named(std::string_view name);

/// "CABLELINT_FAIL_ON".
[[nodiscard]] std::string variable_of(const Option& option);
/// "fail_on".
[[nodiscard]] std::string key_of(const Option& option);
/// "no-statistics": what switches a flag off.
[[nodiscard]] std::string opposite_of(const Option& option);
/// Throws UsageError for a word that the option cannot have.
void check_word(const Option& option, const std::string& word, std::string_view label);
/// What the help and the schema say of it.
[[nodiscard]] std::string description_of(const Option& option);

}  // namespace cablelint::cli
