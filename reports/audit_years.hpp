#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "reports/charts.hpp"

namespace cablelint::reports {

/// What is counted by year, each count for a series of a chart.
using YearCounts = std::map<std::int32_t, std::vector<std::uint64_t>>;

/// Years as columns. A misread date may lie anywhere: the years with a column of their own are the
/// consecutive ones that hold the most, and what is earlier or later is one column.
struct YearColumns {
  std::int32_t first = 0, last = 0;          // with a column of their own
  std::uint64_t earlier = 0, later = 0;      // what is counted outside of these
  std::vector<ColumnChart::Column> columns;  // empty when nothing is counted

  /// The column of a year that has one of its own.
  [[nodiscard]] std::size_t index_of(std::int32_t year) const;
  [[nodiscard]] bool holds(std::int32_t year) const {
    return !columns.empty() && year >= first && year <= last;
  }
  /// "1 cable lies before 1951 and 2 lie after 2041: …"; empty when no year lies outside.
  [[nodiscard]] std::string note(std::string_view noun) const;
};

inline constexpr std::int32_t kYearColumns = 120;

/// `series`: how many counts each year has.
[[nodiscard]] YearColumns year_columns(const YearCounts& years, std::size_t series);

/// Years in a table: more than this many are listed only where they have a column of their own.
inline constexpr std::size_t kYearRows = 150;

}  // namespace cablelint::reports
