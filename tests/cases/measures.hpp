#pragma once

#include <vector>

#include "tests/cases/score.hpp"

namespace cablelint::tests {

/// Rows of the table of measures, one function for each kind of data; none when the data are not on this
/// machine.
[[nodiscard]] std::vector<Score> cablemap_scores();
[[nodiscard]] std::vector<Score> frus_scores();
[[nodiscard]] std::vector<Score> marking_scores();
[[nodiscard]] std::vector<Score> redaction_scores();
[[nodiscard]] std::vector<Score> generated_scores();

}  // namespace cablelint::tests
