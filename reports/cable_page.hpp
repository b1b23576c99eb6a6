#pragma once

#include <cstddef>
#include <string>

#include "reports/report.hpp"

namespace cablelint::reports {

/// How much of a document is shown besides its findings, which always are.
struct Extent {
  std::size_t first_lines;  // shown in any case
  std::size_t around;       // lines before and behind one with a finding
};

/// All of a document, or of a very long one its beginning and the lines around its findings.
[[nodiscard]] Extent whole_or_excerpt(const Source& source);
inline constexpr Extent kOnlyFindings{0, 1};

/// Stands in what the functions below append where the number of the document belongs; text from a cable
/// never holds it.
inline constexpr char kDocumentNumber = '\x01';

/// Appends a document as HTML: its text line by line with its parts coloured and labelled, each finding below
/// the line on which it begins. Ids are `d1` for the first document, `f1-2` for its second finding, `at1-2`
/// for the place of that.
void append_cable_page(std::string& out, const Run& run, const Document& document, const Extent& extent);

/// Appends the findings of a document as items of a list, with links to where they are shown.
void append_finding_links(std::string& out, const Document& document);

/// The shape that stands for a level, beside its word.
[[nodiscard]] std::string_view sign_of(Severity level);
/// Appends "▲ warning", the sign hidden from those who hear the page.
void append_level(std::string& out, Severity level);

}  // namespace cablelint::reports
