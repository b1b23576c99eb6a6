#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::reports {

/// A table of a page. Cells are HTML; what is text in `title` and `caption` is escaped here.
struct HtmlTable {
  enum class Kind : std::uint8_t { number, text, bar };
  struct Column {
    std::string title;
    Kind kind = Kind::number;
  };
  struct Row {
    std::vector<std::string> cells;  // the first one is the heading of the row
    std::string attributes;          // of the row, such as ` data-rule="DCL001"`
  };

  std::string id;
  std::string caption;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Row> rest;   // sums and what is not listed: below the rows, however these are sorted
  bool tools = false;      // the script of the page may sort and filter it
  std::string_view style;  // a further class
};

/// Appends the table in a frame that scrolls sideways where there is too little room.
void append_table(std::string& out, const HtmlTable& table);

}  // namespace cablelint::reports
