#include "reports/charts.hpp"

#include <fmt/format.h>
#include <cablelint/append_format.hpp>

#include <algorithm>
#include <numeric>

#include "reports/audit_figures.hpp"
#include "reports/html_text.hpp"

namespace cablelint::reports {
namespace {

// Pixels, from the upper edge. Across, all is in percent of the width.
constexpr double kTop = 24;
constexpr double kPlot = 176;
constexpr double kBottom = kTop + kPlot;
constexpr double kHeight = kBottom + 28;
constexpr double kLabels = kBottom + 20;
constexpr double kLeast = 1;  // of what is not zero
constexpr double kBarHeight = 12;

std::uint64_t sum(const std::vector<std::uint64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

/// The distance of grid lines: 1, 2 or 5 with zeros, so that about four reach `most`.
std::uint64_t grid_step(std::uint64_t most) {
  std::uint64_t step = 1;
  for (const std::uint64_t times : {2, 5, 10}) {
    if (step * 4 >= most) return step;
    step = times;
  }
  return 10 * grid_step((most + 9) / 10);
}

void append_text(std::string& out, std::string_view element, std::string_view text) {
  append_format(out, "<{}>", element);
  append_html_text(out, text);
  append_format(out, "</{}>", element);
}

/// "2016: 12 overdue, 3 to come"
std::string in_words(const ColumnChart& chart, const ColumnChart::Column& column) {
  std::string text = column.label;
  for (std::size_t index = 0; index < chart.series.size(); ++index) {
    text += fmt::format("{} {} {}", index == 0 ? ":" : ",", thousands(column.counts[index]),
                        chart.series[index].name);
  }
  return text;
}

}  // namespace

void append_columns(std::string& out, const ColumnChart& chart) {
  if (chart.columns.empty()) return;
  std::uint64_t most = 1;
  for (const auto& column : chart.columns) most = std::max(most, sum(column.counts));
  const std::uint64_t step = grid_step(most);
  const std::uint64_t top = (most + step - 1) / step * step;
  const auto height = [&](std::uint64_t count) {
    return static_cast<double>(count) / static_cast<double>(top) * kPlot;
  };

  append_format(out,
                "<svg class=\"columns\" role=\"img\" aria-labelledby=\"{0}-title {0}-desc\" width=\"100%\" "
                "height=\"{1}\">\n<title id=\"{0}-title\">",
                chart.id, kHeight);
  append_html_text(out, chart.title);
  append_format(out, "</title>\n<desc id=\"{}-desc\">", chart.id);
  append_html_text(out, chart.description);
  out += "</desc>\n";
  for (std::uint64_t at = 0; at <= top; at += step) {
    const double y = kBottom - height(at);
    append_format(out,
                  "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"{0:.1f}\" y2=\"{0:.1f}\"/>"
                  "<text class=\"scale\" x=\"-8\" y=\"{1:.1f}\">{2}</text>\n",
                  y, y + 4, thousands(at));
  }
  const double pitch = 100.0 / static_cast<double>(chart.columns.size());
  // A single column would be a wall.
  const double width = std::min(0.8 * pitch, 12.0);
  for (std::size_t index = 0; index < chart.columns.size(); ++index) {
    const auto& column = chart.columns[index];
    const double middle = (static_cast<double>(index) + 0.5) * pitch;
    if (sum(column.counts) > 0) {
      out += "<g>";
      append_text(out, "title", in_words(chart, column));
      double y = kBottom;
      for (std::size_t part = 0; part < column.counts.size(); ++part) {
        if (column.counts[part] == 0) continue;
        const double high = std::max(height(column.counts[part]), kLeast);
        y -= high;
        append_format(out, R"(<rect class="{}" x="{:.2f}%" y="{:.1f}" width="{:.2f}%" height="{:.1f}"/>)",
                      chart.series[part].style, middle - width / 2, y, width, high);
      }
      out += "</g>\n";
    }
    if (column.tick == ColumnChart::Tick::none) continue;
    append_format(out, R"(<text class="{}" x="{:.2f}%" y="{}">)",
                  column.tick == ColumnChart::Tick::wide ? "tick wide" : "tick", middle, kLabels);
    append_html_text(out, column.label);
    out += "</text>\n";
  }
  if (chart.line) {
    const double x = (static_cast<double>(*chart.line) + 0.5) * pitch;
    // The label grows away from the nearer edge.
    append_format(out,
                  "<line class=\"now\" x1=\"{0:.2f}%\" x2=\"{0:.2f}%\" y1=\"16\" y2=\"{1}\"/>"
                  "<text class=\"now {2}\" x=\"{0:.2f}%\" y=\"11\">",
                  x, kBottom,
                  x < 20   ? "from"
                  : x > 80 ? "to"
                           : "around");
    append_html_text(out, chart.line_label);
    out += "</text>\n";
  }
  out += "</svg>\n";
}

void append_bar(std::string& out, const std::vector<Series>& series, const std::vector<std::uint64_t>& counts,
                std::uint64_t whole) {
  append_format(out, R"(<svg class="bar" aria-hidden="true" width="100%" height="{}">)", kBarHeight);
  double x = 0;
  for (std::size_t index = 0; index < counts.size() && whole > 0; ++index) {
    if (counts[index] == 0) continue;
    constexpr double kLeastPercent = 0.5;
    const double width =
        std::max(100.0 * static_cast<double>(counts[index]) / static_cast<double>(whole), kLeastPercent);
    append_format(out, R"(<rect class="{}" x="{:.2f}%" width="{:.2f}%" height="{}"/>)", series[index].style,
                  std::min(x, 100.0 - kLeastPercent), width, kBarHeight);
    x += width;
  }
  out += "</svg>";
}

void append_legend(std::string& out, const std::vector<Series>& series) {
  out += "<ul class=\"legend\">\n";
  for (const Series& each : series) {
    append_format(out,
                  R"(<li><svg aria-hidden="true" width="14" height="14"><rect class="{}" x="1" y="1" )"
                  R"(width="12" height="12"/></svg> )",
                  each.style);
    append_html_text(out, each.name);
    out += "</li>\n";
  }
  out += "</ul>\n";
}

std::string_view chart_patterns() {
  return "<svg class=\"patterns\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>"
         "<pattern id=\"stripes\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
         "patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" class=\"stripes-ground\"/>"
         "<rect width=\"1.5\" height=\"5\" class=\"stripes-line\"/></pattern>"
         "</defs></svg>\n";
}

}  // namespace cablelint::reports
