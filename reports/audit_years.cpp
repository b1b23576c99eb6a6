#include "reports/audit_years.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "reports/audit_figures.hpp"

namespace cablelint::reports {
namespace {

constexpr std::int64_t kNiceSteps[] = {1, 2, 5, 10, 20, 40, 50, 100};
constexpr std::int64_t kWideTicks = 9;
constexpr std::int64_t kNarrowTicks = 4;

std::uint64_t sum(const std::vector<std::uint64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

/// The least step of which `times` is a part and that gives no more ticks than `most`.
std::int64_t step_for(std::int64_t years, std::int64_t most, std::int64_t times) {
  for (const std::int64_t step : kNiceSteps) {
    if (step % times == 0 && years / step <= most) return step;
  }
  return kNiceSteps[std::size(kNiceSteps) - 1];
}

/// The consecutive years that hold the most; of several such the last ones.
std::pair<std::int32_t, std::int32_t> fullest(const YearCounts& years) {
  std::uint64_t inside = 0;
  std::uint64_t most = 0;
  std::pair<std::int32_t, std::int32_t> best;
  auto first = years.begin();
  for (auto last = years.begin(); last != years.end(); ++last) {
    inside += sum(last->second);
    while (std::int64_t{last->first} - first->first >= kYearColumns || sum(first->second) == 0) {
      if (first == last) break;
      inside -= sum(first->second);
      ++first;
    }
    if (sum(last->second) > 0 && inside >= most) {
      most = inside;
      best = {first->first, last->first};
    }
  }
  return best;
}

}  // namespace

std::size_t YearColumns::index_of(std::int32_t year) const {
  // What is earlier has a column, and an empty one keeps it apart.
  return static_cast<std::size_t>(year - first) + (earlier > 0 ? 2 : 0);
}

std::string YearColumns::note(std::string_view noun) const {
  std::string text;
  if (earlier > 0) text = fmt::format("before {}: {}", first, figure(earlier, noun));
  if (later > 0) text += fmt::format("{}after {}: {}", text.empty() ? "" : "; ", last, figure(later, noun));
  return text.empty() ? text : fmt::format("Outside the years of the chart, {}.", text);
}

YearColumns year_columns(const YearCounts& years, std::size_t series) {
  YearColumns out;
  std::vector<std::uint64_t> before(series), after(series);
  std::tie(out.first, out.last) = fullest(years);
  const auto add = [](std::vector<std::uint64_t>& to, const std::vector<std::uint64_t>& counts) {
    std::transform(to.begin(), to.end(), counts.begin(), to.begin(), std::plus<>());
  };
  std::uint64_t all = 0;
  for (const auto& [year, counts] : years) {
    all += sum(counts);
    if (year < out.first) add(before, counts);
    if (year > out.last) add(after, counts);
  }
  if (all == 0) return out;
  out.earlier = sum(before);
  out.later = sum(after);

  const std::int64_t count = std::int64_t{out.last} - out.first + 1;
  const std::int64_t wide = step_for(count, kWideTicks, 1);
  const std::int64_t always = step_for(count, kNarrowTicks, wide);
  // "earlier" and "later" take 15% of the width up to the next label; two columns of it are theirs anyway.
  const std::int64_t all_columns = count + (out.earlier > 0 ? 2 : 0) + (out.later > 0 ? 2 : 0);
  const std::int64_t clear = (all_columns * 15 + 99) / 100 - 2;
  const ColumnChart::Column gap{"", std::vector<std::uint64_t>(series), ColumnChart::Tick::none};
  if (out.earlier > 0) out.columns.insert(out.columns.end(), {{"earlier", before}, gap});
  for (std::int64_t year = out.first; year <= out.last; ++year) {
    const auto found = years.find(static_cast<std::int32_t>(year));
    ColumnChart::Column& column = out.columns.emplace_back(gap);
    column.label = std::to_string(year);
    if (found != years.end()) column.counts = found->second;
    if ((out.earlier > 0 && year - out.first < clear) || (out.later > 0 && out.last - year < clear)) continue;
    if (year % always == 0 || count == 1) {
      column.tick = ColumnChart::Tick::always;
    } else if (year % wide == 0) {
      column.tick = ColumnChart::Tick::wide;
    }
  }
  if (out.later > 0) out.columns.insert(out.columns.end(), {gap, {"later", after}});
  return out;
}

}  // namespace cablelint::reports
