#pragma once

#include <cablelint/audit/cable_facts.hpp>
#include <cablelint/audit/line_file.hpp>
#include <cablelint/finding.hpp>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::audit {

// The files of a run that hold all the others are made from.
inline constexpr std::string_view kDocuments = "documents.csv";
inline constexpr std::string_view kFindings = "findings.jsonl";
inline constexpr std::string_view kErrors = "errors.jsonl";

/// A cable as a run has it.
struct AuditedCable {
  CableFacts facts;
  bool passed = true;
};

/// A document as a run has it.
struct AuditedDocument {
  std::string id;
  std::vector<AuditedCable> cables;
  std::string rows;      // its lines of documents.csv
  std::string findings;  // its lines of findings.jsonl, those of the first cable first
};

/// Reads what a run, or a part of one, says of its documents, in order of their ids.
class RunReader {
 public:
  /// Throws RunError when a file is missing.
  explicit RunReader(const std::string& folder);

  /// The next document; its memory is used again. False at the end. Throws RunError where the files are
  /// damaged, do not belong together or are not in order.
  bool next(AuditedDocument& document);
  /// The next input that could not be read; false at the end. Throws RunError.
  bool next_error(InputError& error);

 private:
  bool read_row();
  void read_findings(std::size_t count, std::string& out);

  LineFile documents_, findings_, errors_;
  std::string row_;
  AuditedCable cable_;  // read and not given
  bool pending_ = false;
  std::vector<std::string> cells_;
  std::string last_id_;
  bool begun_ = false;
};

}  // namespace cablelint::audit
