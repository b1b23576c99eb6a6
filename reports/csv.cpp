#include <cablelint/append_number.hpp>
#include <cablelint/csv_text.hpp>
#include <string>
#include <string_view>

#include "reports/csv_row.hpp"
#include "reports/one_line.hpp"
#include "reports/text_writer.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {

namespace {

void append_row(std::string& out, const Finding& finding, std::string_view help_cell) {
  for (const std::string_view cell :
       {std::string_view(finding.rule), std::string_view(finding.name), to_text(finding.level),
        std::string_view(finding.source), std::string_view(finding.record)}) {
    append_csv_cell(out, cell);
    out += ',';
  }
  for (const std::uint32_t number : {finding.line, finding.column, finding.end_line, finding.end_column}) {
    append_number(out, number);
    out += ',';
  }
  append_csv_cell(out, finding.message);
  out += ',';
  out += help_cell;
  out += ',';
  append_csv_cell(out, finding.fingerprint);
  out += "\r\n";
}

std::string help_cell(const Finding& finding) {
  std::string cell;
  append_csv_cell(cell, one_line(finding.help));
  return cell;
}

}  // namespace

void append_csv_row(std::string& out, const Finding& finding) {
  append_row(out, finding, help_cell(finding));
}

void CsvRows::append(std::string& out, const Finding& finding) {
  constexpr std::size_t kMost = 1000;  // more than there are rules
  auto known = cells_.find(finding.help);
  if (known == cells_.end()) {
    if (cells_.size() == kMost) cells_.clear();
    known = cells_.emplace(finding.help, help_cell(finding)).first;
  }
  append_row(out, finding, known->second);
}

namespace {

/// A table with a header row and one row a finding.
class CsvWriter final : public Writer {
 public:
  using Writer::Writer;

  void begin() override { put(kFindingsHeader); }

  void format(const Document& document, Part& part) const override {
    for_each_finding(document, [&](const Finding& finding) { append_csv_row(part.text, finding); });
  }
};

}  // namespace

std::unique_ptr<Writer> make_csv(const Run& run, const Target& target) {
  return std::make_unique<CsvWriter>(run, target);
}

}  // namespace cablelint::reports
