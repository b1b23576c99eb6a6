#pragma once

#include <vector>

#include <cablelint/expression/program.hpp>
#include <cablelint/rule_compiled.hpp>

namespace cablelint {

/// The names that every expression of a rule sees: `cable`, `as_of` and `vocabulary` in the order of Slots,
/// the given variables behind them, and the levels.
[[nodiscard]] expression::Environment rule_scope(const RuleSet::Compiled& set,
                                                 const std::vector<expression::Name>& variables = {});

}  // namespace cablelint
