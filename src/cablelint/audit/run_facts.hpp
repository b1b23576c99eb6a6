#pragma once

#include <cablelint/audit/cable_facts.hpp>
#include <cablelint/finding.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace cablelint::audit {

/// The totals of an audit as a later one remembers them, for the trend.
struct PastRun {
  std::string as_of;  // ISO
  std::uint64_t cables = 0, passed = 0, unreadable = 0;
  FindingCounts findings;
};

/// What a run was: run.json without its counts.
struct RunFacts {
  std::string version;     // of the program
  std::string rules_hash;  // 16 hex digits: rules, vocabulary and all that decides what they say
  std::string as_of;       // ISO
  std::string profile;
  Severity fail_on = Severity::error;
  std::vector<std::string> inputs;  // as given
  std::uint32_t shards = 0;  // into how many parts the documents were divided; 0 when the run takes all
  std::vector<std::uint32_t>
      shard;  // which of them it has, in order: one for `--shard 2/7`, more behind a merge
  std::vector<std::pair<std::string, std::string>> settings;  // further ones that were given: name and value
  std::vector<PastRun> history;  // of the runs it was compared with, oldest first
};

/// "2 of 7" or "1, 3 of 7"; empty for a run that takes all.
[[nodiscard]] std::string shard_text(const RunFacts& run);

/// What changed from an older run to a newer one.
struct Comparison {
  struct Counts {
    std::uint64_t fresh = 0, gone = 0, unchanged = 0;  // findings
  };
  std::string old_as_of;  // ISO
  std::string old_version;
  bool same_rules = true;  // else some differences may come from the rules
  Counts all;
  std::uint64_t fresh_failing = 0;                // new findings that fail a run
  std::map<std::string, Counts> rules;            // by id; those with a finding in either run
  std::uint64_t cables_new = 0, cables_gone = 0;  // documents' cables that only one of them has
};

}  // namespace cablelint::audit
