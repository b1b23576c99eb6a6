#include "grammar/tags.hpp"

#include <algorithm>

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::tags;

struct State {
  const char* base;
  Cable& cable;
  Span linked;
};

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

template <> struct action<rules::code> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    const Span at = span_of(in, state.base);
    state.cable.tags.push_back({.at = at, .code = at});
  }
};
template <> struct action<rules::linked_code> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.linked = span_of(in, state.base);
  }
};
template <> struct action<rules::link> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.cable.tags.push_back({.at = span_of(in, state.base), .code = state.linked, .link = true});
  }
};
template <> struct action<rules::html_code> : action<rules::linked_code> {};
template <> struct action<rules::html_link> : action<rules::link> {};
template <> struct action<rules::argument> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (!state.cable.tags.empty()) state.cable.tags.back().argument = span_of(in, state.base);
  }
};
template <> struct action<rules::bracketed> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (state.cable.tags.empty()) return;
    Tag& tag = state.cable.tags.back();
    tag.at = cover(tag.at, span_of(in, state.base));
  }
};

/// A page ended inside the field.
template <> struct action<rules::page> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.cable.noise.push_back({span_of(in, state.base), NoiseKind::page_header});
  }
};

TagKind kind_of_name(std::string_view name) {
  if (name == "subject") return TagKind::subject;
  if (name == "geo") return TagKind::geo;
  if (name == "program") return TagKind::program;
  if (name == "organization") return TagKind::organization;
  if (name == "person") return TagKind::person;
  return TagKind::unknown;
}

TagKind kind_of(const Reader& reader, const Table::Row& row) {
  return reader.words.tag_kinds[static_cast<std::size_t>(&row - reader.words.tags->rows().data())];
}

std::optional<TagKind> known_kind(const Reader& reader, Span code) {
  const Table* table = reader.words.tags;
  if (table == nullptr) return std::nullopt;
  const Table::Row* row = table->find(reader.text(code));
  if (row == nullptr) return std::nullopt;
  return kind_of(reader, *row);
}

/// How many tags from `first` on make up a term of the vocabulary, written one after another with blanks
/// only.
std::size_t term_length(const Reader& reader, std::size_t first, std::size_t end) {
  if (reader.words.terms == nullptr) return 0;
  FoldedText<64> words;
  std::size_t longest = 0;
  for (std::size_t i = first; i < end && i < first + 5; ++i) {
    if (i > first) words.append(" ");
    words.append(reader.text(reader.cable.tags[i].code));
    if (reader.words.terms->find(words.view()) != nullptr) longest = i - first + 1;
  }
  return longest;
}

/// One letter added, left out or changed.
bool one_letter_off(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() > b.size() + 1) return false;
  std::size_t front = 0;
  while (front < b.size() && to_upper(a[front]) == to_upper(b[front])) ++front;
  return equals_ignoring_case(a.substr(front + 1), b.substr(a.size() == b.size() ? front + 1 : front));
}

/// True when only blanks stand between two tags.
bool adjacent(const Reader& reader, const Tag& a, const Tag& b) {
  for (std::uint32_t i = a.at.end(); i < b.at.offset; ++i) {
    if (!is_space(reader.bytes[i])) return false;
  }
  return true;
}

/// Codes run together: "PHUMPREL". Short codes alone prove nothing: JO, SE and PH make a first name. One code
/// must have more letters than `short_code`.
bool is_glued(const Reader& reader, Span word, std::uint32_t short_code = 2, bool long_code = false) {
  constexpr std::uint32_t kLongestGlued = 40;
  if (word.length == 0) return long_code;
  if (word.length > kLongestGlued) return false;
  for (std::uint32_t size = std::min<std::uint32_t>(word.length, 5); size >= 2; --size) {
    if (known_kind(reader, {word.offset, size}) && is_glued(reader, {word.offset + size, word.length - size},
                                                            short_code, long_code || size > short_code))
      return true;
  }
  return false;
}

bool line_break_between(const Reader& reader, const Tag& a, const Tag& b) {
  return reader.bytes.substr(a.at.end(), b.at.offset - a.at.end()).find('\n') != std::string_view::npos;
}

/// Unknown words next to each other are one term when one of them is too long for a code: IRAQI FREEDOM.
std::size_t unknown_run(const Reader& reader, std::size_t first, std::size_t end) {
  constexpr std::uint32_t kLongestCode = 5;
  constexpr std::size_t kMostWords = 8;
  end = std::min(end, first + kMostWords);
  std::size_t count = 0;
  bool long_word = false;
  while (first + count < end && !known_kind(reader, reader.cable.tags[first + count].code) &&
         !is_glued(reader, reader.cable.tags[first + count].code) &&
         (count == 0 || !line_break_between(reader, reader.cable.tags[first + count - 1],
                                            reader.cable.tags[first + count]))) {
    long_word = long_word || reader.cable.tags[first + count].code.length > kLongestCode;
    ++count;
  }
  return long_word ? count : 0;
}

/// The one code of the vocabulary that is a letter off a misspelt one of four or five letters; empty when
/// there is none, or more than one.
std::string_view nearest_code(const Reader& reader, std::string_view code) {
  if (reader.words.tags == nullptr || code.size() < 4 || code.size() > 5) return {};
  std::string_view found;
  for (const Table::Row& row : reader.words.tags->rows()) {
    const std::string_view known = row.key;
    if (known.size() != 4 || !one_letter_off(code, known)) continue;
    if (!found.empty()) return {};
    found = known;
  }
  return found;
}

/// Splits codes that were run together, "PHUMPREL", longest first; the pieces are spans of the printed word.
/// False when some part is no code.
bool split_glued(const Reader& reader, Span rest, std::vector<Tag>& pieces, const Tag& whole) {
  if (rest.length == 0) return true;
  for (std::uint32_t size = std::min<std::uint32_t>(rest.length, 5); size >= 2; --size) {
    const Span head{rest.offset, size};
    const auto kind = known_kind(reader, head);
    if (!kind) continue;
    Tag piece = whole;
    piece.at = piece.code = head;
    piece.kind = *kind;
    pieces.push_back(piece);
    if (split_glued(reader, {rest.offset + size, rest.length - size}, pieces, whole)) return true;
    pieces.pop_back();
  }
  return false;
}

/// A code of nothing known: run together, misspelt, or unknown.
void push_unknown(const Reader& reader, Tag tag, std::vector<Tag>& out) {
  const std::size_t before = out.size();
  if (tag.code.length >= 4 && is_glued(reader, tag.code) && split_glued(reader, tag.code, out, tag)) {
    reader.note(NoiseKind::glued_tags, tag.code);
    return;
  }
  out.resize(before);
  tag.corrected = nearest_code(reader, reader.text(tag.code));
  if (!tag.corrected.empty()) {
    tag.kind = kind_of(reader, *reader.words.tags->find(tag.corrected));
    reader.note(NoiseKind::misspelt_tag, tag.code);
  }
  out.push_back(tag);
}

/// True when a tag begins a line that has no known code and that no comma announces: the field has ended.
bool ends_field(const Reader& reader, const std::vector<Tag>& tags, std::size_t index) {
  if (index == 0) return false;
  const std::string_view between =
      reader.bytes.substr(tags[index - 1].at.end(), tags[index].at.offset - tags[index - 1].at.end());
  if (between.find('\n') == std::string_view::npos || between.find(',') != std::string_view::npos)
    return false;
  for (std::size_t i = index; i < tags.size() && i < index + 8; ++i) {
    if (known_kind(reader, tags[i].code) || term_length(reader, i, tags.size()) > 0) return false;
    for (const char c : reader.text(tags[i].code)) {
      if (is_upper(c)) return false;
    }
  }
  return true;
}

bool same_tag(const Reader& reader, const Tag& a, const Tag& b) {
  return equals_ignoring_case(reader.text(a.code), reader.text(b.code)) &&
         a.argument.length == b.argument.length;
}

/// Keeps the first of equal codes; the archive repeats the field once a page.
void drop_repeated(const Reader& reader, std::vector<Tag>& tags) {
  constexpr std::size_t kMostCompared = 64;
  std::size_t kept = 0;
  for (const Tag& tag : tags) {
    const auto end = tags.begin() + static_cast<std::ptrdiff_t>(std::min(kept, kMostCompared));
    if (std::any_of(tags.begin(), end, [&](const Tag& other) { return same_tag(reader, tag, other); })) {
      reader.note(NoiseKind::repeated_tag, tag.at);
      continue;
    }
    tags[kept++] = tag;
  }
  tags.resize(kept);
}

/// Names behind a tag that expects one, without brackets: "OVIP BIDEN JOSEPH". Returns how many words they
/// are.
std::size_t take_name(const Reader& reader, Tag& tag, const std::vector<Tag>& printed, std::size_t next,
                      std::size_t end) {
  constexpr std::size_t kMostWords = 4;
  if (tag.kind != TagKind::person || tag.argument) return 0;
  std::size_t count = 0;
  while (next + count < end && count < kMostWords) {
    const Tag& word = printed[next + count];
    if (word.link || word.argument || word.code.length < 3 || known_kind(reader, word.code) ||
        term_length(reader, next + count, end) > 0 || is_glued(reader, word.code, 3))
      break;
    ++count;
  }
  if (count == 0) return 0;
  tag.argument = cover(printed[next].code, printed[next + count - 1].code);
  tag.at = cover(tag.at, tag.argument);
  return count;
}

/// Gives every tag its kind and joins the words of terms; the tags between commas are taken together.
void settle(const Reader& reader) {
  std::vector<Tag>& printed = reader.cable.tags;
  std::vector<Tag>& tags = reader.cable.settled_tags;
  tags.clear();
  std::size_t end = 0;
  for (std::size_t i = 0; i < printed.size();) {
    if (ends_field(reader, printed, i)) break;
    if (end <= i) end = i + 1;
    while (end < printed.size() && adjacent(reader, printed[end - 1], printed[end])) ++end;
    Tag tag = printed[i];
    std::size_t length = 0;
    if (const auto kind = known_kind(reader, tag.code)) {
      tag.kind = *kind;
      length = 1;
    } else if ((length = term_length(reader, i, end)) > 0) {
      tag.kind = TagKind::term;
    }
    if (length == 0 && reader.words.captions != nullptr &&
        reader.words.captions->find(reader.text(tag.code)) != nullptr) {
      ++i;  // a caption that slipped down a line
      continue;
    }
    if (length == 0) {
      length = unknown_run(reader, i, end);
      if (length > 0) tag.kind = TagKind::term;
      if (length == 1 || length == 0) {
        tag.kind = TagKind::unknown;
        const std::size_t before = tags.size();
        push_unknown(reader, tag, tags);
        if (length == 1 && tags.size() == before + 1 && tags.back().corrected.empty())
          tags.back().kind = TagKind::term;
        ++i;
        continue;
      }
    }
    const Tag& last = printed[i + length - 1];
    tag.at = cover(tag.at, last.at);
    if (length > 1) {
      tag.code = cover(tag.code, last.code);
      tag.argument = last.argument;
    }
    i += length;
    i += take_name(reader, tag, printed, i, end);
    tags.push_back(tag);
  }
  drop_repeated(reader, tags);
  std::swap(printed, tags);
}

}  // namespace

std::vector<TagKind> find_tag_kinds(const Table* tags) {
  std::vector<TagKind> kinds;
  if (tags == nullptr) return kinds;
  for (const Table::Row& row : tags->rows()) kinds.push_back(kind_of_name(tags->cell(row, "kind").string()));
  return kinds;
}

void read_tags(const Reader& reader, Span span) {
  const Span at = trimmed(reader.bytes, span);
  if (reader.cable.tags_at) return;  // a later TAGS field repeats the first
  reader.cable.tags_at = at;
  State state{.base = reader.bytes.data(), .cable = reader.cable, .linked = {}};
  const std::string_view text = reader.text(at);
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::whole, action>(in, state);
  settle(reader);
  for (const Tag& tag : reader.cable.tags) {
    if (tag.link) reader.note(NoiseKind::link, tag.at);
  }
}

}  // namespace cablelint::reading
