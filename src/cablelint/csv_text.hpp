#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cablelint {

/// Appends a cell of a CSV file (RFC 4180) on one line and without hidden characters. An apostrophe in front
/// keeps a spreadsheet from taking it for a formula; texts that begin so anyway get one more, so that
/// `read_csv_row` can take it away again.
void append_csv_cell(std::string& out, std::string_view text);

/// The cells of one row as `append_csv_cell` writes them, without its line end; cells keep their memory.
/// False where quotes are not in order.
bool read_csv_row(std::string_view row, std::vector<std::string>& cells);

}  // namespace cablelint
