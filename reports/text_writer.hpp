#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "reports/report.hpp"

namespace cablelint::reports {

/// What the text formats share: they show one finding after the other (or counts of them, when statistics are
/// asked for) and close with one line about the run. Inputs that could not be read are told on standard
/// error, not here.
class TextWriter : public Writer {
 public:
  explicit TextWriter(std::ostream& out) : out_(out) {}

  void begin(const Run& run) override { run_ = run; }
  void findings(const std::vector<Finding>& findings) final;
  void error(const InputError& error) final { (void)error; }
  void end(const Summary& summary) final;

 protected:
  /// Appends one finding with the line end behind it.
  virtual void append(std::string& text, const Finding& finding) const = 0;

  /// Appends "DCL001 warning", coloured by level when the run is.
  void append_rule(std::string& text, const Finding& finding) const;
  /// The escape sequence, or nothing when the run has no colours.
  [[nodiscard]] std::string_view style(std::string_view sequence) const { return run_.color ? sequence : ""; }

 private:
  struct Count {
    std::string name;
    std::uint64_t findings = 0;
  };

  std::ostream& out_;
  Run run_;
  std::string text_;
  std::map<std::string, Count, std::less<>> counts_;
  std::uint64_t cables_with_findings_ = 0;
};

inline constexpr std::string_view kBold = "\x1b[1m";
inline constexpr std::string_view kBlue = "\x1b[34m";
inline constexpr std::string_view kReset = "\x1b[0m";

/// The escape sequence for the words and carets of a level.
[[nodiscard]] std::string_view color_of(Severity level);

/// "Found 12 findings (1 error, 6 warnings, 5 notes) in 3 of 5 cables." or "No findings in 5 cables."
[[nodiscard]] std::string summary_line(const Summary& summary, std::uint64_t cables_with_findings);

}  // namespace cablelint::reports
