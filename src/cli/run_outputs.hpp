#pragma once

#include <cablelint/audit/comparison.hpp>
#include <cablelint/audit/run_facts.hpp>
#include <cablelint/audit/run_merge.hpp>
#include <cablelint/audit/summary.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::cli {

/// The files of a run that may be left out, in the order in which people read of them.
[[nodiscard]] std::span<const std::string_view> run_files();

/// What a run is made of, and what of it is wanted.
struct RunPlan {
  std::string folder;
  audit::RunFacts facts;
  audit::Rules rules;              // that ran, with nothing counted
  std::vector<std::string> files;  // of run_files()
  unsigned threads = 1;
};

/// What came out of a run.
struct RunResult {
  audit::Summary summary;
  std::optional<audit::Comparison> comparison;
};

/// Writes the files of a run, which appear together when all are written; run.json is the last and says that
/// the run is complete. `older` may be null. Throws audit::RunError and OutputError.
RunResult write_run(const RunPlan& plan, audit::RunMerge& merge, audit::Comparer* older);

}  // namespace cablelint::cli
