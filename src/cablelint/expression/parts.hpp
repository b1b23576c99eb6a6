#pragma once

#include <cablelint/expression/ast.hpp>
#include <cablelint/expression/program.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cablelint::expression {

/// A part of an expression and the value that one evaluation gave it.
struct Part {
  Place at;                   // in the expression; for the variable of a macro its name
  std::uint32_t depth = 0;    // of the whole expression 0
  Value value;                // lives as long as the context's arena and the evaluation
  std::uint32_t skipped = 0;  // not 0: so many items of a macro are left out here, and there is no value
};

/// The parts of an expression, outer ones first, each followed by its own parts.
struct Evaluation {
  std::vector<Part> parts;
  std::vector<Program> programs;  // whose constants are among the values
};

/// How many items of a macro are shown: those that decide its result, otherwise the first.
inline constexpr std::uint32_t kMostPasses = 3;

/// Evaluates an expression and each of its parts. Literals, levels and plain objects such
/// as `cable` speak for themselves and are left out, and so is the branch that `?` does not take. Both sides
/// of `&&` and `||` are evaluated, even where one decides. `context` has a value for each variable of the
/// environment. Gives nothing, and every fault, for an expression that does not compile.
[[nodiscard]] std::optional<Evaluation> evaluate_parts(std::string_view text, const Environment& environment,
                                                       Context& context, std::vector<Fault>& faults);

/// The part in which the error of the whole begins: none of its own parts has an error. Null when the whole
/// has a value.
[[nodiscard]] const Part* origin_of_error(const std::vector<Part>& parts);

}  // namespace cablelint::expression
