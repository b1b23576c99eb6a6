#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <cablelint/cable.hpp>
#include <cablelint/reading/cut_words.hpp>
#include <cablelint/vocabulary.hpp>

namespace cablelint::reading {

/// A title of seven letters or more, for finding misspelt ones quickly.
struct LongTitle {
  std::string_view text;
  char first = '\0', last = '\0';  // of the text
  std::uint32_t letters = 0;       // as a set
};

/// How many beginnings of titles are told apart.
inline constexpr std::size_t kTitleFronts = 1024;

/// The vocabulary tables that reading needs; null where the vocabulary has no such table.
struct Words {
  const Table* captions = nullptr;
  const Table* controls = nullptr;
  const Table* tags = nullptr;
  const Table* terms = nullptr;
  const Table* titles = nullptr;
  const Table* agencies = nullptr;
  const Table* statutes = nullptr;
  CutWords cut_words;
  std::vector<TagKind> tag_kinds;  // of the rows of `tags`
  std::vector<LongTitle> long_titles;
  std::bitset<kTitleFronts> title_fronts;
  std::vector<std::string_view> ordinary_controls;  // "NF", "SIPDIS"
};

/// What each row of the table of TAGS stands for.
[[nodiscard]] std::vector<TagKind> find_tag_kinds(const Table* tags);
/// The controls of the vocabulary that stand in cables of every day.
[[nodiscard]] std::vector<std::string_view> find_ordinary_controls(const Table* controls);
/// With which two letters the titles of the vocabulary begin.
[[nodiscard]] std::bitset<kTitleFronts> find_title_fronts(const Table* titles);
/// The long titles of the vocabulary, shortest first.
[[nodiscard]] std::vector<LongTitle> find_long_titles(const Table* titles);

/// What every reader of a part works in: the words and the cable under construction.
struct Reader {
  std::string_view bytes;  // of the source, up to the end of the cable
  const Words& words;
  Cable& cable;

  [[nodiscard]] std::string_view text(Span span) const {
    return span ? bytes.substr(span.offset, span.length) : std::string_view{};
  }
  void note(NoiseKind kind, Span at) const { cable.noise.push_back({at, kind}); }
};

/// Index of the element with which the cable behind the one at `first` begins, or the number of elements.
[[nodiscard]] std::size_t find_next_cable(std::string_view bytes, const std::vector<Element>& elements,
                                          std::size_t first);
/// Settles what stands behind the header but looks like parts of one: later sections repeat them, the rest is
/// text.
void settle_later_headers(const Reader& reader, std::size_t body);

/// Joins the elements of a part that blank lines or lost labels cut in two. Comes before the parts are read.
void join_parts(const Reader& reader);

// One reader a part, each in its own file. Spans come from the element layer and hold the whole part.
void read_heading(const Reader& reader, Span span);
void read_classification(const Reader& reader, Span span, bool first);
void read_declassification(const Reader& reader, Span span);
void read_tags(const Reader& reader, Span span);
void read_subject(const Reader& reader, Span span);
void read_references(const Reader& reader, Span span);
/// Comes once, behind the last REF field.
void settle_references(const Reader& reader);
void read_authority(const Reader& reader, Span span);
void read_record(const Reader& reader, Span span);
/// A header that begins a later section: "ARCADIA 00000154 002 OF 003".
void read_continuation(const Reader& reader, Span span);
/// Page headers are noise; they count the sections of a cable that has some.
void read_page_header(const Reader& reader, Span span);
/// A line between the classification line and the E.O. line: captions, a pass line, or nothing known.
[[nodiscard]] ElementKind read_front_line(const Reader& reader, Span span);
/// Chooses the cable's date from what the heading and the trailer say. Needs both read.
void decide_date(const Reader& reader);
/// When there is no date: a weak one, ten years before the declassification date.
void decide_date_hint(const Reader& reader);
/// Orders the elements behind the header into paragraphs, headings, signature; numbers them.
void read_body(const Reader& reader, std::size_t first_element);

/// Puts together what classification line and captions say, and collects the marks that say more than usual.
void read_controls(const Reader& reader);
/// Notes where summaries and comments begin and end.
void find_boundaries(const Reader& reader);

/// Where a paragraph's number, mark and text stand on its first line.
struct Opening {
  Span bullet, pilcrow, number;
  std::optional<Mark> mark;
  std::optional<Mark> entire_text;
  NumberStyle style = NumberStyle::plain;
  std::int32_t value = 0;         // the number as printed
  std::uint32_t text_offset = 0;  // where the text begins
};
/// Reads the first line of a paragraph. `span` begins at the line; it may go on behind it.
[[nodiscard]] Opening read_opening(const Reader& reader, Span span);
/// A mark at the very start of a text, "(C) Text"; nothing when there is none that can be read.
[[nodiscard]] std::optional<Mark> read_leading_mark(const Reader& reader, Span span);
/// "C - ENTIRE TEXT" standing alone; nothing otherwise.
[[nodiscard]] std::optional<Mark> read_entire_text(const Reader& reader, Span span);

/// A classifying officer. Either part may be absent.
struct Officer {
  Span name, title;
};
/// Tells the name from the office: "POLITICAL COUNSELOR PAT EXAMPLE", "Pat Example, Acting Consul".
[[nodiscard]] Officer read_officer(const Reader& reader, Span span);

/// A date as printed on an E.O. line.
struct PrintedDate {
  Span at;
  std::optional<Day> day;  // absent when there is no such day
  DateForm form = DateForm::complete;
  bool century_inferred = false;
  bool day_first = false;
};
/// Reads a span that the grammar took for a date. Two-digit years are placed at or after the cable's date.
[[nodiscard]] PrintedDate read_date(const Reader& reader, Span span);

/// Minutes after midnight and day of "221516Z JUN 06".
struct TimeGroup {
  std::optional<Day> day;
  std::int32_t minute = -1;
};
[[nodiscard]] TimeGroup read_time_group(const Reader& reader, Span span);

}  // namespace cablelint::reading
