#include "cli/redaction_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/code_points.hpp>
#include <cablelint/counted.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/redaction.hpp>
#include <cablelint/terminal_text.hpp>
#include <span>
#include <string_view>
#include <vector>

namespace cablelint::cli {
namespace {

std::span<const ShortText> codes_of(const Cable& cable, const Redaction& redaction) {
  return std::span(cable.short_texts).subspan(redaction.codes.begin, redaction.codes.count);
}

/// The mark on one line, cut where it is long.
std::string shown(std::string_view text) {
  constexpr std::size_t kShown = 72;  // bytes
  std::string folded;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank || (!folded.empty() && folded.back() != ' ')) folded += blank ? ' ' : c;
  }
  if (folded.size() <= kShown) return visible(folded);
  return visible(folded.substr(0, code_point_before(folded, kShown + 1))) + "...";
}

/// The columns in front of the mark itself.
struct Row {
  std::string place, kind, quantity, codes;
};

Row row_of(const Source& source, const Cable& cable, const Redaction& redaction) {
  Row row;
  const Position place = source.position(redaction.at.offset);
  row.place = fmt::format("{}:{}", place.line, place.column);
  append_kind(row.kind, cable, redaction);
  append_quantity(row.quantity, cable, redaction);
  for (const ShortText& code : codes_of(cable, redaction)) {
    if (!row.codes.empty()) row.codes += ' ';
    row.codes += code.view();
  }
  if (redaction.statute) row.codes += fmt::format(" ({})", visible(source.text(redaction.statute)));
  if (row.quantity.empty()) row.quantity = "-";
  if (row.codes.empty()) row.codes = "-";
  return row;
}

}  // namespace

void RedactionTotals::add(const Cable& cable) {
  for (const Redaction& redaction : cable.redactions) {
    for (const ShortText& code : codes_of(cable, redaction)) ++codes[std::string(code.view())];
    if (!is_cut(redaction)) {
      ++stamps;
      continue;
    }
    ++cuts;
    if (redaction.codes.count == 0) ++without_code;
    const auto missing = characters_cut(cable, redaction);
    if (missing) {
      cut += *missing;
    } else {
      ++unstated;
    }
  }
  left += static_cast<double>(characters_left(cable));
}

void RedactionTotals::add(const RedactionTotals& other) {
  documents += other.documents;
  marked += other.marked;
  cuts += other.cuts;
  stamps += other.stamps;
  unstated += other.unstated;
  cut += other.cut;
  left += other.left;
  for (const auto& [code, count] : other.codes) codes[code] += count;
  without_code += other.without_code;
}

void append_json_redaction(std::string& out, const Source& source, const Cable& cable,
                           const Redaction& redaction) {
  const Position place = source.position(redaction.at.offset);
  std::string kind, quantity;
  append_kind(kind, cable, redaction);
  append_quantity(quantity, cable, redaction);
  out += R"({"source":)";
  append_json_string(out, source.name());
  out += R"(,"text":)";
  append_json_folded(out, source.text(redaction.at));
  out += R"(,"kind":)";
  append_json_string(out, kind);
  out += R"(,"quantity":)";
  append_json_string(out, quantity);
  out += R"(,"codes":[)";
  const auto codes = codes_of(cable, redaction);
  for (const ShortText& code : codes) {
    if (&code != &codes.front()) out += ',';
    append_json_string(out, code.view());
  }
  out += R"(],"statute":)";
  if (redaction.statute) {
    append_json_folded(out, source.text(redaction.statute));
  } else {
    out += "null";
  }
  append_format(out, R"(,"line":{},"column":{},"offset":{},"length":{}}})", place.line, place.column,
                redaction.at.offset, redaction.at.length);
  out += '\n';
}

void append_text_redactions(std::string& out, const Source& source, const Cable& cable) {
  std::vector<Row> rows;
  Row widest;
  const auto widen = [](std::string& column, const std::string& text) {
    if (code_points(text) > column.size()) column.assign(code_points(text), ' ');
  };
  for (const Redaction& redaction : cable.redactions) {
    rows.push_back(row_of(source, cable, redaction));
    widen(widest.place, rows.back().place);
    widen(widest.kind, rows.back().kind);
    widen(widest.quantity, rows.back().quantity);
    widen(widest.codes, rows.back().codes);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    append_format(out, "  {:<{}}  {:<{}}  {:<{}}  {:<{}}  {}\n", rows[i].place, widest.place.size(),
                  rows[i].kind, widest.kind.size(), rows[i].quantity, widest.quantity.size(), rows[i].codes,
                  widest.codes.size(), shown(source.text(cable.redactions[i].at)));
  }
}

void append_text_totals(std::string& out, const RedactionTotals& totals) {
  if (totals.cuts + totals.stamps == 0) {
    append_format(out, "no marks in {}\n", counted(totals.documents, "document"));
    return;
  }
  append_format(out, "\n{} and {} in {} of {}\n", counted(totals.cuts, "cut"),
                counted(totals.stamps, "stamp"), totals.marked, counted(totals.documents, "document"));
  if (totals.cuts > 0) {
    const double all = totals.cut + totals.left;
    append_format(out, "about {:.1f}% of the text is cut", all > 0 ? 100 * totals.cut / all : 0);
    if (totals.unstated > 0)
      append_format(out, "; {} not say how much",
                    totals.unstated == 1 ? "1 cut does" : fmt::format("{} cuts do", totals.unstated));
    out += '\n';
  }
  std::vector<std::pair<std::string, std::size_t>> codes(totals.codes.begin(), totals.codes.end());
  std::stable_sort(codes.begin(), codes.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (totals.without_code > 0) codes.emplace_back("no code", totals.without_code);
  std::size_t width = 0;
  for (const auto& [code, count] : codes) width = std::max(width, code.size());
  for (const auto& [code, count] : codes) append_format(out, "  {:<{}}  {}\n", code, width, count);
}

}  // namespace cablelint::cli
