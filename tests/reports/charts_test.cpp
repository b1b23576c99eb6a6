#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reports/charts.hpp"

using namespace cablelint::reports;
using Tick = ColumnChart::Tick;

namespace {

const std::vector<Series> kSeries{{"overdue", "overdue"}, {"to come", "to-come"}};

std::string columns(const ColumnChart& chart) {
  std::string out;
  append_columns(out, chart);
  return out;
}

ColumnChart chart_of(std::vector<ColumnChart::Column> columns) {
  return {.id = "due",
          .title = "Cables",
          .description = "By year.",
          .series = kSeries,
          .columns = std::move(columns),
          .line = {},
          .line_label = {}};
}

/// The numbers at the grid lines.
std::vector<std::string> scale(std::uint64_t most) {
  const std::string svg = columns(chart_of({{"", {most, 0}}}));
  std::vector<std::string> found;
  constexpr std::string_view kBegin = "<text class=\"scale\"";
  for (std::size_t at = svg.find(kBegin); at != std::string::npos; at = svg.find(kBegin, at + 1)) {
    const std::size_t begin = svg.find('>', at) + 1;
    found.push_back(svg.substr(begin, svg.find('<', begin) - begin));
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(charts_test)

BOOST_AUTO_TEST_CASE(columns_are_stacks_over_a_scale) {
  ColumnChart chart =
      chart_of({{"2024", {3, 0}}, {"2025", {1, 1}, Tick::wide}, {"2026", {0, 0}, Tick::none}});
  chart.line = 1;
  chart.line_label = "2025-06-01";
  BOOST_TEST(
      columns(chart) ==
      R"(<svg class="columns" role="img" aria-labelledby="due-title due-desc" width="100%" height="228">
<title id="due-title">Cables</title>
<desc id="due-desc">By year.</desc>
<line class="grid" x1="0" x2="100%" y1="200.0" y2="200.0"/><text class="scale" x="-8" y="204.0">0</text>
<line class="grid" x1="0" x2="100%" y1="141.3" y2="141.3"/><text class="scale" x="-8" y="145.3">1</text>
<line class="grid" x1="0" x2="100%" y1="82.7" y2="82.7"/><text class="scale" x="-8" y="86.7">2</text>
<line class="grid" x1="0" x2="100%" y1="24.0" y2="24.0"/><text class="scale" x="-8" y="28.0">3</text>
<g><title>2024: 3 overdue, 0 to come</title><rect class="overdue" x="10.67%" y="24.0" width="12.00%" height="176.0"/></g>
<text class="tick" x="16.67%" y="220">2024</text>
<g><title>2025: 1 overdue, 1 to come</title><rect class="overdue" x="44.00%" y="141.3" width="12.00%" height="58.7"/><rect class="to-come" x="44.00%" y="82.7" width="12.00%" height="58.7"/></g>
<text class="tick wide" x="50.00%" y="220">2025</text>
<line class="now" x1="50.00%" x2="50.00%" y1="16" y2="200"/><text class="now around" x="50.00%" y="11">2025-06-01</text>
</svg>
)");
}

BOOST_AUTO_TEST_CASE(without_a_column_there_is_no_chart) {
  BOOST_TEST(columns(chart_of({})) == "");
}

BOOST_AUTO_TEST_CASE(the_scale_has_round_steps) {
  const struct {
    std::uint64_t most;
    std::vector<std::string> lines;
  } cases[] = {{0, {"0", "1"}},
               {1, {"0", "1"}},
               {5, {"0", "2", "4", "6"}},
               {19, {"0", "5", "10", "15", "20"}},
               {40, {"0", "10", "20", "30", "40"}},
               {41, {"0", "20", "40", "60"}},
               {1'234'567, {"0", "500,000", "1,000,000", "1,500,000"}}};
  for (const auto& each : cases) BOOST_TEST(scale(each.most) == each.lines, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_not_zero_can_be_seen) {
  const std::string svg = columns(chart_of({{"a", {1'000'000, 0}}, {"b", {1, 1}}}));
  BOOST_TEST(
      svg.find(R"(y="199.0" width="12.00%" height="1.0"/><rect class="to-come" x="69.00%" y="198.0")") !=
      std::string::npos);
}

BOOST_AUTO_TEST_CASE(words_are_inert) {
  ColumnChart chart = chart_of({{"<script>", {1, 0}}});
  chart.title = chart.description = "</svg>";
  const std::string svg = columns(chart);
  BOOST_TEST(svg.find("<script") == std::string::npos);
  BOOST_TEST(svg.find("</svg>") == svg.size() - 7);
}

BOOST_AUTO_TEST_CASE(a_bar_lays_counts_in_a_row) {
  const struct {
    std::vector<std::uint64_t> counts;
    std::uint64_t whole;
    std::string_view rects;
  } cases[] = {
      {{1, 2},
       4,
       R"(<rect class="overdue" x="0.00%" width="25.00%" height="12"/><rect class="to-come" x="25.00%" width="50.00%" height="12"/>)"},
      {{0, 4}, 4, R"(<rect class="to-come" x="0.00%" width="100.00%" height="12"/>)"},
      {{1'000'000, 1},
       1'000'001,
       R"(<rect class="overdue" x="0.00%" width="100.00%" height="12"/><rect class="to-come" x="99.50%" width="0.50%" height="12"/>)"},
      {{0, 0}, 0, ""},
  };
  for (const auto& each : cases) {
    std::string out;
    append_bar(out, kSeries, each.counts, each.whole);
    BOOST_TEST(out == R"(<svg class="bar" aria-hidden="true" width="100%" height="12">)" +
                          std::string(each.rects) + "</svg>");
  }
}

BOOST_AUTO_TEST_CASE(a_legend_names_every_fill) {
  std::string out;
  append_legend(out, {{"a < b", "overdue"}});
  BOOST_TEST(out ==
             "<ul class=\"legend\">\n<li><svg aria-hidden=\"true\" width=\"14\" height=\"14\"><rect "
             "class=\"overdue\" "
             "x=\"1\" y=\"1\" width=\"12\" height=\"12\"/></svg> a &lt; b</li>\n</ul>\n");
}

BOOST_AUTO_TEST_SUITE_END()
