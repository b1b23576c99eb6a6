#pragma once

#include <cablelint/audit/summary.hpp>
#include <span>
#include <string_view>
#include <vector>

namespace cablelint::audit {

/// Counts cables with what was found in them, one after the other.
class SummaryCounter {
 public:
  /// `passed`: no finding of the cable fails a run. The findings are all of this cable.
  void count(const CableFacts& cable, bool passed, std::span<const Finding> findings);

  /// Documents and inputs that could not be read are for others to count.
  Summary summary;

 private:
  std::vector<std::string_view> rules_;  // of the cable
};

}  // namespace cablelint::audit
