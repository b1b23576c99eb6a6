#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cablelint::tests {

/// How many cables each half of the proof takes: `usual`, or what the environment says in CABLELINT_PROOF.
[[nodiscard]] std::size_t proof_cables_wanted(std::size_t usual);

/// The shipped rules with their default profile.
class ProofBench {
 public:
  ProofBench();
  /// Reads a cable, which stays until the next one.
  void read(const std::string& text);
  /// The findings in the cable on a day, "2026-01-01"; empty: before every generated cable, when no date of
  /// declassification has passed.
  const std::vector<Finding>& check(std::string_view as_of = {});

 private:
  Parser parser_;
  std::map<std::string, Linter, std::less<>> linters_;
  const std::string* text_ = nullptr;
  Cable cable_;
  std::vector<Finding> findings_;
};

/// Whether a list of ids that are separated by blanks names this rule.
[[nodiscard]] bool names(std::string_view list, std::string_view rule);
/// Whether the finding stops nobody: a note.
[[nodiscard]] bool is_note(const Finding& finding);

/// Findings by rule: how often, and the first of them.
class FindingTally {
 public:
  void add(const Finding& finding, const std::string& cable);
  [[nodiscard]] std::size_t errors() const { return errors_; }
  [[nodiscard]] std::size_t warnings() const { return warnings_; }
  [[nodiscard]] std::size_t count() const { return errors_ + warnings_; }
  /// A line for each rule, with the first of its findings; empty when there is none.
  [[nodiscard]] std::string text() const;

 private:
  std::size_t errors_ = 0, warnings_ = 0;
  std::map<std::string, std::pair<std::size_t, std::string>> rules_;
};

/// A number in a column of a table.
[[nodiscard]] std::string column(std::size_t number, std::size_t width);

}  // namespace cablelint::tests
