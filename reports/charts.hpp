#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::reports {

/// A kind of thing that a chart counts, told from the others by its fill: `style` is a class of audit.css.
struct Series {
  std::string name;
  std::string_view style;
};

/// Columns side by side, each a stack.
struct ColumnChart {
  enum class Tick : std::uint8_t { none, wide, always };  // `wide`: only where there is room
  struct Column {
    std::string label;                  // "2016"
    std::vector<std::uint64_t> counts;  // one for each series, from the bottom up
    Tick tick = Tick::always;           // whether the label stands below the column
  };

  std::string id;
  std::string title;
  std::string description;  // for those who cannot see it
  std::vector<Series> series;
  std::vector<Column> columns;
  std::optional<std::size_t> line;  // a vertical line in the middle of this column ...
  std::string line_label;           // ... and what stands at its upper end
};

/// Appends the chart as SVG that fills the width there is; text keeps its size. Nothing without a column.
void append_columns(std::string& out, const ColumnChart& chart);

/// Appends a horizontal bar: the counts in a row, `whole` being its full length. It repeats numbers that
/// stand beside it and is hidden from those who hear the page.
void append_bar(std::string& out, const std::vector<Series>& series, const std::vector<std::uint64_t>& counts,
                std::uint64_t whole);

/// Appends what the fills of a chart mean.
void append_legend(std::string& out, const std::vector<Series>& series);

/// The patterns that fills refer to; once on a page.
[[nodiscard]] std::string_view chart_patterns();

}  // namespace cablelint::reports
