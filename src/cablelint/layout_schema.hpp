#pragma once

#include <span>
#include <string>
#include <string_view>

#include <cablelint/pack_layout.hpp>

namespace cablelint {

/// The required keys that `wanted` picks, as a JSON array.
[[nodiscard]] std::string required_keys(std::span<const PackKey> keys, bool (*wanted)(std::string_view key));

/// A member of `definitions` in a JSON Schema (draft 7), without a line end: a map with these keys and no
/// others. `needed` is the value of `required` and may go on with further members; empty: all required keys.
[[nodiscard]] std::string schema_definition(std::string_view name, std::span<const PackKey> keys,
                                            std::string needed = {});

}  // namespace cablelint
