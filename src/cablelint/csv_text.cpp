#include <algorithm>
#include <cablelint/csv_text.hpp>
#include <cablelint/terminal_text.hpp>

namespace cablelint {
namespace {

/// Whether a spreadsheet would take the text for a formula, apostrophes before it set aside.
bool begins_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" '");
  return first != std::string_view::npos &&
         std::string_view("=+-@").find(text[first]) != std::string_view::npos;
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view text) {
  const std::size_t start = out.size();
  append_visible(out, text);
  const std::string_view cell = std::string_view(out).substr(start);
  const bool formula = begins_formula(cell);
  if (cell.find_first_of(",\"") == std::string_view::npos) {
    if (formula) out.insert(start, 1, '\'');
    return;
  }
  const std::string plain(cell);
  out.resize(start);
  out += '"';
  if (formula) out += '\'';
  for (const char c : plain) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

bool read_csv_row(std::string_view row, std::vector<std::string>& cells) {
  std::size_t count = 0;
  std::size_t at = 0;
  while (true) {
    if (count == cells.size()) cells.emplace_back();
    std::string& cell = cells[count++];
    cell.clear();
    if (at < row.size() && row[at] == '"') {
      for (++at;; ++at) {
        const std::size_t quote = row.find('"', at);
        if (quote == std::string_view::npos) return false;
        cell.append(row.substr(at, quote - at));
        at = quote + 1;
        if (at == row.size() || row[at] != '"') break;
        cell += '"';
      }
    } else {
      std::size_t comma = at;  // cells are short
      while (comma < row.size() && row[comma] != ',') ++comma;
      cell.assign(row.substr(at, comma - at));
      at = comma;
    }
    if (!cell.empty() && cell.front() == '\'' && begins_formula(cell)) cell.erase(0, 1);
    if (at == row.size()) break;
    if (row[at++] != ',') return false;
  }
  cells.resize(count);
  return true;
}

}  // namespace cablelint
