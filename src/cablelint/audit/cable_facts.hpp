#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/level.hpp>
#include <cablelint/source.hpp>
#include <cablelint/vocabulary.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cablelint::audit {

/// Findings that count, by level.
struct FindingCounts {
  std::uint64_t error = 0, warning = 0, note = 0;

  [[nodiscard]] std::uint64_t all() const { return error + warning + note; }
  void count(Severity level) {
    ++(level == Severity::error ? error : level == Severity::warning ? warning : note);
  }
  void add(const FindingCounts& other) {
    error += other.error;
    warning += other.warning;
    note += other.note;
  }
  friend bool operator==(const FindingCounts&, const FindingCounts&) = default;
};

/// When a cable ceases to be classified by what stands on it. The order is that of documents.csv and of
/// pages.
enum class Due : std::uint8_t {
  dated,         // on a day
  event,         // when something happens
  exempt,        // by an exemption or schedule that names no day
  unreadable,    // there is an instruction, and nobody can read it
  missing,       // classified, without an instruction
  unclassified,  // there is nothing to declassify
};
inline constexpr std::size_t kDues = 6;

/// "dated", "event", "exempt", "unreadable", "missing" or "unclassified".
[[nodiscard]] std::string_view to_text(Due due);

/// What an audit says of one cable: a row of documents.csv. Texts come from cables and may hold anything.
struct CableFacts {
  std::string id;          // of its document: the path of a file, the id of a record
  std::uint32_t part = 1;  // which cable of that document, from 1
  std::string container;   // the file that holds the document among others; empty when the document is a file
  std::uint32_t offset = 0, length = 0;  // of the cable in its document, bytes
  std::string record;                    // "2004ROME01636"; empty when it has none
  std::string post;                      // "ROME"; empty when unknown
  std::optional<Day> date;               // when it was sent, where that is known to the day
  std::optional<std::int32_t> year;
  std::optional<Level> level;            // of its header
  std::optional<Level> highest_portion;  // of its portion marks
  Due due = Due::missing;
  std::optional<Day> due_day;  // with Due::dated only
  bool overdue = false;        // due_day has come on the day of the audit
  FindingCounts findings;
};

/// What the cable itself says: all but its id, container, part and findings. `post` is as printed. The
/// vocabulary says of which codes the date is a day of review.
[[nodiscard]] CableFacts facts_of(const Source& source, const Cable& cable, const Vocabulary& vocabulary,
                                  Day as_of);

}  // namespace cablelint::audit
