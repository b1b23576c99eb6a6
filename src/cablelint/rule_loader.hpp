#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <cablelint/diagnostic.hpp>
#include <cablelint/rule_compiled.hpp>
#include <cablelint/rule_keys.hpp>
#include <cablelint/yaml/document.hpp>

namespace cablelint {

/// Turns the rules of packs into compiled rules. Every fault is noted with its place; a rule with one is left
/// out.
class RuleLoader {
 public:
  /// The schema of `set` must be complete: its rules are compiled against it. `coverage` may be null.
  RuleLoader(RuleSet::Compiled& set, std::vector<Diagnostic>& faults, RuleCoverage* coverage);

  /// Reads a pack: a list of rules, or a map with `rules`, `overrides` and `profiles`. Ids of shipped packs
  /// have a stricter form. The document must live until `finish`.
  void read(const yaml::Document& document, bool shipped);
  /// Compiles the rules and applies what packs say about rules of other packs. Comes when all are read.
  void finish();

 private:
  /// A fault in what a rule took over. It counts unless one of these rules has faults of its own.
  struct Inherited {
    Diagnostic fault;
    std::vector<std::size_t> ancestors;
  };
  void compile_rule(std::size_t index);
  void read_info(const RuleKeys& keys, bool shipped, RuleInfo& info);
  void read_fault(const yaml::Entry& entry, RuleInfo& info);
  void override_rule(const yaml::Entry& entry);
  /// Notes a fault when the word is taken.
  void claim(yaml::Node value, std::string_view what, const std::string& word,
             std::unordered_map<std::string, std::string>& taken);

  RuleSet::Compiled& set_;
  std::vector<Diagnostic>& faults_;
  RuleCoverage* coverage_;
  std::unordered_map<std::string, std::string> ids_;  // and where they are used
  std::unordered_map<std::string, std::string> names_;
  std::unordered_map<std::string, std::string> kinds_;  // of `fault`
  std::vector<yaml::Entry> overrides_;
  WrittenRules written_;
  std::size_t shipped_ = 0;  // so many of them are part of the binary, the first ones
  std::vector<char> sound_;  // of the written rules: whether it has no fault of its own
  std::vector<Inherited> inherited_;
  std::size_t pattern_size_ = 0;  // instructions of all regular expressions
};

/// The rules of a pack: its root, or what stands under `rules`; null when it has none, with a fault when it
/// is no pack.
[[nodiscard]] std::optional<yaml::Node> rules_of(const yaml::Document& document,
                                                 std::vector<Diagnostic>& faults);
/// Reads `flags` or `passes`.
[[nodiscard]] std::vector<RuleCase> read_cases(const yaml::Entry& entry, std::vector<Diagnostic>& faults);
/// What the file says under the keys that make up the check, without its indentation.
[[nodiscard]] std::string read_check(yaml::Node rule);

}  // namespace cablelint
