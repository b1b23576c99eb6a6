#include "reports/text_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/counted.hpp>
#include <cablelint/terminal_text.hpp>
#include <utility>

namespace cablelint::reports {

std::string_view color_of(Severity level) {
  switch (level) {
    case Severity::error:
      return "\x1b[1;31m";
    case Severity::warning:
      return "\x1b[1;33m";
    case Severity::note:
      return "\x1b[1;36m";
  }
  return kBold;
}

RuleCounts most_frequent_first(const Run& run, const std::vector<std::uint64_t>& counts) {
  RuleCounts sorted;
  for (std::size_t index = 0; index < run.rules.size(); ++index) {
    if (counts[index] > 0) sorted.emplace_back(counts[index], run.rules[index].info);
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  return sorted;
}

std::string summary_line(const Summary& summary) {
  const std::string accepted =
      summary.suppressed > 0 ? fmt::format("; {} suppressed by the baseline", summary.suppressed) : "";
  if (summary.findings() == 0)
    return fmt::format("No findings in {}{}.", counted(summary.cables, "cable"), accepted);
  std::string levels;
  for (const Severity level : {Severity::error, Severity::warning, Severity::note}) {
    if (summary.of(level) == 0) continue;
    if (!levels.empty()) levels += ", ";
    levels += counted(summary.of(level), to_text(level));
  }
  return fmt::format("Found {} ({}) in {} of {}{}.", counted(summary.findings(), "finding"), levels,
                     summary.cables_with_findings, counted(summary.cables, "cable"), accepted);
}

void TextWriter::format(const Document& document, Part& part) const {
  if (run().statistics) {
    for_each_finding(document, [&](const Finding& finding) {
      part.marks.push_back({finding.level, run().index_of(finding.rule), 0});
    });
  } else {
    append_document(part.text, document);
  }
}

void TextWriter::append_document(std::string& text, const Document& document) const {
  for_each_finding(document, [&](const Finding& finding) { append(text, finding); });
}

void TextWriter::add(const Part& part) {
  for (const Mark& mark : part.marks) ++counts_[mark.rule];
  put(part.text);
}

void TextWriter::end(const Summary& summary) {
  std::string text;
  for (const auto& [count, rule] : most_frequent_first(run(), counts_)) {
    append_format(text, "{}\t{}\t{}\n", count, visible(rule->id), visible(rule->name));
  }
  if (!run().quiet) text += summary_line(summary) + '\n';
  put(text);
}

void TextWriter::append(std::string& text, const Finding& finding) const {
  append_sentence(text, finding);
}

void TextWriter::append_sentence(std::string& text, const Finding& finding) const {
  text += style(color_of(finding.level));
  append_visible(text, finding.rule);
  text += ' ';
  text += to_text(finding.level);
  text += style(kReset);
  text += ": ";
  append_visible(text, finding.message);
  text += '\n';
}

}  // namespace cablelint::reports
