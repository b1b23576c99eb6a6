#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/redacting/verification.hpp>
#include <cablelint/source.hpp>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::reports {

/// What is known about a run before its first document.
struct Run {
  std::string version;
  std::string as_of;  // ISO
  std::string profile;
  std::string root;               // the folder in which relative names begin, absolute
  std::vector<ActiveRule> rules;  // those that run, in order of id
  Severity fail_on = Severity::error;
  bool statistics = false;                // text formats: counts of rules instead of findings
  bool quiet = false;                     // text formats: no last line
  bool shows_cut_text = false;            // of pairs: see VerifiedPair
  std::size_t sarif_max_results = 5'000;  // what code scanning keeps of an upload

  /// Where `rules` has a rule; the size of `rules` when it has not.
  [[nodiscard]] std::size_t index_of(std::string_view id) const;
};

/// Counts over documents: of one, or of the run.
struct Summary {
  std::uint64_t cables = 0;
  std::uint64_t cables_with_findings = 0;
  std::uint64_t error = 0, warning = 0, note = 0;  // findings that count
  std::uint64_t suppressed = 0;                    // findings that do not
  std::uint64_t unreadable = 0;                    // inputs
  int exit_code = 0;                               // known at the end

  [[nodiscard]] std::uint64_t findings() const { return error + warning + note; }
  [[nodiscard]] std::uint64_t of(Severity level) const;
  void count(const std::vector<Finding>& of_cable);
  void add(const Summary& other);
};

/// A cable of a document and what the rules say about it.
struct CheckedCable {
  std::vector<Finding> findings;
  const Cable* cable = nullptr;  // null unless the writer `wants_cables`
};

/// A release that was held against its original, both as they are.
struct VerifiedPair {
  const Source& original;
  const Cable& original_cable;
  const Source& release;
  const Cable& release_cable;
  const redacting::Verification& result;
  /// Without it no stretch of the original that the release withholds is ever shown, nor the words that are
  /// reported because they were cut elsewhere.
  bool show_cut_text = false;
};

/// A document that was read and checked, while its bytes are at hand.
struct Document {
  const Source& source;  // of a release without the words that must not be shown
  std::span<const CheckedCable> cables;
  const VerifiedPair* pair = nullptr;  // of a release
};

/// A finding within a `Part`.
struct Mark {
  Severity level = Severity::warning;
  std::size_t rule = 0;  // index into Run::rules
  std::size_t end = 0;   // where its text ends in Part::text
};

/// What one document adds to a report.
struct Part {
  std::string text;
  std::vector<Mark> marks;  // for writers that choose among findings or count them
  std::vector<std::string>
      more;  // further texts, for writers that put a document's share into several places
};

/// A folder in which a report puts pages beside its main file.
class Pages {
 public:
  Pages() = default;
  virtual ~Pages() = default;
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  /// Writes a page under a name that ends in ".html", or a like one where that is taken, and gives the name.
  virtual std::string add(const std::string& name, std::string_view text) = 0;
};

/// Where a report goes.
struct Target {
  std::ostream& stream;
  bool color = false;      // escape sequences for a terminal
  Pages* pages = nullptr;  // where the report is to have a page a document, which only `html` can
};

/// One output format. Most work is done in `format`, which runs on many threads at once, one document each.
/// The other functions are called one at a time: `begin`, then `add` or `error` once an input in the order of
/// the input, then `end`. State over the run belongs to them; the bytes never depend on the threads.
class Writer {
 public:
  /// The run outlives the writer.
  Writer(const Run& run, const Target& target) : run_(run), target_(target) {}
  virtual ~Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// `format` looks at the cables themselves, which are not kept otherwise.
  [[nodiscard]] virtual bool wants_cables() const { return false; }

  virtual void begin() {}
  /// Appends to an empty part.
  virtual void format(const Document& document, Part& part) const = 0;
  virtual void add(const Part& part) { put(part.text); }
  /// An input that could not be read; the program tells it on standard error, too.
  virtual void error(const InputError& error) { (void)error; }
  virtual void end(const Summary& summary) { (void)summary; }

 protected:
  [[nodiscard]] const Run& run() const { return run_; }
  [[nodiscard]] const Target& target() const { return target_; }
  void put(std::string_view text);

 private:
  const Run& run_;
  Target target_;
};

/// Names that `--output` takes, in the order of the help.
[[nodiscard]] std::vector<std::string_view> formats();
/// A writer to `target`, or null when no format has that name.
[[nodiscard]] std::unique_ptr<Writer> make_writer(std::string_view format, const Run& run,
                                                  const Target& target);

/// Calls `each` for every finding of a document that counts.
template <typename Each> void for_each_finding(const Document& document, const Each& each) {
  for (const CheckedCable& cable : document.cables) {
    for (const Finding& finding : cable.findings) {
      if (!finding.suppressed) each(finding);
    }
  }
}

}  // namespace cablelint::reports
