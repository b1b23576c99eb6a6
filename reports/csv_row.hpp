#pragma once

#include <cablelint/finding.hpp>
#include <string>
#include <string_view>

namespace cablelint::reports {

/// The header of a table of findings, with its line end.
inline constexpr std::string_view kFindingsHeader =
    "rule,name,level,source,record,line,column,end_line,end_column,message,help,fingerprint\r\n";
/// Appends the row of a finding, with its line end.
void append_csv_row(std::string& out, const Finding& finding);

}  // namespace cablelint::reports
