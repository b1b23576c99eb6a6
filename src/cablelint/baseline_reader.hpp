#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/baseline.hpp>
#include <cablelint/diagnostic.hpp>

namespace cablelint {

/// Reads a baseline. Never throws on content: on failure gives nothing and appends what is wrong.
[[nodiscard]] std::optional<std::vector<BaselineEntry>> read_baseline(const std::string& name,
                                                                      std::string_view bytes,
                                                                      std::vector<Diagnostic>& faults);

}  // namespace cablelint
