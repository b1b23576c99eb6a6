#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/calendar.hpp>
#include <cablelint/diagnostic.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/level.hpp>
#include <cablelint/pack_layout.hpp>
#include <cablelint/yaml/document.hpp>

namespace cablelint {

// Reading the keys of a map in a pack. What is not as it should be becomes a fault; reading goes on.

using Faults = std::vector<Diagnostic>;
/// So many faults of a file are shown.
inline constexpr std::size_t kFaultsPerFile = 100;

/// "did you mean `x`?", or empty when nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string_view>& candidates);
/// Every key must be one of `known`.
void check_keys(yaml::Node map, std::span<const PackKey> known, Faults& faults);
/// A fault of an entry: at its value, or at its key when the value is empty.
[[nodiscard]] Diagnostic value_fault(const yaml::Entry& entry, std::string message, std::string hint = {});

/// The text of an entry that must be a scalar with something in it.
[[nodiscard]] std::optional<std::string_view> read_text(const yaml::Entry& entry, Faults& faults);
[[nodiscard]] std::optional<Day> read_date(const yaml::Entry& entry, Faults& faults);
[[nodiscard]] std::optional<bool> read_bool(const yaml::Entry& entry, Faults& faults);
[[nodiscard]] std::optional<std::int64_t> read_int(const yaml::Entry& entry, Faults& faults);
/// A level by its portion form or its banner form.
[[nodiscard]] std::optional<Level> read_level(const yaml::Entry& entry, Faults& faults);
/// "error", "warning" or "note".
[[nodiscard]] std::optional<Severity> read_severity(const yaml::Entry& entry, Faults& faults);
/// A list of texts; a text alone is a list of one.
[[nodiscard]] std::optional<std::vector<std::string_view>> read_texts(const yaml::Entry& entry,
                                                                      Faults& faults);

}  // namespace cablelint
