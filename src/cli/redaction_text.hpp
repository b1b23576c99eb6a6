#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/source.hpp>
#include <cstddef>
#include <map>
#include <string>

namespace cablelint::cli {

/// What the marks of some documents come to.
struct RedactionTotals {
  std::size_t documents = 0, marked = 0;  // read; with a mark
  std::size_t cuts = 0, stamps = 0;
  std::size_t unstated = 0;  // cuts that do not say how much is missing
  double cut = 0, left = 0;  // characters
  std::map<std::string, std::size_t> codes;
  std::size_t without_code = 0;  // cuts

  void add(const Cable& cable);
  void add(const RedactionTotals& other);
};

/// One mark as one JSON object on a line of its own.
void append_json_redaction(std::string& out, const Source& source, const Cable& cable,
                           const Redaction& redaction);
/// The marks of a cable for people, a line each; nothing when it has none.
void append_text_redactions(std::string& out, const Source& source, const Cable& cable);
/// The totals for people.
void append_text_totals(std::string& out, const RedactionTotals& totals);

}  // namespace cablelint::cli
