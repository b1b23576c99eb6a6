#include <fmt/format.h>
#include <cablelint/append_format.hpp>

#include <algorithm>
#include <utility>

#include "reports/audit_figures.hpp"
#include "reports/audit_sections.hpp"
#include "reports/cable_page.hpp"
#include "reports/html_table.hpp"

namespace cablelint::reports {
namespace {

constexpr std::size_t kRules = 250;        // with a row of their own
constexpr std::size_t kSilentRules = 500;  // named among those that found nothing
constexpr std::size_t kRuleText = 32;      // an id or a name, code points
constexpr std::size_t kSummaryText = 120;
constexpr std::size_t kPathText = 120;
constexpr std::size_t kMessageText = 200;

using Rule = std::pair<const std::string, audit::RuleCount>;

std::string rule_html(const std::string& id, const std::string& name) {
  return fmt::format("<span class=\"rule\">{}</span> {}", shortened_html(id, kRuleText),
                     shortened_html(name, kRuleText));
}

std::string data_rule(const std::string& id) {
  return fmt::format(" data-rule=\"{}\"", shortened_html(id, kRuleText));
}

HtmlTable::Row rule_row(const audit::Summary& summary, const Rule& rule, std::uint64_t most) {
  const auto& [id, count] = rule;
  std::string level;
  append_level(level, count.level);
  std::string bar;
  append_bar(bar, level_series(), level_counts(count.findings), most);
  const auto examples = summary.examples.find(id);
  const bool shown = examples != summary.examples.end() && !examples->second.empty();
  std::string heading = rule_html(id, count.name);
  if (shown) heading = fmt::format("<a href=\"#examples-{}\">{}</a>", shortened_html(id, kRuleText), heading);
  heading += fmt::format("<span class=\"summary\">{}</span>", shortened_html(count.summary, kSummaryText));
  return {{heading, level, thousands(count.findings.all()), bar, thousands(count.findings.error),
           thousands(count.findings.warning), thousands(count.findings.note), thousands(count.cables),
           share(count.cables, summary.cables)},
          data_rule(id)};
}

void append_example(std::string& out, const audit::Example& example) {
  append_format(out, "<li><span class=\"where\">{}:{}:{}</span> ", shortened_html(example.id, kPathText),
                example.line, example.column);
  append_level(out, example.level);
  append_format(out, " {}", shortened_html(example.message, kMessageText));
  out += "</li>\n";
}

}  // namespace

std::string rules_section(const audit::Summary& summary) {
  std::string out;
  std::vector<const Rule*> rules;
  for (const Rule& rule : summary.rules) {
    if (rule.second.findings.all() > 0) rules.push_back(&rule);
  }
  if (rules.empty()) {
    append_paragraph(out,
                     summary.cables == 0 ? "No rule had a cable to look at." : "No rule found anything.");
    return out;
  }
  std::stable_sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) {
    return a->second.findings.all() > b->second.findings.all();
  });
  append_paragraph(out, fmt::format("{} of {} found something.", thousands(rules.size()),
                                    figure(summary.rules.size(), "rule")));
  HtmlTable table{.id = "rules",
                  .caption = "Findings by rule, the most frequent first",
                  .columns = {{"Rule"},
                              {"Level", HtmlTable::Kind::text},
                              {"Findings"},
                              {"", HtmlTable::Kind::bar},
                              {"Errors"},
                              {"Warnings"},
                              {"Notes"},
                              {"Cables"},
                              {"Share"}},
                  .rows = {},
                  .rest = {},
                  .tools = true};
  const std::uint64_t most = rules.front()->second.findings.all();
  audit::FindingCounts rest;
  for (std::size_t index = 0; index < rules.size(); ++index) {
    if (index < kRules) {
      table.rows.push_back(rule_row(summary, *rules[index], most));
    } else {
      rest.add(rules[index]->second.findings);
    }
  }
  if (rules.size() > kRules)
    table.rest.push_back({{figure(rules.size() - kRules, "more rule"), "", thousands(rest.all()), "",
                           thousands(rest.error), thousands(rest.warning), thousands(rest.note), "", ""},
                          ""});
  append_table(out, table);
  return out;
}

std::string silent_rules_section(const audit::Summary& summary) {
  std::string out, items;
  std::size_t silent = 0;
  for (const auto& [id, count] : summary.rules) {
    if (count.findings.all() > 0 || ++silent > kSilentRules) continue;
    append_format(items, "<li{}>{}</li>\n", data_rule(id), rule_html(id, count.name));
  }
  if (silent == 0) {
    append_paragraph(out, summary.rules.empty() ? "No rule ran." : "Every rule found something.");
    return out;
  }
  append_paragraph(
      out, fmt::format("{} of {} found nothing.", thousands(silent), figure(summary.rules.size(), "rule")));
  out += "<ul class=\"compact\">\n" + items + "</ul>\n";
  if (silent > kSilentRules)
    append_paragraph(out, fmt::format("And {} more.", thousands(silent - kSilentRules)));
  return out;
}

std::uint64_t count_examples(const audit::Summary& summary, std::size_t most) {
  std::uint64_t count = 0;
  for (const auto& [rule, examples] : summary.examples) count += std::min(most, examples.size());
  return count;
}

std::string examples_section(const audit::Summary& summary, std::size_t most,
                             const std::vector<std::string>& files) {
  std::string out;
  const std::uint64_t shown = count_examples(summary, most);
  const std::uint64_t all = summary.findings.all();
  if (all == 0) {
    append_paragraph(out, "There are no findings.");
    return out;
  }
  append_format(out, "<p>{} of {} {} shown", thousands(shown), figure(all, "finding"),
                shown == 1 ? "is" : "are");
  if (shown < all)
    append_format(out, "; {} more stand in {} and {}", thousands(all - shown),
                  link_to("findings.jsonl", files), link_to("findings.csv", files));
  out += ".</p>\n";
  for (const auto& [id, examples] : summary.examples) {
    const std::size_t count = std::min(most, examples.size());
    if (count == 0) continue;
    const auto rule = summary.rules.find(id);
    append_format(out, "<details class=\"examples\"{}>\n<summary>{} <span class=\"quiet\">{}", data_rule(id),
                  rule_html(id, rule == summary.rules.end() ? "" : rule->second.name), thousands(count));
    if (rule != summary.rules.end())
      append_format(out, " of {}", figure(rule->second.findings.all(), "finding"));
    // The id is on what is hidden: browsers open what a link leads into.
    append_format(out, "</span></summary>\n<ol id=\"examples-{}\">\n", shortened_html(id, kRuleText));
    for (std::size_t index = 0; index < count; ++index) append_example(out, examples[index]);
    out += "</ol>\n</details>\n";
  }
  return out;
}

}  // namespace cablelint::reports
