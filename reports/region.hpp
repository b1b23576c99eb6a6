#pragma once

#include <cablelint/finding.hpp>
#include <cstdint>

namespace cablelint::reports {

/// Where a finding stands; the columns are code points and the end is exclusive.
struct Region {
  std::uint32_t line, column, end_line, end_column;
};

/// The place of a finding for tools that show no empty ones: an empty place is one character wide, so that a
/// finding about a document without text stands at 1:1-1:2.
[[nodiscard]] inline Region region_of(const Finding& finding) {
  const bool empty = finding.line == finding.end_line && finding.end_column <= finding.column;
  return {finding.line, finding.column, finding.end_line, empty ? finding.column + 1 : finding.end_column};
}

}  // namespace cablelint::reports
