#pragma once

#include <cablelint/audit/run_facts.hpp>
#include <cablelint/audit/run_reader.hpp>
#include <cablelint/audit/summary.hpp>
#include <cablelint/finding.hpp>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace cablelint::reports {

/// Writes audit.sqlite; reports/README.md has its tables. Equal runs give equal bytes.
class AuditDatabase {
 public:
  /// Makes the file, which must not be there. Throws std::runtime_error, as all of these do, where it cannot
  /// be written.
  explicit AuditDatabase(const std::string& path);
  ~AuditDatabase();
  AuditDatabase(const AuditDatabase&) = delete;
  AuditDatabase& operator=(const AuditDatabase&) = delete;

  /// A document with its findings, those of the first cable first. Documents come in order of their ids.
  void add(const audit::AuditedDocument& document, std::span<const Finding> findings);
  /// What is known at the end; builds the indexes.
  void finish(const audit::RunFacts& run, const audit::Summary& summary,
              const std::vector<InputError>& errors);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cablelint::reports
