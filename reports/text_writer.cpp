#include "reports/text_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/terminal_text.hpp>
#include <iterator>
#include <utility>

namespace cablelint::reports {
namespace {

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

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

std::string summary_line(const Summary& summary, std::uint64_t cables_with_findings) {
  if (summary.findings() == 0) return fmt::format("No findings in {}.", counted(summary.cables, "cable"));
  std::string levels;
  for (const auto& [count, noun] : {std::pair{summary.error, "error"}, std::pair{summary.warning, "warning"},
                                    std::pair{summary.note, "note"}}) {
    if (count == 0) continue;
    if (!levels.empty()) levels += ", ";
    levels += counted(count, noun);
  }
  return fmt::format("Found {} ({}) in {} of {}.", counted(summary.findings(), "finding"), levels,
                     cables_with_findings, counted(summary.cables, "cable"));
}

void TextWriter::findings(const std::vector<Finding>& findings) {
  if (findings.empty()) return;
  ++cables_with_findings_;
  if (run_.statistics) {
    for (const Finding& finding : findings) {
      Count& count = counts_[finding.rule];
      if (++count.findings == 1) count.name = finding.name;
    }
    return;
  }
  text_.clear();
  for (const Finding& finding : findings) append(text_, finding);
  out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
}

void TextWriter::end(const Summary& summary) {
  text_.clear();
  std::vector<std::pair<std::string_view, const Count*>> counts;
  counts.reserve(counts_.size());
  for (const auto& [rule, count] : counts_) counts.emplace_back(rule, &count);
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second->findings > b.second->findings; });
  for (const auto& [rule, count] : counts) {
    fmt::format_to(std::back_inserter(text_), "{}\t{}\t{}\n", count->findings, visible(rule),
                   visible(count->name));
  }
  if (!run_.quiet) text_ += summary_line(summary, cables_with_findings_) + '\n';
  out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
}

void TextWriter::append_rule(std::string& text, const Finding& finding) const {
  text += style(color_of(finding.level));
  append_visible(text, finding.rule);
  text += ' ';
  text += to_text(finding.level);
  text += style(kReset);
}

}  // namespace cablelint::reports
