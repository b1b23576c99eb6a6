#pragma once

#include <memory>

#include "reports/report.hpp"

namespace cablelint::reports {

/// Findings with the line they stand on, for people at a terminal.
[[nodiscard]] std::unique_ptr<Writer> make_full(const Run& run, const Target& target);
/// One line a finding, which editors can jump to.
[[nodiscard]] std::unique_ptr<Writer> make_concise(const Run& run, const Target& target);
/// One document of schema "cablelint.findings/1".
[[nodiscard]] std::unique_ptr<Writer> make_json(const Run& run, const Target& target);

}  // namespace cablelint::reports
