#pragma once

#include <cablelint/audit/summary.hpp>
#include <string>

namespace cablelint::audit {

/// The text of summary.json: schema "cablelint.summary/1", one member a line where it helps people who
/// compare two.
[[nodiscard]] std::string summary_json(const Summary& summary);

}  // namespace cablelint::audit
