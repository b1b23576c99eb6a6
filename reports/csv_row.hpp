#pragma once

#include <cablelint/finding.hpp>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace cablelint::reports {

/// The header of a table of findings, with its line end.
inline constexpr std::string_view kFindingsHeader =
    "rule,name,level,source,record,line,column,end_line,end_column,message,help,fingerprint\r\n";
/// Appends the row of a finding, with its line end.
void append_csv_row(std::string& out, const Finding& finding);

/// The same for many findings, quicker: those of a rule share its help, which is made a cell once.
class CsvRows {
 public:
  void append(std::string& out, const Finding& finding);

 private:
  std::map<std::string, std::string, std::less<>> cells_;  // of helps
};

}  // namespace cablelint::reports
