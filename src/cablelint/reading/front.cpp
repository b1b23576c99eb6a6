// Captions and pass lines: what stands between the classification line and the E.O. line.

#include <algorithm>

#include "grammar/classification.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

bool is_caption(const Reader& reader, std::string_view text) {
  return reader.words.captions != nullptr && reader.words.captions->find(text) != nullptr;
}

/// A release list from `begin` to the end of the line: "REL TO USA, GBR".
Span release_at(const Reader& reader, Span line, std::uint32_t begin) {
  if (to_upper(reader.bytes[begin]) != 'R') return {};
  const std::string_view text = reader.text({begin, line.end() - begin});
  Input in(text.data(), text.data() + text.size(), "");
  using whole = tao::pegtl::seq<grammar::classification::release, tao::pegtl::eof>;
  return tao::pegtl::parse<whole>(in) ? Span{begin, line.end() - begin} : Span{};
}

/// The longest run of words from `begin` on that is a caption; absent when there is none.
Span caption_at(const Reader& reader, Span line, std::uint32_t begin) {
  if (const Span release = release_at(reader, line, begin)) return release;
  Span found;
  FoldedText<48> words;
  std::uint32_t at = begin;
  for (int count = 0; count < 4 && at < line.end(); ++count) {
    std::uint32_t end = at;
    while (end < line.end() && !is_space(reader.bytes[end]) && reader.bytes[end] != ',' &&
           reader.bytes[end] != ';')
      ++end;
    if (count > 0) words.append(" ");
    words.append(reader.bytes.substr(at, end - at));
    if (is_caption(reader, words.view())) found = {begin, end - begin};
    at = end;
    while (at < line.end() && is_space(reader.bytes[at])) ++at;
  }
  return found;
}

/// Reads a line that holds captions and nothing else: "SIPDIS", "NOFORN SIPDIS", "EYES ONLY".
bool read_captions(const Reader& reader, Span line) {
  auto& captions = reader.cable.captions;
  const std::size_t before = captions.size();
  std::uint32_t at = line.offset;
  while (at < line.end()) {
    const Span caption = caption_at(reader, line, at);
    if (!caption) {
      captions.resize(before);
      return false;
    }
    captions.push_back({caption, caption});
    at = caption.end();
    while (at < line.end() &&
           (is_space(reader.bytes[at]) || reader.bytes[at] == ',' || reader.bytes[at] == ';'))
      ++at;
  }
  return captions.size() > before;
}

/// "DEPT FOR EUR/WE", "STATE PASS USTR", "FROM THE AMBASSADOR": a word FOR or PASS, or an agency or FROM in
/// front.
bool is_pass_line(const Reader& reader, Span line) {
  bool first = true;
  std::uint32_t at = line.offset;
  while (at < line.end()) {
    std::uint32_t end = at;
    while (end < line.end() && !is_space(reader.bytes[end])) ++end;
    const std::string_view word = reader.text(stripped(reader.bytes, {at, end - at}, ".,;:"));
    for (const std::string_view sign : {"FOR", "PASS"}) {
      if (equals_ignoring_case(word, sign)) return true;
    }
    if (first) {
      if (equals_ignoring_case(word, "FROM")) return true;
      if (reader.words.agencies != nullptr && reader.words.agencies->find(word) != nullptr) return true;
    }
    first = false;
    at = end;
    while (at < line.end() && is_space(reader.bytes[at])) ++at;
  }
  return false;
}

bool is_corrected_copy(std::string_view line) {
  Input in(line.data(), line.data() + line.size(), "");
  return tao::pegtl::parse<grammar::classification::corrected_copy>(in);
}

/// A pass line that ends in a comma goes on in the next line.
bool goes_on(const Reader& reader, Span passing, Span line) {
  constexpr std::uint32_t kFarthest = 80;  // indentation of the next line
  const std::uint32_t gap = line.offset - passing.end();
  const char last = reader.bytes[passing.end() - 1];
  if (gap > kFarthest || (last != ',' && last != ';' && last != '/')) return false;
  const std::string_view between = reader.bytes.substr(passing.end(), gap);
  return std::count(between.begin(), between.end(), '\n') == 1;
}

}  // namespace

ElementKind read_front_line(const Reader& reader, Span span) {
  const Span line = trimmed(reader.bytes, span);
  if (line.length == 0 || is_corrected_copy(reader.text(line))) return ElementKind::unrecognised;
  if (read_captions(reader, line)) return ElementKind::caption;
  if (line.length <= 400 && is_pass_line(reader, line)) {
    reader.cable.passing.push_back({line, line});
    return ElementKind::passing;
  }
  if (!reader.cable.passing.empty() && goes_on(reader, reader.cable.passing.back().text, line)) {
    Caption& wrapped = reader.cable.passing.back();
    wrapped.at = wrapped.text = cover(wrapped.text, line);
    return ElementKind::passing;
  }
  return ElementKind::unrecognised;
}

namespace {

/// A pass line reads like text; it is one where a field of the header stands behind it.
bool field_follows(const std::vector<Element>& elements, std::size_t at) {
  constexpr std::size_t kFarthest = 12;
  for (std::size_t i = at + 1; i < std::min(elements.size(), at + kFarthest); ++i) {
    switch (elements[i].kind) {
      case ElementKind::declassification:
      case ElementKind::tags:
      case ElementKind::subject:
        return true;
      case ElementKind::blank:
      case ElementKind::unrecognised:
        break;
      default:
        return false;
    }
  }
  return false;
}

/// The kind of a line that a later section repeats; the model has it from the first one.
ElementKind kind_of_repeated(const Reader& reader, std::size_t at) {
  Cable& cable = reader.cable;
  const std::size_t captions = cable.captions.size();
  const std::size_t passing = cable.passing.size();
  const ElementKind kind = read_front_line(reader, cable.elements[at].at);
  cable.captions.resize(captions);
  cable.passing.resize(passing);
  return kind == ElementKind::passing && !field_follows(cable.elements, at) ? ElementKind::unrecognised
                                                                            : kind;
}

}  // namespace

void settle_later_headers(const Reader& reader, std::size_t body) {
  Cable& cable = reader.cable;
  bool repeated = false;  // since a classification line, nothing but what stood in the header
  for (std::size_t i = body; i < cable.elements.size(); ++i) {
    ElementKind& kind = cable.elements[i].kind;
    switch (kind) {
      case ElementKind::classification:
        repeated = true;
        break;
      case ElementKind::blank:
        break;
      case ElementKind::declassification:
      case ElementKind::tags:
      case ElementKind::subject:
      case ElementKind::references:
      case ElementKind::authority:
        if (!repeated) kind = ElementKind::unrecognised;
        break;
      case ElementKind::unrecognised:
        if (repeated) kind = kind_of_repeated(reader, i);
        repeated = repeated && kind != ElementKind::unrecognised;
        break;
      default:
        repeated = false;
        break;
    }
  }
}

}  // namespace cablelint::reading
