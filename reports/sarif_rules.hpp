#pragma once

#include <string>

#include "reports/report.hpp"

namespace cablelint::reports {

/// Appends the list of the run's rules as `tool.driver.rules` of SARIF: JSON, in the order of the run.
void append_sarif_rules(std::string& out, const Run& run);

}  // namespace cablelint::reports
