#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/calendar.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/lint.hpp>

namespace cablelint {

/// The layout of a baseline that is written and read.
inline constexpr std::string_view kBaselineSchema = "cablelint.baseline/1";

/// A finding that was accepted. Fingerprint and source say which one it is, the rest is for people.
struct BaselineEntry {
  std::uint64_t fingerprint = 0;
  std::string rule;
  std::string source;  // as seen from the folder of the baseline; "-" for standard input
  std::string message;
  std::uint32_t count = 1;  // how many findings of the source have this fingerprint
  std::string reason, author;
  std::optional<Day> expires;  // from this day on it accepts nothing
  std::uint32_t line = 0;      // of the file it was read from, from 1
};

/// The number that a fingerprint stands for; nothing when the text is none.
[[nodiscard]] std::optional<std::uint64_t> parse_fingerprint(std::string_view text);

/// The entries as a file, one a line in order of source, rule and fingerprint.
[[nodiscard]] std::string baseline_text(std::vector<BaselineEntry> entries, std::string_view version);

/// Accepted findings, and what a run finds of them. Any number of threads may each have a `BaselineMatch`.
class Baseline {
 public:
  /// `folder` is where the sources of the entries are seen from, itself from the root.
  Baseline(std::vector<BaselineEntry> entries, std::string_view folder, Day as_of);

  /// In order of source and fingerprint.
  [[nodiscard]] std::span<const BaselineEntry> entries() const { return entries_; }
  /// The source of an entry from the root.
  [[nodiscard]] const std::string& path(std::size_t entry) const { return paths_[entry]; }
  /// The entries of a source.
  struct Range {
    std::size_t begin = 0, end = 0;
  };
  [[nodiscard]] Range of(std::string_view path) const;
  /// The entry for a fingerprint of a source; entries().size() when there is none.
  [[nodiscard]] std::size_t find(Range source, std::uint64_t fingerprint) const;

  [[nodiscard]] bool expired(std::size_t entry) const;
  /// How many findings the entry stands for in this run, at most its count.
  [[nodiscard]] std::uint32_t found(std::size_t entry) const { return states_[entry].found; }
  /// It stands for fewer findings than it says: its rule ran on its source, or the source is gone.
  [[nodiscard]] bool stale(std::size_t entry) const;
  /// Sources that are not there any more, among those that are one of these paths or stand below one. Paths
  /// are as seen from `folder`.
  void look_for_sources(const std::vector<std::string>& paths, std::string_view folder);

 private:
  friend class BaselineMatch;
  struct State {
    std::atomic<std::uint32_t> found = 0;
    std::atomic<bool> judged = false;
  };

  std::vector<BaselineEntry> entries_;
  std::vector<std::string> paths_;
  std::unique_ptr<State[]> states_;
  Day as_of_;
};

/// Compares the findings of one document after another with a baseline, on one thread.
class BaselineMatch {
 public:
  explicit BaselineMatch(Baseline& baseline);

  /// Begins a document.
  void begin(std::string_view name);
  /// Marks the findings of one of its cables that the baseline accepts.
  void accept(std::vector<Finding>& findings);
  /// Ends the document: what its rules did not find is stale.
  void end(const Linter& linter);

 private:
  Baseline& baseline_;
  std::string folder_;
  std::string path_;
  Baseline::Range range_;
  std::vector<std::uint32_t> found_;  // by entry of the range
};

/// The name of a document as the path of a source: from the root and valid UTF-8; "-" stays what it is.
void set_source_path(std::string& path, std::string_view folder, std::string_view name);

}  // namespace cablelint
