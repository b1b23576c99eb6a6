#pragma once

#include <cablelint/finding.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace cablelint::reports {

/// Appends `"key":"value"`; `before` stands in front of it, as "," does.
void append_json_member(std::string& out, std::string_view before, std::string_view key,
                        std::string_view value);
/// Appends `"key":number`.
void append_json_member(std::string& out, std::string_view before, std::string_view key, std::uint64_t value);

/// Appends the members of a finding as `json` and `jsonl` have them, without the braces around them.
void append_json_members(std::string& out, const Finding& finding);
/// Appends `"source":...,"message":...`.
void append_json_members(std::string& out, const InputError& error);

/// Appends a line of schema "cablelint.finding/1".
void append_json_line(std::string& out, const Finding& finding);

}  // namespace cablelint::reports
