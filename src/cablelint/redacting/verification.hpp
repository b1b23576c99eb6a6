#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/span.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cablelint::redacting {

/// What can be wrong with a release, or be worth saying of it.
enum class FaultKind : std::uint8_t {
  altered_text,
  inserted_text,
  removed_text,
  empty_mark,
  ambiguous_cut,
  wrong_extent,
  classified_portion_shown,
  missing_exemption,
  surviving_word,
  telling_length,
  marked_original,
  nothing_cut,
  longer_release,
  different_cable,
};
/// "altered-text".
[[nodiscard]] std::string_view name_of(FaultKind kind);
inline constexpr std::size_t kFaultKinds = static_cast<std::size_t>(FaultKind::different_cable) + 1;

/// What became of a stretch of the original in the release. It is part of one line where it is shown.
struct Stretch {
  enum class Kind : std::uint8_t {
    shown,
    cut,   // marks stand for it; without a place in the original they stand for nothing, or nobody knows
    gone,  // missing without a mark, or altered
  };
  Kind kind = Kind::shown;
  Span original, release;
  std::uint32_t first_mark = 0, last_mark = 0;  // of a cut, in Cable::redactions of the release
};

/// One thing about a release, with its place in both texts: a stretch, or an empty one where that text has
/// nothing. No part of it repeats what was cut.
struct Fault {
  FaultKind kind = FaultKind::altered_text;
  Severity level = Severity::error;  // by its rule
  Span original, release;
  std::int32_t original_paragraph = 0, release_paragraph = 0;  // as numbered; 0: in none
  std::string message;
};

/// What came out of holding a release against its original.
struct Verification {
  bool exact = false;          // the release is the original with marks in it, and nothing else differs
  std::vector<Fault> faults;   // in the order of the release
  std::vector<Span> withheld;  // of the original: what the release does not show; ascending
  std::vector<Span> original_survivors, release_survivors;  // words that were cut elsewhere; ascending
  std::vector<Stretch> stretches;  // when they are asked for, in the order of both texts

  void clear();
};

struct VerifyOptions {
  Day as_of = 0;
  bool noise = false;      // see TokenOptions
  bool stretches = false;  // Verification::stretches are asked for
  /// Other levels for rules about pairs by id, prefix or name, or nothing for `off`; the last one that fits
  /// counts.
  std::vector<std::pair<std::string, std::optional<Severity>>> levels = {};
};

}  // namespace cablelint::redacting
