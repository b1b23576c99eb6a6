// Parts of the header that the archive cut: the element layer sees two pieces, the text says that they are
// one.

#include <algorithm>

#include "grammar/mark.hpp"
#include "grammar/references.hpp"
#include "grammar/subject.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

using Elements = std::vector<Element>;

template <typename Rule> bool begins_with(std::string_view text) {
  Input in(text.data(), text.data() + text.size(), "");
  return tao::pegtl::parse<Rule>(in);
}

/// A small letter outside of character references: "&amp;" has none.
bool has_lower(std::string_view text) {
  bool reference = false;
  for (const char c : text) {
    reference = c == '&' || (reference && c != ';' && !is_space(c));
    if (!reference && is_lower(c)) return true;
  }
  return false;
}

/// Lets the element at `first` take everything up to `last`, which is left out.
void take(Elements& elements, Elements::iterator first, Elements::iterator last) {
  first->at.length = (last - 1)->at.end() - first->at.offset;
  elements.erase(first + 1, last);
}

/// Behind the element and one run of blank lines: the run of lines that nothing has claimed, as [begin, end).
std::pair<Elements::iterator, Elements::iterator> unclaimed_behind(Elements& elements,
                                                                   Elements::iterator element) {
  auto begin = element + 1;
  while (begin != elements.end() && begin->kind == ElementKind::blank) ++begin;
  auto end = begin;
  while (end != elements.end() && end->kind == ElementKind::unrecognised) ++end;
  return {begin, end};
}

/// A subject goes on behind a blank line in capitals when another part of the header follows, and in any
/// letters when only the label stands before it.
void join_subject(const Reader& reader) {
  Elements& elements = reader.cable.elements;
  const auto subject = std::find_if(elements.begin(), elements.end(),
                                    [](const Element& e) { return e.kind == ElementKind::subject; });
  if (subject == elements.end()) return;
  const auto [begin, end] = unclaimed_behind(elements, subject);
  if (begin == end) return;
  const Span label = trimmed(reader.bytes, subject->at);
  const std::string_view text = reader.text(label);
  Input in(text.data(), text.data() + text.size(), "");
  const bool empty = tao::pegtl::parse<tao::pegtl::seq<grammar::subject::label, tao::pegtl::eof>>(in);
  auto next = end;
  while (next != elements.end() && next->kind == ElementKind::blank) ++next;
  const bool part_follows =
      next != elements.end() && (next->kind == ElementKind::references ||
                                 next->kind == ElementKind::authority || next->kind == ElementKind::tags);
  const std::string_view half = reader.bytes.substr(begin->at.offset, end[-1].at.end() - begin->at.offset);
  if (empty ? end - begin <= 4 : part_follows && !has_lower(half)) take(elements, subject, end);
}

/// An event that wraps: a line in capitals right behind an E.O. line that has no date yet.
void join_declassification(const Reader& reader) {
  Elements& elements = reader.cable.elements;
  const auto wraps = [&](Elements::iterator at) {
    if (at->kind != ElementKind::declassification || at + 1 == elements.end() ||
        at[1].kind != ElementKind::unrecognised)
      return false;
    const std::string_view line = reader.text(at->at);
    const std::size_t decl = line.find("DECL");
    if (decl == std::string_view::npos ||
        std::any_of(line.begin() + static_cast<std::ptrdiff_t>(decl), line.end(), is_digit))
      return false;
    return line.ends_with('\n') && !has_lower(reader.text(at[1].at));
  };
  auto at = elements.begin();
  while (at != elements.end() && !wraps(at)) ++at;
  auto kept = at;
  for (; at != elements.end(); ++at, ++kept) {
    *kept = *at;
    if (!wraps(at)) continue;
    ++at;
    kept->at.length = at->at.end() - kept->at.offset;
  }
  elements.erase(kept, elements.end());
}

/// The word before `end`, and where it begins.
std::string_view last_word(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && !is_space(text[begin - 1])) --begin;
  return text.substr(begin);
}

/// True when the text stops in the middle of an item: behind its letter, behind the year that follows it, or
/// behind the first word of a post's name.
bool stops_short(std::string_view text) {
  const std::string_view last = last_word(text);
  const auto is_label = [](std::string_view word) {
    return word.size() <= 3 && word.size() > 1 && begins_with<grammar::references::item_label>(word);
  };
  if (is_label(last)) return true;
  const std::string_view before_last = text.substr(0, static_cast<std::size_t>(last.data() - text.data()));
  if (!last.empty() && std::all_of(last.begin(), last.end(), is_upper) && is_label(last_word(before_last)))
    return true;
  const bool year = (last.size() == 2 || last.size() == 4) && std::all_of(last.begin(), last.end(), is_digit);
  return year && is_label(last_word(before_last));
}

bool has_label(std::string_view references, char letter) {
  for (std::size_t at = references.find(letter); at != std::string_view::npos;
       at = references.find(letter, at + 1)) {
    const bool closed =
        at + 1 < references.size() && (references[at + 1] == ')' || references[at + 1] == '.');
    if (closed && at > 0 && !is_alpha(references[at - 1])) return true;
  }
  return false;
}

/// "(C) Text" is the next reference behind A and B, and a paragraph with its mark elsewhere, or when it is
/// long.
bool is_portion(std::string_view block, std::string_view references) {
  constexpr std::size_t kLongestReference = 200;
  if (begins_with<grammar::mark::entire_text>(block)) return true;
  if (!begins_with<grammar::mark::marked>(block) || block.size() < 3 || block[2] != ')') return false;
  const char letter = to_upper(block[1]);
  return block.size() > kLongestReference || has_label(references, letter) ||
         !has_label(references, static_cast<char>(letter - 1));
}

/// References whose items stand apart: blank lines between them, each with its letter.
void join_references(const Reader& reader) {
  Elements& elements = reader.cable.elements;
  auto references = elements.end();
  for (auto at = elements.begin(); at != elements.end() && at->kind != ElementKind::paragraph; ++at) {
    if (at->kind == ElementKind::references) references = at;
  }
  if (references == elements.end()) return;
  using item = tao::pegtl::seq<grammar::blanks, tao::pegtl::opt<grammar::references::pilcrow>,
                               grammar::references::item_label>;
  const std::uint32_t offset = references->at.offset;
  auto taken = references + 1;  // behind what belongs to the field
  for (;;) {
    const auto [begin, end] = unclaimed_behind(elements, taken - 1);
    if (begin == end) break;
    const std::string_view before = reader.text({offset, taken[-1].at.end() - offset});
    const std::string_view next = reader.bytes.substr(begin->at.offset, end[-1].at.end() - begin->at.offset);
    const bool is_item = begins_with<item>(next) && !is_portion(next, before);
    if (!is_item && !stops_short(before)) break;
    taken = end;
  }
  take(elements, references, taken);
}

/// Reasons behind a blank line: "CLASSIFIED BY X FOR REA", then "SONS 1.4 (B)".
void join_authority(const Reader& reader) {
  Elements& elements = reader.cable.elements;
  const auto authority = std::find_if(elements.begin(), elements.end(),
                                      [](const Element& e) { return e.kind == ElementKind::authority; });
  if (authority == elements.end() || reader.text(authority->at).find("1.") != std::string_view::npos) return;
  const auto [begin, end] = unclaimed_behind(elements, authority);
  constexpr std::size_t kFarthest = 48;
  if (begin == end) return;
  const std::string_view line = reader.text(trimmed(reader.bytes, begin->at));
  const std::string_view start = line.substr(0, kFarthest);
  if (start.find("1.") == std::string_view::npos && start.find("1,") == std::string_view::npos) return;
  const bool cut = line.ends_with("1.") && begin + 1 != end;  // "SONS 1.", then "4 (B)"
  take(elements, authority, begin + (cut ? 2 : 1));
}

}  // namespace

void join_parts(const Reader& reader) {
  join_subject(reader);
  join_declassification(reader);
  join_references(reader);
  join_authority(reader);
}

}  // namespace cablelint::reading
