#pragma once

#include <iosfwd>
#include <memory>

#include "reports/report.hpp"

namespace cablelint::reports {

/// Findings with the line they stand on, for people at a terminal.
[[nodiscard]] std::unique_ptr<Writer> make_full(std::ostream& out);
/// One line a finding, which editors can jump to.
[[nodiscard]] std::unique_ptr<Writer> make_concise(std::ostream& out);
/// One document of schema "cablelint.findings/1".
[[nodiscard]] std::unique_ptr<Writer> make_json(std::ostream& out);

}  // namespace cablelint::reports
