#pragma once

#include <array>
#include <cablelint/audit/cable_facts.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/lint.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::audit {

/// Cables that have something in common.
struct Group {
  std::uint64_t cables = 0;
  std::uint64_t with_findings = 0;
  std::uint64_t overdue = 0;
  FindingCounts findings;

  void add(const Group& other);
};

/// What a rule found, possibly nothing.
struct RuleCount {
  std::string name;                    // "past-declassification"
  Severity level = Severity::warning;  // its own, which a cable may change
  std::string summary;
  FindingCounts findings;
  std::uint64_t cables = 0;  // with at least one of them
};

/// By id; every rule that ran.
using Rules = std::map<std::string, RuleCount, std::less<>>;

/// Rules that run, none of which has found anything yet.
[[nodiscard]] Rules counts_of(const std::vector<ActiveRule>& rules);

/// Cables that become due in a year.
struct DueCount {
  std::uint64_t cables = 0;
  std::uint64_t overdue = 0;  // of these, on the day of the audit
};

/// One of the cables that need a reviewer most.
struct WorstCable {
  std::string id;
  std::uint32_t part = 1;
  std::string record;
  FindingCounts findings;
};

/// A finding shown as an example.
struct Example {
  std::string id, message;
  std::uint32_t line = 1, column = 1;
  Severity level = Severity::warning;
};

/// The state of a collection. Every member can be computed from the summaries of two parts of it, in either
/// order, so that shards add up to the whole (`add`).
struct Summary {
  std::uint64_t documents = 0;  // that were read
  std::uint64_t cables = 0;
  std::uint64_t passed = 0;  // cables without a finding at or above the level that fails a run
  std::uint64_t bytes = 0;
  std::uint64_t unreadable = 0;  // inputs
  FindingCounts findings;
  Rules rules;
  std::map<std::int32_t, Group> years;  // by year sent
  Group no_year;
  // By name as message ids spell it; "" for cables without one. Of more than kMostPosts names the first of
  // the alphabet stand alone, and all others together as kOtherPosts.
  std::map<std::string, Group, std::less<>> posts;
  std::array<Group, 6> levels;  // of the header: U, R, C, S, TS, and behind them cables without a level
  std::array<std::uint64_t, kDues> dues{};  // cables by Due
  std::map<std::int32_t, DueCount> due_years;
  std::array<std::array<std::uint64_t, 6>, 6>
      matrix{};                   // [level of the header][highest portion mark] cables; both as in `levels`
  std::vector<WorstCable> worst;  // at most kWorst: most errors, warnings, notes, then by id
  std::map<std::string, std::vector<Example>, std::less<>>
      examples;                              // by rule, at most kExamples each: first by id, line, column
  std::vector<InputError> unreadable_first;  // at most kUnreadable: first by name

  static constexpr std::size_t kWorst = 50;
  static constexpr std::size_t kExamples = 10;
  static constexpr std::size_t kUnreadable = 50;
  static constexpr std::size_t kMostPosts = 1'000;
  static constexpr std::string_view kOtherPosts = "(other)";

  /// Counts a cable. `passed`: no finding of it fails a run.
  void count(const CableFacts& cable, bool has_passed);
  /// Counts a finding; `first_of_cable`: the first of that rule in its cable.
  void count(std::string_view rule, Severity level, bool first_of_cable);

  /// Keeps an example of what a rule found, if it is one of the first.
  void show(std::string_view rule, Example example);

  /// Joins the summary of other cables of the same run to this one.
  void add(const Summary& other);

 private:
  Group& post_group(std::string_view name);
};

/// Where a level stands in Summary::levels and in the matrix.
[[nodiscard]] constexpr std::size_t index_of(std::optional<Level> level) {
  return level ? static_cast<std::size_t>(*level) : 5;
}

}  // namespace cablelint::audit
