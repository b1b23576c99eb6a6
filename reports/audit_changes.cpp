#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "reports/audit_figures.hpp"
#include "reports/audit_sections.hpp"
#include "reports/html_table.hpp"

namespace cablelint::reports {
namespace {

constexpr std::size_t kRuns = 24;    // of the trend
constexpr std::size_t kRules = 150;  // with a row of their own
constexpr std::size_t kRuleText = 32;
constexpr std::size_t kDayText = 10;
constexpr std::size_t kTicks = 6;

using Counts = audit::Comparison::Counts;
using Change = std::pair<const std::string, Counts>;

HtmlTable::Row change_row(std::string heading, const Counts& counts, std::string attributes = {}) {
  return {{std::move(heading), thousands(counts.fresh), thousands(counts.gone), thousands(counts.unchanged)},
          std::move(attributes)};
}

void append_comparison(std::string& out, const audit::Summary& summary, const audit::Comparison& comparison) {
  const Counts& all = comparison.all;
  const auto are = [](std::uint64_t count) { return count == 1 ? "is" : "are"; };
  std::string sentence =
      fmt::format("Against the run of {}, {} {} new, {} {} gone and {} {} unchanged.",
                  shortened(comparison.old_as_of, kDayText), figure(all.fresh, "finding"), are(all.fresh),
                  thousands(all.gone), are(all.gone), thousands(all.unchanged), are(all.unchanged));
  if (comparison.cables_new > 0 || comparison.cables_gone > 0)
    sentence += fmt::format(" {} {} new in the collection, {} {} no longer in it.",
                            figure(comparison.cables_new, "cable"), are(comparison.cables_new),
                            thousands(comparison.cables_gone), are(comparison.cables_gone));
  append_paragraph(out, sentence);
  if (!comparison.same_rules)
    append_paragraph(
        out, fmt::format("The rules differ from those of the older run (cablelint {}), so part of the "
                         "difference may come from them.",
                         shortened(comparison.old_version, kRuleText)));
  std::vector<const Change*> changes;
  Counts rest, same;
  const auto add = [](Counts& to, const Counts& counts) {
    to.fresh += counts.fresh;
    to.gone += counts.gone;
    to.unchanged += counts.unchanged;
  };
  for (const Change& each : comparison.rules) {
    if (each.second.fresh + each.second.gone > 0) {
      changes.push_back(&each);
    } else {
      add(same, each.second);
    }
  }
  if (changes.empty()) return;
  std::stable_sort(changes.begin(), changes.end(), [](const Change* a, const Change* b) {
    return a->second.fresh + a->second.gone > b->second.fresh + b->second.gone;
  });
  HtmlTable table{.id = "changes-rules",
                  .caption = "Findings of each rule against the older run, the most changed first",
                  .columns = {{"Rule"}, {"New"}, {"Gone"}, {"Unchanged"}},
                  .rows = {},
                  .rest = {},
                  .tools = true,
                  .style = "short"};
  for (std::size_t index = 0; index < changes.size(); ++index) {
    const auto& [id, counts] = *changes[index];
    if (index < kRules) {
      const auto rule = summary.rules.find(id);
      const std::string shown = shortened_html(id, kRuleText);
      table.rows.push_back(change_row(
          fmt::format("<span class=\"rule\">{}</span> {}", shown,
                      rule == summary.rules.end() ? "" : shortened_html(rule->second.name, kRuleText)),
          counts, fmt::format(" data-rule=\"{}\"", shown)));
    } else {
      add(rest, counts);
    }
  }
  if (changes.size() > kRules)
    table.rest.push_back(change_row(figure(changes.size() - kRules, "more rule"), rest));
  if (comparison.rules.size() > changes.size())
    table.rest.push_back(
        change_row(figure(comparison.rules.size() - changes.size(), "rule") + " without a change", same));
  table.rest.push_back(change_row("all", all));
  append_table(out, table);
}

void append_trend(std::string& out, const audit::RunFacts& run, const audit::Summary& summary) {
  std::vector<audit::PastRun> runs = run.history;
  runs.push_back({run.as_of, summary.cables, summary.passed, summary.unreadable, summary.findings});
  const std::size_t left_out = runs.size() - std::min(runs.size(), kRuns);
  runs.erase(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(left_out));

  ColumnChart chart{
      .id = "trend-chart",
      .title = "Findings of each run",
      .description = fmt::format("Errors, warnings and notes of {}, the oldest first; the table below "
                                 "the chart has the numbers.",
                                 figure(runs.size(), "run")),
      .series = level_series(),
      .columns = {},
      .line = {},
      .line_label = {}};
  HtmlTable table{
      .id = "trend",
      .caption = "This run and those before it",
      .columns =
          {{"As of"}, {"Cables"}, {"Pass"}, {"Errors"}, {"Warnings"}, {"Notes"}, {"Unreadable inputs"}},
      .rows = {},
      .rest = {},
      .style = "short"};
  for (std::size_t index = 0; index < runs.size(); ++index) {
    const audit::PastRun& each = runs[index];
    const std::size_t from_last = runs.size() - 1 - index;
    const std::size_t every = runs.size() / kTicks + 1;
    chart.columns.push_back({shortened(each.as_of, kDayText), level_counts(each.findings),
                             from_last % every != 0         ? ColumnChart::Tick::none
                             : from_last % (every * 2) == 0 ? ColumnChart::Tick::always
                                                            : ColumnChart::Tick::wide});
    table.rows.push_back(
        {{shortened_html(each.as_of, kDayText), thousands(each.cables), share(each.passed, each.cables),
          thousands(each.findings.error), thousands(each.findings.warning), thousands(each.findings.note),
          thousands(each.unreadable)},
         ""});
  }
  out += "<figure class=\"chart\">\n<figcaption>Findings of each run</figcaption>\n";
  append_legend(out, level_series());
  append_columns(out, chart);
  if (left_out > 0)
    append_paragraph(out, fmt::format("{} left out.", figure(left_out, "older run")), "quiet");
  out += "</figure>\n";
  append_table(out, table);
}

}  // namespace

std::string changes_section(const audit::RunFacts& run, const audit::Summary& summary,
                            const audit::Comparison* comparison) {
  std::string out;
  if (comparison != nullptr) append_comparison(out, summary, *comparison);
  if (!run.history.empty()) append_trend(out, run, summary);
  return out;
}

}  // namespace cablelint::reports
