#pragma once

#include <cablelint/audit/run_facts.hpp>
#include <cablelint/audit/summary.hpp>
#include <optional>
#include <string>

namespace cablelint::audit {

inline constexpr std::string_view kRunFile = "run.json";

/// What run.json says.
struct RunRecord {
  RunFacts facts;
  bool complete = false;
  std::vector<std::string> files;  // of the run, run.json apart
  PastRun totals;                  // of a complete run
  Rules rules;                     // that ran, with nothing counted
};

/// The text of run.json: schema "cablelint.run/1".
[[nodiscard]] std::string run_json(const RunRecord& run);
/// Reads DIR/run.json. Throws RunError where there is none or it is damaged.
[[nodiscard]] RunRecord read_run(const std::string& folder);
/// The same for a complete run that has the files a RunReader needs; throws RunError for any other.
[[nodiscard]] RunRecord read_whole_run(const std::string& folder);

}  // namespace cablelint::audit
