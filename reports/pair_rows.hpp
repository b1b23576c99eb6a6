#pragma once

#include <cablelint/span.hpp>
#include <cstddef>
#include <vector>

#include "reports/report.hpp"

namespace cablelint::reports {

/// A stretch of both texts that belongs side by side.
struct PairRow {
  Span original, release;
  std::size_t first = 0, count = 0;  // in Verification::stretches
};

/// Divides both texts where a block or a paragraph of the original begins, unless a cut or missing text goes
/// over that place. The rows cover both texts.
[[nodiscard]] std::vector<PairRow> rows_of(const VerifiedPair& pair);

}  // namespace cablelint::reports
