#include <cablelint/pair_faults.hpp>

#include <algorithm>

namespace cablelint {

std::vector<std::string_view> pair_fault_kinds() {
  std::vector<std::string_view> kinds;
  for (const PairFault& fault : kPairFaults) kinds.push_back(fault.kind);
  return kinds;
}

const PairFault* pair_fault(std::string_view kind) {
  const auto at = std::find_if(kPairFaults.begin(), kPairFaults.end(),
                               [&](const PairFault& fault) { return fault.kind == kind; });
  return at == kPairFaults.end() ? nullptr : &*at;
}

}  // namespace cablelint
