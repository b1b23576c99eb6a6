#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/span.hpp>

namespace cablelint {

/// How much a finding matters. A greater value is more severe.
enum class Severity : std::uint8_t { note, warning, error };

/// "note", "warning" or "error".
[[nodiscard]] std::string_view to_text(Severity severity);

/// A place in another document that a finding is about, too.
struct RelatedPlace {
  std::string source;
  std::uint32_t line = 1, column = 1;  // as in Finding
};

/// One thing a rule says about one cable, with everything a report shows: it needs neither source nor rules.
struct Finding {
  std::string rule;  // "DCL001"
  std::string name;  // "past-declassification"
  Severity level = Severity::warning;
  std::string source;           // name of the document
  std::string record;           // id of the cable's trailer, "2004ROME01636"; empty when it has none
  bool one_of_several = false;  // the document holds other cables, too
  std::uint32_t line = 1;       // from 1
  std::uint32_t column = 1;     // code points, from 1
  std::uint32_t end_line = 1;
  std::uint32_t end_column = 1;  // exclusive
  Span at;                       // bytes
  std::string message;
  std::string help;
  std::string fingerprint;  // 16 hex digits; survives edits elsewhere in the file
  std::string excerpt;      // the line it stands on, raw
  std::uint32_t excerpt_column =
      1;  // code point of the line at which the excerpt begins (long lines are windowed)
  // Accepted by a baseline, with the reason it gives (may be empty): does not count, and is shown only by
  // formats that have a place for it.
  std::optional<std::string> suppressed;
  std::vector<RelatedPlace> related = {};  // of a finding about two texts: where it stands in the other one
};

/// Order of reports: source, offset, rule.
[[nodiscard]] bool operator<(const Finding& a, const Finding& b);

/// An input that could not be read, in words for people.
struct InputError {
  std::string source;
  std::string message;
};

}  // namespace cablelint
