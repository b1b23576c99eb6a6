#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reports/report.hpp"

namespace cablelint::reports {

/// What the text formats share: they show one finding after the other (or counts of them, when statistics are
/// asked for) and close with one line about the run.
class TextWriter : public Writer {
 public:
  TextWriter(const Run& run, const Target& target) : Writer(run, target), counts_(run.rules.size() + 1) {}

  void format(const Document& document, Part& part) const final;
  void add(const Part& part) final;
  void end(const Summary& summary) final;

 protected:
  /// Appends what is shown of a document; by default one finding after the other.
  virtual void append_document(std::string& text, const Document& document) const;
  /// Appends one finding with the line end behind it; by default its sentence.
  virtual void append(std::string& text, const Finding& finding) const;

  /// Appends "DCL001 warning: message" with the line end behind it, coloured by level when the report is.
  void append_sentence(std::string& text, const Finding& finding) const;
  /// The escape sequence, or nothing when the report has no colours.
  [[nodiscard]] std::string_view style(std::string_view sequence) const {
    return target().color ? sequence : "";
  }

 private:
  std::vector<std::uint64_t> counts_;  // findings by rule
};

inline constexpr std::string_view kBold = "\x1b[1m";
inline constexpr std::string_view kBlue = "\x1b[34m";
inline constexpr std::string_view kReset = "\x1b[0m";

/// The escape sequence for the words and carets of a level.
[[nodiscard]] std::string_view color_of(Severity level);

/// How often rules fired, the most frequent first, then by id; those that did not are left out. `counts` goes
/// with the rules of the run.
using RuleCounts = std::vector<std::pair<std::uint64_t, const RuleInfo*>>;
[[nodiscard]] RuleCounts most_frequent_first(const Run& run, const std::vector<std::uint64_t>& counts);
/// "Found 12 findings (1 error, 6 warnings, 5 notes) in 3 of 5 cables." or "No findings in 5 cables."
[[nodiscard]] std::string summary_line(const Summary& summary);

}  // namespace cablelint::reports
