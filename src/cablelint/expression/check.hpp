#pragma once

#include <cablelint/expression/ast.hpp>

namespace cablelint::expression {

/// Gives every node its type and every name its meaning, and appends all faults found. Returns how many slots
/// Context::variables needs. Without Environment::check_types only the reader's faults count: whatever has no
/// meaning becomes an error of the evaluation.
std::uint32_t check(Ast& ast, const Environment& environment, std::vector<Fault>& faults);

}  // namespace cablelint::expression
