#pragma once

#include <cablelint/rule_set.hpp>
#include <string>
#include <string_view>

namespace cablelint::cli {

/// Appends a rule as one JSON object; with its cables when `cases` is set.
void append_json_rule(std::string& out, const RuleInfo& rule, bool cases);

/// Appends running text in lines of at most 88 characters, each behind the indent. Words are not cut.
void append_wrapped(std::string& out, std::string_view text, std::string_view indent);

/// Throws UsageError for a word other than `text` and `json`.
[[nodiscard]] bool wants_json(const std::string& output);

}  // namespace cablelint::cli
