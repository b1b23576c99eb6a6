#pragma once

#include <cablelint/audit/finding_line.hpp>
#include <cablelint/audit/run_facts.hpp>
#include <cablelint/audit/run_json.hpp>
#include <cablelint/audit/run_reader.hpp>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace cablelint::audit {

/// Compares a run, whose documents are added in order of their ids, with an older one. Findings are the same
/// when their documents have the same id and they the same rule and fingerprint, which survives edits
/// elsewhere in the document.
class Comparer {
 public:
  /// `fail_on` says which new findings count as failing. Throws RunError, as all of these do.
  Comparer(const std::string& old_folder, Severity fail_on);

  void add(const AuditedDocument& document, std::span<const Finding> findings);
  /// What changed, when all documents were added.
  [[nodiscard]] const Comparison& finish();
  /// The history of the older run with that run at its end.
  [[nodiscard]] std::vector<PastRun> history() const;
  [[nodiscard]] const std::string& old_rules_hash() const { return old_run_.facts.rules_hash; }

 private:
  using Key = std::pair<std::string, std::string>;  // rule and fingerprint
  void read_old();
  void count_gone();

  RunRecord old_run_;
  RunReader reader_;
  FindingLines lines_;
  Severity fail_on_;
  AuditedDocument old_;
  bool has_old_ = false;
  std::vector<Key> old_keys_;
  std::vector<Finding> old_findings_;
  Comparison result_;
};

/// The findings of a document's lines of findings.jsonl, from `first` on in place of those that stand there,
/// whose memory they use; returns where they end. Throws RunError where a line is damaged.
[[nodiscard]] std::size_t read_findings(const AuditedDocument& document, FindingLines& lines,
                                        std::vector<Finding>& findings, std::size_t first = 0);

}  // namespace cablelint::audit
