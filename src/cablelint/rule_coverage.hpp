#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <cablelint/diagnostic.hpp>
#include <cablelint/expression/conditions.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/rule_set.hpp>
#include <cablelint/rule_test.hpp>
#include <cablelint/yaml/document.hpp>

namespace cablelint {

/// What of the rules the evaluations have reached. A rule set that is loaded with one has programs that
/// behave the same and note the outcomes of their conditions in it, so it must outlive the set, and only one
/// thread may evaluate the set. Rule sets loaded without it pay nothing.
class RuleCoverage {
 public:
  /// Which key of a rule an expression belongs to, and so which of its parts count: all of `when` and of the
  /// conditions of `levels`; all that decides the value of `for` and `in`; of `at` and `message`, which often
  /// repeat what `when` asks, the choices of `?`.
  enum class Key : std::uint8_t { when, level, subject, text };

  /// Adds what the noting programs refer to. Comes before the first `compile`.
  void declare(expression::Schema& schema);
  /// A rule, which a case must fire.
  void add_rule(const std::string& rule, yaml::Node node);
  /// Compiles a part of a scalar, which is known to compile, as a program that notes its outcomes.
  [[nodiscard]] expression::Program compile(const std::string& rule, Key key, yaml::Node scalar,
                                            std::size_t offset, std::size_t length,
                                            const expression::Environment& scope);
  /// The rule has another level, whatever its `levels` say.
  void forget_levels(std::string_view rule);

  /// How many branches the rule has, and how many were reached.
  struct Count {
    std::size_t reached = 0;
    std::size_t all = 0;
  };
  /// Adds the branches of a rule to `count`. Gives what its cases did not reach, from top to bottom; what
  /// lies inside a part that was never evaluated is counted, but not listed.
  [[nodiscard]] std::vector<Diagnostic> unreached(const RuleTestResult& result, Count& count) const;

 private:
  /// Programs write here through a constant, which refers to it as to any object.
  struct Outcomes {
    mutable bool yes = false;
    mutable bool no = false;
  };
  struct Watched {
    std::string rule;
    Key key = Key::when;
    expression::Condition::Worth worth = expression::Condition::Worth::both;
    std::size_t inside = 0;  // how many of the next belong to it
    Diagnostic place;
    Outcomes outcomes;
  };

  static expression::Value note(const void* object, const expression::Field& field,
                                expression::Context& context);

  std::uint16_t type_ = 0;
  std::unordered_map<std::string, Diagnostic> rules_;  // where each begins
  std::deque<Watched> watched_;                        // whose addresses stay
};

}  // namespace cablelint
