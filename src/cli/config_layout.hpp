#pragma once

#include <cablelint/pack_layout.hpp>
#include <span>
#include <string>
#include <string_view>

namespace cablelint::cli {

inline constexpr std::string_view kConfigName = "cablelint.yaml";
/// The key under which a configuration speaks of some paths alone: maps of path_keys().
inline constexpr std::string_view kPathsKey = "overrides";

/// The keys of a configuration: every option that may stand there, and kPathsKey.
[[nodiscard]] std::span<const PackKey> config_keys();

/// The JSON Schema (draft 7) of a configuration, for editors.
[[nodiscard]] std::string config_schema();

/// A configuration to begin with: every key with what it does, as a comment.
[[nodiscard]] std::string config_template();

}  // namespace cablelint::cli
