#pragma once

#include <cablelint/expression/functions.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::expression {

/// The type that a pattern stands for; `item` depends on the arguments.
[[nodiscard]] Type type_of(Pattern pattern, const std::vector<Type>& arguments);
/// True when the arguments may go to this overload; those of type `dyn` may go anywhere.
[[nodiscard]] bool accepts(const Overload& overload, const std::vector<Type>& arguments);
/// "string.contains(string)" for a method, "size(list)" for a function.
[[nodiscard]] std::string signature(std::string_view name, bool method,
                                    const std::vector<std::string>& parameters);
/// "it is defined for size(string), size(list)"
[[nodiscard]] std::string known_signatures(const FunctionGroup& group, bool method);

/// The ways to call a function, one for each number of arguments: "string.split(string, int)",
/// "int(int/uint/double/string)"; and what it gives.
struct Signatures {
  std::vector<std::string> calls;
  std::string result;
};
[[nodiscard]] Signatures signatures_of(const FunctionGroup& group);

/// What is wrong with a name that is no function, and what to do about it.
struct UnknownFunction {
  std::string message;
  std::string hint;
};
[[nodiscard]] UnknownFunction unknown_function(std::string_view name, bool method);

/// "did you mean `mark`?", or empty when no candidate is near.
[[nodiscard]] std::string did_you_mean(std::string_view name,
                                       const std::vector<std::string_view>& candidates);
/// "`mark`"
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace cablelint::expression
