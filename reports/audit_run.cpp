#include <fmt/format.h>
#include <cablelint/append_format.hpp>

#include <algorithm>
#include <utility>

#include "reports/audit_figures.hpp"
#include "reports/audit_sections.hpp"
#include "reports/cable_page.hpp"
#include "reports/html_table.hpp"
#include "reports/html_text.hpp"

namespace cablelint::reports {
namespace {

constexpr std::size_t kInputs = 20;
constexpr std::size_t kSettings = 60;
constexpr std::size_t kPathText = 160;
constexpr std::size_t kMessageText = 240;
constexpr std::size_t kWordText = 80;

std::string bytes(std::uint64_t count) {
  if (count < 1'000'000) return figure(count, "byte");
  const bool giga = count >= 1'000'000'000;
  const std::uint64_t tenth = giga ? 100'000'000 : 100'000;
  return fmt::format("{}.{} {}", thousands(count / tenth / 10), count / tenth % 10, giga ? "GB" : "MB");
}

void append_figure(std::string& out, std::string_view id, std::string_view name, const std::string& value,
                   const std::string& more) {
  append_format(out, "<div id=\"{}\"><dt>{}</dt><dd>{}</dd>", id, name, value);
  if (!more.empty()) append_format(out, "<dd class=\"quiet\">{}</dd>", more);
  out += "</div>\n";
}

void append_fact(std::string& out, std::string_view name, const std::string& html) {
  append_format(out, "<dt>{}</dt>\n<dd>{}</dd>\n", shortened_html(name, kWordText), html);
}

/// The levels that fail a run, in words.
std::string_view failing(Severity fail_on) {
  switch (fail_on) {
    case Severity::error:
      return "without an error";
    case Severity::warning:
      return "without an error or warning";
    case Severity::note:
      return "without a finding";
  }
  return "";
}

void append_levels(std::string& out, const audit::Summary& summary) {
  HtmlTable table{.id = "levels",
                  .caption = "Findings by level",
                  .columns = {{"Level"}, {"Findings"}, {"Share"}, {"", HtmlTable::Kind::bar}},
                  .rows = {},
                  .rest = {},
                  .style = "short"};
  const std::vector<std::uint64_t> counts = level_counts(summary.findings);
  constexpr Severity kLevels[] = {Severity::error, Severity::warning, Severity::note};
  for (std::size_t index = 0; index < counts.size(); ++index) {
    std::string level, bar;
    append_level(level, kLevels[index]);
    append_bar(bar, {level_series()[index]}, {counts[index]}, summary.findings.all());
    table.rows.push_back(
        {{level, thousands(counts[index]), share(counts[index], summary.findings.all()), bar},
         fmt::format(" data-severity=\"{}\"", to_text(kLevels[index]))});
  }
  append_table(out, table);
}

}  // namespace

const std::vector<Series>& level_series() {
  static const std::vector<Series> series{{"errors", "errors"}, {"warnings", "warnings"}, {"notes", "notes"}};
  return series;
}

std::vector<std::uint64_t> level_counts(const audit::FindingCounts& counts) {
  return {counts.error, counts.warning, counts.note};
}

void append_paragraph(std::string& out, std::string_view text, std::string_view style) {
  if (text.empty()) return;
  out += style.empty() ? "<p>" : fmt::format("<p class=\"{}\">", style);
  append_html_text(out, text);
  out += "</p>\n";
}

std::string link_to(std::string_view file, const std::vector<std::string>& files) {
  std::string name;
  append_html_text(name, file);
  const bool there = std::find(files.begin(), files.end(), file) != files.end();
  return there ? fmt::format("<a href=\"{0}\">{0}</a>", name) : name;
}

std::string totals_section(const audit::RunFacts& run, const audit::Summary& summary) {
  std::string out = "<dl class=\"figures\">\n";
  std::uint64_t dated = 0, overdue = 0, found = 0;
  for (const auto& [year, count] : summary.due_years) {
    dated += count.cables;
    overdue += count.overdue;
  }
  for (const audit::Group& group : summary.levels) found += group.with_findings;
  std::string rate;
  append_bar(rate, {{"pass", "pass"}, {"fail", "errors"}},
             {summary.passed, summary.cables - std::min(summary.passed, summary.cables)}, summary.cables);
  append_figure(out, "figure-pass", "Pass rate", share(summary.passed, summary.cables),
                fmt::format("{}<span>{} of {} {}</span>", rate, thousands(summary.passed),
                            figure(summary.cables, "cable"), failing(run.fail_on)));
  append_figure(out, "figure-cables", "Cables", thousands(summary.cables),
                fmt::format("in {}, {}", figure(summary.documents, "document"), bytes(summary.bytes)));
  append_figure(out, "figure-findings", "Findings", thousands(summary.findings.all()),
                fmt::format("in {}", figure(found, "cable")));
  append_figure(out, "figure-overdue", "Overdue", thousands(overdue),
                fmt::format("of {} with a day", figure(dated, "cable")));
  append_figure(out, "figure-unreadable", "Unreadable", thousands(summary.unreadable),
                summary.unreadable == 1 ? "input" : "inputs");
  out += "</dl>\n";
  if (summary.findings.all() > 0) append_levels(out, summary);
  return out;
}

std::string worst_section(const audit::Summary& summary, const std::vector<std::string>& files) {
  std::string out;
  if (summary.worst.empty()) {
    append_paragraph(out, "No cable has a finding.");
    return out;
  }
  HtmlTable table{.id = "worst",
                  .caption = "Cables with most errors, warnings and notes",
                  .columns = {{"Cable"}, {"Errors"}, {"Warnings"}, {"Notes"}, {"", HtmlTable::Kind::bar}},
                  .rows = {},
                  .rest = {},
                  .tools = true};
  std::uint64_t most = 0;
  for (const audit::WorstCable& cable : summary.worst) most = std::max(most, cable.findings.all());
  for (const audit::WorstCable& cable : summary.worst) {
    std::string name = shortened_html(cable.id, kPathText);
    if (cable.part > 1) name += fmt::format(", cable {}", cable.part);
    if (!cable.record.empty())
      name += fmt::format(" <span class=\"quiet\">{}</span>", shortened_html(cable.record, kWordText));
    std::string bar;
    append_bar(bar, level_series(), level_counts(cable.findings), most);
    table.rows.push_back({{name, thousands(cable.findings.error), thousands(cable.findings.warning),
                           thousands(cable.findings.note), bar},
                          ""});
  }
  append_table(out, table);
  append_format(out, "<p class=\"quiet\">All cables with their counts: {}.</p>\n",
                link_to("documents.csv", files));
  return out;
}

std::string unreadable_section(const audit::Summary& summary, const std::vector<std::string>& files) {
  std::string out;
  if (summary.unreadable == 0) {
    append_paragraph(out, "Everything was read.");
    return out;
  }
  append_paragraph(out, fmt::format("{} could not be read.", figure(summary.unreadable, "input")));
  out += "<ul class=\"inputs\">\n";
  for (const InputError& error : summary.unreadable_first) {
    append_format(out, "<li><span class=\"where\">{}</span> {}</li>\n",
                  shortened_html(error.source, kPathText), shortened_html(error.message, kMessageText));
  }
  out += "</ul>\n";
  const std::uint64_t listed = summary.unreadable_first.size();
  if (summary.unreadable > listed)
    append_format(out, "<p>{} more: {}.</p>\n", thousands(summary.unreadable - listed),
                  link_to("errors.jsonl", files));
  return out;
}

std::string run_section(const audit::RunFacts& run, const audit::Summary& summary,
                        const std::vector<std::string>& files) {
  std::string out = "<dl class=\"facts\">\n";
  append_fact(out, "Program", "cablelint " + shortened_html(run.version, kWordText));
  append_fact(out, "Rules",
              fmt::format("{}, <code>{}</code>", figure(summary.rules.size(), "rule"),
                          shortened_html(run.rules_hash, kWordText)));
  append_fact(out, "Judged as of", shortened_html(run.as_of, kWordText));
  append_fact(out, "Profile", shortened_html(run.profile, kWordText));
  append_fact(out, "Fails on", std::string(to_text(run.fail_on)));
  if (run.shards > 0)
    append_fact(out, "Shard", audit::shard_text(run) + ": this is a part of the collection");
  std::string inputs = "<ul>\n";
  for (std::size_t index = 0; index < std::min(run.inputs.size(), kInputs); ++index)
    inputs += fmt::format("<li><code>{}</code></li>\n", shortened_html(run.inputs[index], kPathText));
  if (run.inputs.size() > kInputs)
    inputs += fmt::format("<li>and {} more</li>\n", thousands(run.inputs.size() - kInputs));
  if (!run.inputs.empty()) append_fact(out, "Inputs", inputs + "</ul>");
  for (std::size_t index = 0; index < std::min(run.settings.size(), kSettings); ++index) {
    append_fact(out, run.settings[index].first,
                fmt::format("<code>{}</code>", shortened_html(run.settings[index].second, kPathText)));
  }
  if (run.settings.size() > kSettings)
    append_fact(out, "Further settings", thousands(run.settings.size() - kSettings));
  if (!files.empty()) {
    std::string list = "<ul>\n";
    for (const std::string& file : files) list += fmt::format("<li>{}</li>\n", link_to(file, files));
    append_fact(out, "Files of this run", list + "</ul>");
  }
  out += "</dl>\n";
  return out;
}

}  // namespace cablelint::reports
