#pragma once

#include <cablelint/audit/cable_facts.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::audit {

/// The first line of documents.csv, with its line end.
[[nodiscard]] std::string_view document_header();
/// Appends the row of a cable with its line end. `passed`: no finding of it fails the run.
void append_row(std::string& out, const CableFacts& cable, bool passed);
/// Reads such a row, without its line end; false for anything else. `cells` is scratch.
bool read_row(std::string_view row, std::vector<std::string>& cells, CableFacts& cable, bool& passed);

}  // namespace cablelint::audit
