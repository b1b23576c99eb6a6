#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cablelint/audit/run_facts.hpp>

namespace cablelint::audit {

std::string shard_text(const RunFacts& run) {
  return run.shards == 0 ? std::string() : fmt::format("{} of {}", fmt::join(run.shard, ", "), run.shards);
}

}  // namespace cablelint::audit
