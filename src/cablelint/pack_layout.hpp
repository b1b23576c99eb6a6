#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace cablelint {

/// What stands behind a key of a pack or of a configuration.
enum class Shape : std::uint8_t {
  text,
  texts,  // a list of texts, or one
  rule_id,
  rule_name,
  severity,  // "error", "warning", "note"
  date,
  flag,
  cases,        // a list of cables: texts, or maps of case_keys()
  level_cases,  // a list of maps of level_case_keys()
  rules,        // a list of maps of rule_keys()
  overrides,    // a map: id or name of a rule to a severity or "off"
  profiles,     // a list of maps of profile_keys()
  levels,       // a map: word that selects rules to a severity
  table_name,
  columns,      // a map: name to a type, or to a map of column_keys()
  column_type,  // one of kColumnTypes
  entries,      // a map: word to a map of columns
  word,         // one of PackKey::words
  count,        // a whole number from 1
  paths,        // a list of maps of path_keys()
};

/// A key that a map of a pack or of a configuration may have.
struct PackKey {
  std::string_view name;
  Shape shape;
  bool required;
  std::string_view doc;                                // one sentence, shown by editors
  std::vector<std::string_view> (*words)() = nullptr;  // what Shape::word may be
};

// The keys of every map in a pack. The loader refuses all others, and the schema for editors lists them.
[[nodiscard]] std::span<const PackKey> rule_keys();
/// Of a pack that is a map and not a list.
[[nodiscard]] std::span<const PackKey> pack_keys();
[[nodiscard]] std::span<const PackKey> profile_keys();
[[nodiscard]] std::span<const PackKey> case_keys();
[[nodiscard]] std::span<const PackKey> level_case_keys();
[[nodiscard]] std::span<const PackKey> table_keys();
[[nodiscard]] std::span<const PackKey> column_keys();
/// What a configuration says of some paths alone. Its other keys are options of the program.
[[nodiscard]] std::span<const PackKey> path_keys();

/// Whether a rule that extends another takes this key over from it: all but its identity and its proof.
[[nodiscard]] bool is_taken_over(std::string_view rule_key);

/// The types of a vocabulary table's columns.
inline constexpr std::array<std::string_view, 6> kColumnTypes{"string", "int",   "bool",
                                                              "date",   "level", "strings"};

}  // namespace cablelint
