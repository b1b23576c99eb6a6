// The marks of a documentary series, and its brackets that are none, one at a time in the text of a cable.

#include <cablelint/redaction.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cases/measures.hpp"

namespace cablelint::tests {
namespace {

/// The rows of a table without its head, cell by cell.
std::vector<std::vector<std::string>> read_table(const std::filesystem::path& path) {
  std::istringstream lines(read_file(path));
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    cells.resize(4);
    rows.push_back(std::move(cells));
  }
  return rows;
}

/// What is found in a paragraph that holds a text: kind and quantity of each mark.
Json marks_in(const std::string& text) {
  const Parsed parsed("1. (C) The harbor, it says, " + text + " is there.\n");
  Json marks = Json::array();
  for (const Redaction& redaction : parsed.cable.redactions) {
    std::string kind, quantity;
    append_kind(kind, parsed.cable, redaction);
    append_quantity(quantity, parsed.cable, redaction);
    marks.push_back({{"kind", kind}, {"quantity", quantity}});
  }
  return marks;
}

}  // namespace

std::vector<Score> redaction_scores() {
  const auto folder = case_folder("redaction");
  if (folder.empty()) return {};
  Score recognised("redaction/uses of marks recognised", 99), quantity("redaction/quantity of forms", 98),
      kind("redaction/kind of forms", 98), spared("redaction/other brackets spared", 99);
  for (const auto& row : read_table(folder / "frus-marks.tsv")) {
    const Json marks = marks_in(row[1]);
    const std::string& mark = row[1];
    const int uses = std::stoi(row[0]);
    for (int i = 0; i < uses; ++i) recognised.count(mark, {1, marks.size()});
    if (row[2] == "document" || row[3].find('?') != std::string::npos) continue;
    const auto only = [&](const char* key) { return marks.size() == 1 ? marks[0][key] : marks; };
    quantity.count(mark, {row[3], only("quantity")});
    kind.count(mark, {row[2], only("kind")});
  }
  for (const auto& row : read_table(folder / "negatives.tsv"))
    spared.count(row[1], {Json::array(), marks_in(row[1])});
  return {recognised, quantity, kind, spared};
}

}  // namespace cablelint::tests
