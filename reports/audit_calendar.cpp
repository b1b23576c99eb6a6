#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cablelint/calendar.hpp>

#include "reports/audit_figures.hpp"
#include "reports/audit_sections.hpp"
#include "reports/audit_years.hpp"
#include "reports/html_table.hpp"

namespace cablelint::reports {
namespace {

constexpr std::size_t kDayText = 10;

struct DueWords {
  audit::Due due;
  std::string_view word, meaning;
};
constexpr std::array<DueWords, audit::kDues> kDueWords{{
    {audit::Due::dated, "dated", "on a day"},
    {audit::Due::event, "event", "when something happens"},
    {audit::Due::exempt, "exempt", "an exemption or schedule that names no day"},
    {audit::Due::unreadable, "unreadable", "an instruction that cannot be read"},
    {audit::Due::missing, "missing", "classified, without an instruction"},
    {audit::Due::unclassified, "unclassified", "nothing to declassify"},
}};

const std::vector<Series>& due_series() {
  static const std::vector<Series> series{{"overdue", "overdue"}, {"to come", "to-come"}};
  return series;
}

void append_instructions(std::string& out, const audit::Summary& summary) {
  HtmlTable table{.id = "instructions",
                  .caption = "Cables by their declassification instruction",
                  .columns = {{"Instruction"}, {"Cables"}, {"Share"}, {"", HtmlTable::Kind::bar}},
                  .rows = {},
                  .rest = {},
                  .style = "short"};
  static const std::vector<Series> series{{"cables", "cables"}};
  for (const DueWords& each : kDueWords) {
    const std::uint64_t count = summary.dues.at(static_cast<std::size_t>(each.due));
    std::string bar;
    append_bar(bar, series, {count}, summary.cables);
    table.rows.push_back({{fmt::format("{} <span class=\"quiet\">{}</span>", each.word, each.meaning),
                           thousands(count), share(count, summary.cables), bar},
                          fmt::format(" data-due=\"{}\"", each.word)});
  }
  append_table(out, table);
}

HtmlTable::Row due_row(std::string_view heading, const audit::DueCount& count) {
  return {{std::string(heading), thousands(count.cables), thousands(count.overdue),
           thousands(count.cables - std::min(count.overdue, count.cables))},
          ""};
}

void append_year_table(std::string& out, const audit::Summary& summary, const YearColumns& chart) {
  HtmlTable table{.id = "due-years",
                  .caption = "Cables by the year in which they become due",
                  .columns = {{"Year"}, {"Cables"}, {"Overdue"}, {"To come"}},
                  .rows = {},
                  .rest = {},
                  .style = "short"};
  audit::DueCount all, earlier, later;
  const auto add = [](audit::DueCount& to, const audit::DueCount& count) {
    to.cables += count.cables;
    to.overdue += count.overdue;
  };
  const bool whole = summary.due_years.size() <= kYearRows;
  for (const auto& [year, count] : summary.due_years) {
    add(all, count);
    if (whole || chart.holds(year)) {
      table.rows.push_back(due_row(std::to_string(year), count));
    } else {
      add(year < chart.first ? earlier : later, count);
    }
  }
  if (earlier.cables > 0) table.rest.push_back(due_row(fmt::format("before {}", chart.first), earlier));
  if (later.cables > 0) table.rest.push_back(due_row(fmt::format("after {}", chart.last), later));
  table.rest.push_back(due_row("all", all));
  out += "<details>\n<summary>The years as a table</summary>\n";
  append_table(out, table);
  out += "</details>\n";
}

}  // namespace

std::string calendar_section(const audit::RunFacts& run, const audit::Summary& summary) {
  std::string out;
  YearCounts years;
  audit::DueCount all;
  for (const auto& [year, count] : summary.due_years) {
    const std::uint64_t overdue = std::min(count.overdue, count.cables);
    years[year] = {overdue, count.cables - overdue};
    all.cables += count.cables;
    all.overdue += overdue;
  }
  const YearColumns columns = year_columns(years, 2);
  const std::string as_of = shortened(run.as_of, kDayText);
  if (all.cables == 0) {
    append_paragraph(out, "No cable names a day on which it becomes due.");
  } else {
    append_paragraph(
        out, fmt::format(
                 "A day is named by {} of {}. On {} it has come for {} of them ({}) and lies ahead for {}.",
                 thousands(all.cables), figure(summary.cables, "cable"), as_of, thousands(all.overdue),
                 share(all.overdue, all.cables), thousands(all.cables - all.overdue)));
    ColumnChart chart{.id = "due-chart",
                      .title = "Cables by the year in which they become due",
                      .description = fmt::format(
                          "{} overdue and {} to come on {}; the table behind the chart has the years.",
                          thousands(all.overdue), thousands(all.cables - all.overdue), as_of),
                      .series = due_series(),
                      .columns = columns.columns,
                      .line = {},
                      .line_label = as_of};
    const auto day = parse_iso(run.as_of);
    if (day && columns.holds(ymd_of(*day).year)) chart.line = columns.index_of(ymd_of(*day).year);
    out += "<figure class=\"chart\">\n<figcaption>Cables by the year in which they become due</figcaption>\n";
    append_legend(out, due_series());
    append_columns(out, chart);
    append_paragraph(out, columns.note("cable"), "quiet");
    out += "</figure>\n";
    append_year_table(out, summary, columns);
  }
  append_instructions(out, summary);
  return out;
}

}  // namespace cablelint::reports
