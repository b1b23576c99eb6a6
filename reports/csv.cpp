#include <cablelint/terminal_text.hpp>
#include <string>
#include <string_view>

#include "reports/one_line.hpp"
#include "reports/text_writer.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

/// A spreadsheet takes a cell that begins so for a formula; in front of it stands an apostrophe then.
bool begins_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first != std::string_view::npos &&
         std::string_view("=+-@").find(text[first]) != std::string_view::npos;
}

/// Appends a cell as RFC 4180 has it, on one line and without hidden characters.
void append_cell(std::string& out, std::string_view text) {
  std::string cell = visible(text);
  if (begins_formula(cell)) cell.insert(0, 1, '\'');
  if (cell.find_first_of(",\"") == std::string::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

constexpr std::string_view kHeader =
    "rule,name,level,source,record,line,column,end_line,end_column,message,help,fingerprint\r\n";

/// A table with a header row and one row a finding.
class CsvWriter final : public Writer {
 public:
  using Writer::Writer;

  void begin() override { put(kHeader); }

  void format(const Document& document, Part& part) const override {
    std::string& text = part.text;
    for_each_finding(document, [&](const Finding& finding) {
      for (const std::string_view cell :
           {std::string_view(finding.rule), std::string_view(finding.name), to_text(finding.level),
            std::string_view(finding.source), std::string_view(finding.record)}) {
        append_cell(text, cell);
        text += ',';
      }
      for (const std::uint32_t number :
           {finding.line, finding.column, finding.end_line, finding.end_column}) {
        text += std::to_string(number);
        text += ',';
      }
      append_cell(text, finding.message);
      text += ',';
      append_cell(text, one_line(finding.help));
      text += ',';
      append_cell(text, finding.fingerprint);
      text += "\r\n";
    });
  }
};

}  // namespace

std::unique_ptr<Writer> make_csv(const Run& run, const Target& target) {
  return std::make_unique<CsvWriter>(run, target);
}

}  // namespace cablelint::reports
