#include <fmt/format.h>
#include <cablelint/append_format.hpp>
#include <cablelint/counted.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reports/markdown_text.hpp"
#include "reports/one_line.hpp"
#include "reports/spool.hpp"
#include "reports/text_writer.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

// The summary of a step in GitHub Actions may have 1 MiB, and is dropped whole when it has more.
constexpr std::size_t kStepSummary = std::size_t{512} * 1024;

/// Tables for a comment, an issue or a page: how the run ended, how often each rule fired, each finding.
class MarkdownWriter final : public Writer {
 public:
  MarkdownWriter(const Run& run, const Target& target, std::size_t most_rows_bytes)
      : Writer(run, target), most_(most_rows_bytes), counts_(run.rules.size() + 1) {}

  void format(const Document& document, Part& part) const override {
    std::string& text = part.text;
    for_each_finding(document, [&](const Finding& finding) {
      append_format(text, "| {} | ", to_text(finding.level));
      append_markdown_text(text, finding.rule);
      text += ' ';
      append_markdown_text(text, finding.name);
      text += " | ";
      append_markdown_text(text, finding.source);
      append_format(text, " | {}:{} | ", finding.line, finding.column);
      append_markdown_text(text, finding.message);
      text += " |\n";
      part.marks.push_back({finding.level, run().index_of(finding.rule), text.size()});
    });
  }

  void add(const Part& part) override {
    std::size_t shown = 0;
    for (const Mark& mark : part.marks) {
      ++counts_[mark.rule];
      if (rows_.size() + mark.end <= most_ && left_out_ == 0) {
        shown = mark.end;
      } else {
        ++left_out_;
      }
    }
    rows_.append(std::string_view(part.text).substr(0, shown));
  }

  void error(const InputError& error) override {
    if (errors_.size() > most_) return;
    errors_ += "| ";
    append_markdown_text(errors_, error.source);
    errors_ += " | ";
    append_markdown_text(errors_, error.message);
    errors_ += " |\n";
  }

  void end(const Summary& summary) override {
    std::string text = fmt::format("## cablelint\n\n{} Judged as of {} with the profile ",
                                   summary_line(summary), run().as_of);
    append_markdown_text(text, run().profile);
    text += ".\n";
    if (summary.unreadable > 0) {
      append_format(text, "\n{} could not be read.\n\n| Input | Reason |\n|---|---|\n{}",
                    counted(summary.unreadable, "input"), errors_);
    }
    append_counts(text);
    if (rows_.size() > 0) text += "\n| Level | Rule | Document | Place | Message |\n|---|---|---|---|---|\n";
    put(text);
    rows_.copy_to(target().stream);
    if (left_out_ > 0) put(fmt::format("\n{} more not shown here.\n", counted(left_out_, "finding")));
  }

 private:
  void append_counts(std::string& text) const {
    const RuleCounts counts = most_frequent_first(run(), counts_);
    if (counts.empty()) return;
    text += "\n| Findings | Rule | What it says |\n|--:|---|---|\n";
    for (const auto& [count, rule] : counts) {
      append_format(text, "| {} | ", count);
      append_markdown_text(text, rule->id);
      text += ' ';
      append_markdown_text(text, rule->name);
      text += " | ";
      append_markdown_text(text, one_line(rule->summary));
      text += " |\n";
    }
  }

  std::size_t most_;  // bytes of rows
  std::vector<std::uint64_t> counts_;
  Spool rows_;
  std::uint64_t left_out_ = 0;
  std::string errors_;
};

}  // namespace

std::unique_ptr<Writer> make_markdown(const Run& run, const Target& target) {
  return std::make_unique<MarkdownWriter>(run, target, std::string::npos);
}

std::unique_ptr<Writer> make_step_summary(const Run& run, const Target& target) {
  return std::make_unique<MarkdownWriter>(run, target, kStepSummary);
}

}  // namespace cablelint::reports
