#pragma once

#include <re2/re2.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <cablelint/expression/known.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/fnv.hpp>
#include <cablelint/profile.hpp>
#include <cablelint/rule_set.hpp>

namespace cablelint {

/// The variables of rules, by their slots in Context::variables. The `for` variable and `match` stand behind
/// them.
struct Slots {
  static constexpr std::uint32_t kCable = 0;
  static constexpr std::uint32_t kAsOf = 1;
  static constexpr std::uint32_t kVocabulary = 2;
  static constexpr std::uint32_t kItem = 3;
};

/// A stretch of a message: text, or an expression whose value is put in.
struct MessagePart {
  std::string text;
  std::optional<expression::Program> value;
};

/// An item of `levels`.
struct LevelCase {
  expression::Program when;
  Severity level = Severity::warning;
};

struct CompiledRule {
  RuleInfo info;
  std::optional<expression::Program> items;  // the list of `for`
  std::optional<expression::Program> when;
  std::optional<expression::Program> at;
  std::vector<LevelCase> levels;
  std::vector<MessagePart> message;
  std::unique_ptr<const re2::RE2> pattern;
  int match_group = 0;                    // of the pattern: the group named `match`, else the whole
  std::optional<expression::Program> in;  // where the pattern is searched
  std::uint32_t match_slot = Slots::kItem;
};

struct RuleSet::Compiled {
  expression::Schema schema;
  Vocabulary vocabulary;
  std::vector<CompiledRule> rules;   // in order of id
  std::vector<RuleInfo> pair_rules;  // in order of id
  std::vector<Profile> profiles;     // in the order of the packs
  std::uint16_t cable_type = 0;
  Fnv own_packs;            // what the packs say that are not part of the binary
  std::uint32_t slots = 0;  // as many as any expression needs
  std::unique_ptr<expression::Paths> paths = std::make_unique<expression::Paths>();
};

}  // namespace cablelint
