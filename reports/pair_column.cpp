#include "reports/pair_column.hpp"

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <utility>

#include "reports/cable_page.hpp"
#include "reports/html_text.hpp"
#include "reports/pair_page.hpp"

namespace cablelint::reports {
namespace {

constexpr std::size_t kLongCell = std::size_t{32} * 1024;  // bytes of HTML

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void append_lines(std::string& out, std::string_view text, std::size_t most) {
  text = text.substr(0, kLongCell + 1);
  while (out.size() <= most) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r') && end < text.size()) line.remove_suffix(1);
    append_html_cable(out, line);
    if (end == text.size()) return;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

}  // namespace

PairColumn::PairColumn(const Source& source, char letter, std::vector<FaultPlace> places,
                       const std::vector<redacting::Fault>& faults)
    : source_(source), letter_(letter), places_(std::move(places)), faults_(faults) {
  std::stable_sort(places_.begin(), places_.end(),
                   [](const FaultPlace& a, const FaultPlace& b) { return a.at.offset < b.at.offset; });
}

void PairColumn::skip_to(std::uint32_t offset) {
  while (has_place_before(offset)) ++next_;
}

void PairColumn::append_cell(std::string& out, Span row, std::span<const PairPiece> pieces, bool last) {
  const std::string_view text = source_.bytes();
  std::uint32_t at = row.offset;
  std::uint32_t end = row.end();
  while (end > at && is_blank(text[end - 1])) --end;
  // What the cell begins with keeps its indentation.
  for (std::uint32_t i = at; i < end && is_blank(text[i]); ++i) {
    if (text[i] == '\n') at = i + 1;
  }
  const std::size_t most = out.size() + kLongCell;
  for (const PairPiece& piece : pieces) {
    if (out.size() > most) break;
    append_text(out, {at, std::max(at, piece.at.offset) - at}, {}, most);
    if (piece.hidden) {
      append_hidden(out, piece);
    } else {
      append_label(out, piece);
      append_text(out, piece.at, piece.style, most);
    }
    at = std::max(at, piece.at.end());
  }
  if (at < end) append_text(out, {at, end - at}, {}, most);
  if (out.size() > most) out += " <b class=\"rest\">The rest of this stretch is not shown.</b>";
  append_places(out, last ? Span::kNowhere : row.end());
}

/// The faults that begin before `end`.
void PairColumn::append_places(std::string& out, std::uint32_t end) {
  for (; next_ < places_.size() && places_[next_].at.offset < end; ++next_) append_place(out, places_[next_]);
}

void PairColumn::append_place(std::string& out, const FaultPlace& place) {
  const Severity level = faults_[place.fault].level;
  append_format(
      out, "<a class=\"place {}\" id=\"{}{}-{}\" href=\"#f{}-{}\"><span aria-hidden=\"true\">{}</span>{}</a>",
      to_text(level), letter_, kDocumentNumber, place.fault + 1, kDocumentNumber, place.fault + 1,
      sign_of(level), place.fault + 1);
  std::uint32_t& until = until_[static_cast<std::size_t>(level)];
  until = std::max(until, place.at.end());
}

/// "error" where a fault covers a place, or another level, or nothing.
std::string_view PairColumn::level_at(std::uint32_t at) const {
  for (const Severity level : {Severity::error, Severity::warning, Severity::note}) {
    if (until_[static_cast<std::size_t>(level)] > at) return to_text(level);
  }
  return {};
}

void PairColumn::append_label(std::string& out, const PairPiece& piece) {
  if (piece.label.empty()) return;
  append_places(out, piece.at.offset + 1);
  append_format(out, "<b class=\"code {}\">", piece.style);
  append_html_text(out, piece.label);
  out += "</b>";
}

void PairColumn::append_hidden(std::string& out, const PairPiece& piece) {
  append_label(out, piece);
  append_places(out, std::max(piece.at.end(), piece.at.offset + 1));
  const std::string_view level = level_at(piece.at.offset);
  if (!level.empty()) append_format(out, "<mark class=\"{}\">", level);
  append_format(out, "<span class=\"withheld {}\">{}</span>", piece.style, kNotShown);
  if (!level.empty()) out += "</mark>";
}

/// Text in segments that are shown alike.
void PairColumn::append_text(std::string& out, Span at, std::string_view style, std::size_t most) {
  for (std::uint32_t offset = at.offset; offset < at.end() && out.size() <= most;) {
    append_places(out, offset + 1);
    std::uint32_t stop = at.end();
    if (next_ < places_.size()) stop = std::min(stop, places_[next_].at.offset);
    for (const std::uint32_t until : until_) {
      if (until > offset) stop = std::min(stop, until);
    }
    const std::string_view level = level_at(offset);
    if (!style.empty()) append_format(out, "<span class=\"{}\">", style);
    if (!level.empty()) append_format(out, "<mark class=\"{}\">", level);
    append_lines(out, source_.text({offset, stop - offset}), most);
    if (!level.empty()) out += "</mark>";
    if (!style.empty()) out += "</span>";
    offset = stop;
  }
}

}  // namespace cablelint::reports
