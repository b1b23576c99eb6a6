#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <cablelint/pack_keys.hpp>
#include <cablelint/yaml/document.hpp>

namespace cablelint {

/// The keys of a rule as it is compiled: its own and those that it takes over from the rules it extends.
class RuleKeys {
 public:
  explicit RuleKeys(yaml::Node rule);

  /// Where the rule itself is written.
  [[nodiscard]] yaml::Node rule() const { return rule_; }
  [[nodiscard]] const std::vector<yaml::Entry>& entries() const { return entries_; }
  /// Null when neither the rule nor one that it extends has the key.
  [[nodiscard]] const yaml::Entry* find(std::string_view key) const;
  /// Whether the file and line of a fault are those of the rule itself.
  [[nodiscard]] bool holds(const Diagnostic& fault) const;

  /// Adds what another rule has and this one lacks.
  void take_over(const RuleKeys& other);

 private:
  yaml::Node rule_;
  std::vector<yaml::Entry> entries_;
};

/// The rules of all packs as they are written, so that one can extend another in any file.
class WrittenRules {
 public:
  void add(yaml::Node rule);
  [[nodiscard]] std::size_t size() const { return rules_.size(); }
  [[nodiscard]] yaml::Node rule(std::size_t index) const { return rules_[index]; }

  /// The rules that a rule takes keys from, the nearest first: none for most. Null when one of them cannot be
  /// found: a name that no rule has, a circle and a chain that is too long are faults of the rule that begins
  /// it.
  [[nodiscard]] std::optional<std::vector<std::size_t>> ancestors(std::size_t index, Faults& faults);

  /// So many rules may stand one upon the other.
  static constexpr std::size_t kLongestChain = 8;

 private:
  std::vector<yaml::Node> rules_;
  std::unordered_map<std::string_view, std::size_t> words_;  // ids and names, once one was asked for
};

}  // namespace cablelint
