#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <cablelint/finding.hpp>

namespace cablelint::audit {

/// Reads lines of findings.jsonl.
class FindingLines {
 public:
  FindingLines();
  ~FindingLines();
  FindingLines(const FindingLines&) = delete;
  FindingLines& operator=(const FindingLines&) = delete;

  /// Reads the finding of one line, all but its excerpt. False for anything that is not a line of schema
  /// "cablelint.finding/1".
  bool read(std::string_view line, Finding& finding);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cablelint::audit
