#include <algorithm>
#include <array>

#include <cablelint/html_entities.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

constexpr std::string_view kEdges = " \t\r\n.,;:-()[]\\";

enum class WordKind : std::uint8_t { name, title, connective };

struct Word {
  Span at;
  WordKind kind = WordKind::name;
};

/// The words of one stretch between commas; more than fit are a sentence, not a name.
struct WordList {
  std::array<Word, 32> items{};
  std::size_t size = 0;
};

/// Upper case with the archive's zeros for O, for looking words up.
FoldedText<40> folded_word(std::string_view text) {
  FoldedText<40> out;
  std::string decoded;
  if (text.find('&') != std::string_view::npos && append_decoded(decoded, text)) text = decoded;
  for (const char c : text) {
    if (c == '\\') continue;
    if (out.size == sizeof out.bytes) break;
    out.bytes[out.size++] = c == '0' ? 'O' : to_upper(c);
  }
  return out;
}

/// Letters inserted, left out, changed or swapped, up to `most`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
  constexpr std::size_t kLongest = 24;
  if (a.size() > kLongest || b.size() > kLongest) return most + 1;
  std::array<std::array<std::uint8_t, kLongest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    row[0] = static_cast<std::uint8_t>(i);
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t value =
          std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        value = std::min<std::size_t>(value, rows[(i + 1) % 3][j - 2] + 1U);
      }
      row[j] = static_cast<std::uint8_t>(value);
      least = std::min(least, value);
    }
    if (least > most) return most + 1;
  }
  return rows[a.size() % 3][b.size()];
}

/// The letters of a word as a set; every edit changes at most two of its bits.
std::uint32_t letter_set(std::string_view word) {
  std::uint32_t set = 0;
  for (const char c : word) {
    if (is_alpha(c)) set |= 1U << (static_cast<unsigned>(to_upper(c)) - 'A');
  }
  return set;
}

constexpr std::size_t kShortestLongTitle = 7;

/// True when more than `most` bits are set. std::popcount is a call on processors that may lack the
/// instruction.
bool has_more_bits(std::uint32_t set, std::size_t most) {
  for (; most > 0 && set != 0; --most) set &= set - 1;
  return set != 0;
}

/// A long word one or two letters off a title: "Counsellor" for "Counselor", "Ambassodor".
bool nearly_title(const std::vector<LongTitle>& titles, std::string_view word) {
  if (word.size() < kShortestLongTitle) return false;
  const std::size_t most = word.size() >= 9 ? 2 : 1;
  std::uint32_t letters = 0;
  auto title = std::partition_point(titles.begin(), titles.end(), [&](const LongTitle& other) {
    return other.text.size() + most < word.size();
  });
  for (; title != titles.end() && title->text.size() <= word.size() + most; ++title) {
    if (title->first != word[0] && title->last != word.back()) continue;
    if (letters == 0) letters = letter_set(word);
    if (has_more_bits(letters ^ title->letters, 2 * most)) continue;
    if (distance(word, title->text, most) <= most) return true;
  }
  return false;
}

constexpr std::size_t kShortestGlued = 3, kLongestGlued = 6;

/// The first two bytes of a word in capitals as a number below kTitleFronts. Others may share it.
std::size_t front_of(std::string_view word) {
  return ((static_cast<unsigned char>(word[0]) & 0x1FU) << 5U) |
         (static_cast<unsigned char>(word[1]) & 0x1FU);
}

/// Abbreviations run together: "POLMINCONS".
bool glued_titles(const Words& words, std::string_view word, int most) {
  if (word.empty()) return true;
  if (most == 0 || word.size() < kShortestGlued || !words.title_fronts[front_of(word)]) return false;
  for (std::size_t size = std::min(word.size(), kLongestGlued); size >= kShortestGlued; --size) {
    if (words.titles->find(word.substr(0, size)) != nullptr &&
        glued_titles(words, word.substr(size), most - 1))
      return true;
  }
  return false;
}

WordKind kind_of_plain(const Words& words, std::string_view word) {
  const Table& titles = *words.titles;
  if (const Table::Row* row = titles.find(word)) {
    return titles.cell(*row, "kind").string() == "connective" ? WordKind::connective : WordKind::title;
  }
  if (word.size() >= 6 && glued_titles(words, word, 4)) return WordKind::title;
  return nearly_title(words.long_titles, word) ? WordKind::title : WordKind::name;
}

/// Compounds count by their parts: "MINISTER-COUNSELOR", "AMBASSADOR-AT-LARGE", "A/DCM", "ISN/MTR".
WordKind kind_of(const Reader& reader, Span at) {
  if (reader.words.titles == nullptr) return WordKind::name;
  const auto folded = folded_word(reader.text(stripped(reader.bytes, at, kEdges)));
  const std::string_view word = folded.view();
  if (word.empty()) return WordKind::connective;
  const WordKind whole = kind_of_plain(reader.words, word);
  if (whole != WordKind::name) return whole;
  if (word.find('/') != std::string_view::npos) return WordKind::title;
  for (std::size_t begin = 0; word.find('-') != std::string_view::npos && begin < word.size();) {
    const std::size_t end = std::min(word.find('-', begin), word.size());
    if (end - begin > 3 && kind_of_plain(reader.words, word.substr(begin, end - begin)) == WordKind::title)
      return WordKind::title;
    begin = end + 1;
  }
  return WordKind::name;
}

bool is_break(char c) {
  return is_space(c) || c == ':';
}

/// "DCM/Ted": an office with the name run on behind the stroke.
bool breaks_at_stroke(const Reader& reader, std::uint32_t stroke, std::uint32_t end) {
  return stroke + 2 < end && is_upper(reader.bytes[stroke + 1]) && is_lower(reader.bytes[stroke + 2]) &&
         kind_of(reader, {stroke + 1, end - stroke - 1}) == WordKind::name;
}

WordList split(const Reader& reader, Span text) {
  WordList words;
  std::uint32_t at = text.offset;
  while (at < text.end() && words.size < words.items.size()) {
    while (at < text.end() && is_break(reader.bytes[at])) ++at;
    std::uint32_t end = at;
    while (end < text.end() && !is_break(reader.bytes[end])) ++end;
    for (std::uint32_t i = at; i < end; ++i) {
      if (reader.bytes[i] == '/' && breaks_at_stroke(reader, i, end)) end = i + 1;
    }
    if (end > at) words.items[words.size++] = {{at, end - at}, kind_of(reader, {at, end - at})};
    at = end;
  }
  return words;
}

bool is_initial(std::string_view word) {
  return !word.empty() && is_alpha(word[0]) && (word.size() == 1 || (word.size() == 2 && word[1] == '.'));
}

/// Where the name begins among words that follow "for" or "of": "for Utopia and Arcadia Pat Q. Example".
std::size_t name_behind_connective(const Reader& reader, const WordList& words, std::size_t first,
                                   std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    if (!is_initial(reader.text(words.items[i].at))) continue;
    return i > first && i + 1 < end ? i - 1 : i;
  }
  return end - first > 2 ? end - 2 : first;
}

/// An acronym before a name in mixed case belongs to the office: "IPO Pat Q. Example".
bool is_acronym(const Reader& reader, const WordList& words, std::size_t i, std::size_t end) {
  const std::string_view word = reader.text(words.items[i].at);
  const bool capitals = std::all_of(word.begin(), word.end(), is_upper);
  if (!capitals || word.size() > 5 || i + 2 >= end) return false;
  return std::any_of(words.items.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     words.items.begin() + static_cast<std::ptrdiff_t>(end), [&](const Word& other) {
                       const std::string_view text = reader.text(other.at);
                       return text.size() > 2 && is_lower(text[1]);
                     });
}

Span cover_words(const WordList& words, std::size_t begin, std::size_t end) {
  Span span;
  for (std::size_t i = begin; i < end; ++i) span = cover(span, words.items[i].at);
  return span;
}

Officer read_segment(const Reader& reader, Span text) {
  const WordList words = split(reader, text);
  std::size_t end = words.size;
  while (end > 0 && words.items[end - 1].kind == WordKind::connective) --end;  // "... Example for"
  std::size_t first_title = end;
  std::size_t last_title = end;
  std::size_t last_office = end;  // the last title or connective before the name
  bool name_seen = false;
  for (std::size_t i = 0; i < end; ++i) {
    const WordKind kind = words.items[i].kind;
    // Words behind a name that was introduced by an office: "Counselor Pat Example for reasons"
    if (kind == WordKind::connective && name_seen && last_title != end && i >= last_office + 3) {
      end = i;
      break;
    }
    if (kind == WordKind::name) name_seen = true;
    if (kind == WordKind::title) {
      if (first_title >= i) first_title = i;
      last_title = last_office = i;
      name_seen = false;
    } else if (kind == WordKind::connective && last_title != words.size) {
      last_office = i;
    }
  }
  if (last_title >= end) {
    std::size_t begin = 0;
    while (begin + 1 < end && is_acronym(reader, words, begin, end)) ++begin;
    return {cover_words(words, begin, end), cover_words(words, 0, begin)};
  }
  if (last_office + 1 >= end) {
    // The office stands behind the name, or there is no name.
    std::size_t begin = 0;
    while (begin < first_title && is_acronym(reader, words, begin, first_title)) ++begin;
    if (first_title > 0)
      return {cover_words(words, begin, first_title), cover_words(words, first_title, end)};
    return {{}, cover_words(words, 0, end)};
  }
  std::size_t begin = last_office + 1;
  if (words.items[last_office].kind == WordKind::connective)
    begin = name_behind_connective(reader, words, begin, end);
  while (begin + 1 < end && is_acronym(reader, words, begin, end)) ++begin;
  return {cover_words(words, begin, end), cover_words(words, 0, begin)};
}

/// The semicolon of a character reference separates nothing: "D&#39;AFFAIRES".
bool ends_reference(const Reader& reader, std::uint32_t at) {
  constexpr std::uint32_t kLongest = 8;
  if (reader.bytes[at] != ';') return false;
  for (std::uint32_t length = 1; length <= kLongest && length <= at; ++length) {
    const char c = reader.bytes[at - length];
    if (c == '&') return length > 1;
    if (c != '#' && !is_alpha(c) && !is_digit(c)) return false;
  }
  return false;
}

bool is_suffix(std::string_view text) {
  for (const std::string_view suffix : {"JR", "SR", "II", "III", "IV"}) {
    if (equals_ignoring_case(text, suffix)) return true;
  }
  return false;
}

/// A name without what surrounds it; the full stop of "JR." stays.
Span clean_name(const Reader& reader, Span name) {
  const Span inner = stripped(reader.bytes, name, kEdges);
  const std::string_view text = reader.text(inner);
  const bool junior = text.size() > 3 && (equals_ignoring_case(text.substr(text.size() - 2), "JR") ||
                                          equals_ignoring_case(text.substr(text.size() - 2), "SR"));
  if (junior && inner.end() < reader.bytes.size() && reader.bytes[inner.end()] == '.')
    return {inner.offset, inner.length + 1};
  return inner;
}

}  // namespace

std::bitset<kTitleFronts> find_title_fronts(const Table* titles) {
  std::bitset<kTitleFronts> fronts;
  if (titles == nullptr) return fronts;
  for (const Table::Row& row : titles->rows()) {
    if (row.key.size() >= kShortestGlued) fronts.set(front_of(row.key));
  }
  return fronts;
}

std::vector<LongTitle> find_long_titles(const Table* titles) {
  std::vector<LongTitle> found;
  if (titles == nullptr) return found;
  for (const Table::Row& row : titles->rows()) {
    if (row.key.size() >= kShortestLongTitle)
      found.push_back({row.key, row.key.front(), row.key.back(), letter_set(row.key)});
  }
  std::sort(found.begin(), found.end(),
            [](const LongTitle& a, const LongTitle& b) { return a.text.size() < b.text.size(); });
  return found;
}

Officer read_officer(const Reader& reader, Span span) {
  Officer officer;
  const Span all = stripped(reader.bytes, span, " \t\r\n,;:-");
  if (!all) return officer;
  std::uint32_t begin = all.offset;
  for (std::uint32_t i = all.offset; i <= all.end(); ++i) {
    if (i < all.end() && reader.bytes[i] != ',' && reader.bytes[i] != ';' && reader.bytes[i] != '(') continue;
    if (i < all.end() && ends_reference(reader, i)) continue;
    const Span text = trimmed(reader.bytes, {begin, i - begin});
    begin = i + 1;
    if (text.length == 0) continue;
    if (officer.name && is_suffix(reader.text(stripped(reader.bytes, text, kEdges)))) {
      officer.name = cover(officer.name, text);
      continue;
    }
    const Officer part = read_segment(reader, text);
    if (part.name && !officer.name) {
      officer.name = part.name;
    } else if (part.name && !part.title && !officer.title) {
      officer.title = part.name;
    }
    if (part.title && !officer.title) officer.title = part.title;
  }
  if (officer.name) officer.name = clean_name(reader, officer.name);
  if (officer.title) officer.title = stripped(reader.bytes, officer.title, kEdges);
  if (officer.name && officer.name.length == 0) officer.name = {};
  return officer;
}

}  // namespace cablelint::reading
