#pragma once

#include <vector>

#include <cablelint/diagnostic.hpp>
#include <cablelint/rule_compiled.hpp>
#include <cablelint/rule_coverage.hpp>
#include <cablelint/rule_keys.hpp>

namespace cablelint {

/// Compiles what a rule does: `for`, `when`, `at`, `levels`, `message`, `pattern` and `in`. Appends every
/// fault, each with its place inside the expression. With `coverage` the programs note there what they reach.
/// Without it the patterns of shipped rules, which tests have compiled, wait until they are used.
void compile_checks(const RuleKeys& rule, bool shipped, const RuleSet::Compiled& set, CompiledRule& compiled,
                    std::vector<Diagnostic>& faults, RuleCoverage* coverage);

}  // namespace cablelint
