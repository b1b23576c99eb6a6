#include <cablelint/redacting/extent.hpp>

#include <cablelint/ascii.hpp>
#include <cablelint/code_points.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

namespace cablelint::redacting {
namespace {

/// Lines of telegrams and of typed pages have 40 to 80 characters, pages 900 to 4000; reviewers count the
/// lines that a cut begins and ends in, or do not.
constexpr double kShortLine = 40, kLongLine = 80, kShortPage = 900, kLongPage = 4000;
/// A name with its title and office is seldom longer.
constexpr double kWordsOfName = 8;
/// A paragraph counts when half of it is cut: its number and its mark mostly stay.
constexpr double kPartOfParagraph = 0.5;

double words_in(std::string_view text) {
  double count = 0;
  bool inside = false;
  for (const char c : text) {
    if (!is_ascii_blank(c) && !inside) ++count;
    inside = !is_ascii_blank(c);
  }
  return count;
}

double sentences_in(std::string_view text) {
  double count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stop = text[i] == '.' || text[i] == '?' || text[i] == '!';
    if (stop && (i + 1 == text.size() || is_ascii_blank(text[i + 1]))) ++count;
  }
  return count;
}

/// How much of which paragraphs a stretch covers; they end with a line break, or with an empty line.
double paragraphs_in(std::string_view text, Span stretch, bool empty_line) {
  const auto ends = [&](std::size_t at) {
    if (text[at] != '\n') return false;
    if (!empty_line) return true;
    std::size_t next = at + 1;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) ++next;
    return next == text.size() || text[next] == '\n';
  };
  std::size_t begin = stretch.offset;
  while (begin > 0 && !ends(begin - 1)) --begin;
  double all = 0;
  while (begin < stretch.end()) {
    std::size_t end = begin;
    while (end < text.size() && !ends(end)) ++end;
    const double size = words_in(text.substr(begin, end - begin));
    const std::size_t from = std::max<std::size_t>(begin, stretch.offset);
    const std::size_t to = std::min<std::size_t>(end, stretch.end());
    if (size > 0 && to > from) all += words_in(text.substr(from, to - from)) / size;
    begin = end + 1;
  }
  return all;
}

bool within(double value, double low, double high) {
  return value >= low && value <= high;
}

bool fits(const Amount& amount, std::string_view unit, const Source& original, Span hidden) {
  if (!amount.stated || !amount.readable || amount.doubtful) return true;
  const std::string_view text = original.text(hidden);
  const double stated = amount.hundredths / 100.0;
  const double least = amount.less ? 0 : stated - 1;
  const auto size = static_cast<double>(code_points(text));
  if (unit == "line") {
    const auto breaks = static_cast<double>(std::count(text.begin(), text.end(), '\n'));
    return within(size, least * kShortLine, (stated + 1) * kLongLine) ||
           (breaks > 0 && within(breaks, least - 1, stated + 1));
  }
  if (unit == "page") return within(size, least * kShortPage, (stated + 1) * kLongPage);
  if (unit == "word") return within(words_in(text), amount.less ? 0 : stated, stated);
  if (unit == "sentence") return within(sentences_in(text), least, stated + 1);
  if (unit == "name") return words_in(text) <= std::max(stated, 1.0) * kWordsOfName;
  if (unit == "paragraph") {
    const auto near = [&](bool empty_line) {
      return std::abs(paragraphs_in(original.bytes(), hidden, empty_line) - stated) <= kPartOfParagraph;
    };
    return near(true) || near(false);
  }
  return true;
}

}  // namespace

bool extent_fits(const Cable& release, const Redaction& mark, const Source& original, Span hidden) {
  // Of several things no one can say which is which.
  if (mark.parts.count != 1) return true;
  const CutPart& part = release.cut_parts[mark.parts.begin];
  if (part.rest) return true;
  Amount amount = part.amount;
  if (!amount.stated && part.what == "name") amount = {100, true, true, false, false};
  if (!fits(amount, part.unit, original, hidden)) return false;
  return part.extent_count != 1 || fits(part.extents[0].amount, part.extents[0].unit, original, hidden);
}

}  // namespace cablelint::redacting
