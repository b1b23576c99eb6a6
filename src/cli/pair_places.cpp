#include "cli/pair_places.hpp"

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/code_points.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/terminal_text.hpp>

namespace cablelint::cli {
namespace {

/// What stands for a stretch that is not shown; always as long, so that it does not give away a length.
constexpr std::string_view kWithheld = "[...]";
/// Bytes of a line that are shown on each side of a place.
constexpr std::uint32_t kAround = 48;

/// The first stretch that ends behind an offset; absent when there is none.
Span next_secret(const Secrets& secrets, std::uint32_t offset) {
  Span next;
  for (const auto* list : secrets) {
    const auto at =
        std::partition_point(list->begin(), list->end(), [&](Span each) { return each.end() <= offset; });
    if (at != list->end() && (!next || at->offset < next.offset)) next = *at;
  }
  return next;
}

/// A line as shown, and where on it the carets stand (in characters of the terminal).
struct Excerpt {
  std::string text;
  std::size_t caret = 0, carets = 1;
};

Excerpt excerpt_of(const Source& source, Span at, const Secrets& secrets) {
  const Span line = source.line_at(at.offset);
  const std::string_view text = source.bytes();
  std::uint32_t begin = line.offset;
  std::uint32_t end = line.end();
  Excerpt excerpt;
  std::size_t width = 0;
  if (at.offset > begin + kAround) {
    begin = at.offset - kAround;
    while (begin > line.offset && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) --begin;
    excerpt.text = "...";
    width = excerpt.text.size();
  }
  const std::uint32_t last = std::min(end, at.offset + std::min(at.length, kAround));
  if (end > last + kAround) {
    end = last + kAround;
    while (end > last && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  }
  std::size_t caret_end = 0;
  bool begun = false;
  for (std::uint32_t offset = begin; offset < end;) {
    const Span secret = next_secret(secrets, offset);
    const bool hidden = secret && secret.offset <= offset;
    const std::uint32_t next =
        hidden ? std::min(secret.end(), end)
               : offset + static_cast<std::uint32_t>(code_point_size(text.substr(0, end), offset));
    if (!begun && next > at.offset) {
      begun = true;
      excerpt.caret = width;
    }
    if (hidden) {
      if (!excerpt.text.ends_with(kWithheld)) {
        excerpt.text += kWithheld;
        width += kWithheld.size();
      }
    } else {
      width += append_visible(excerpt.text, text.substr(offset, next - offset));
    }
    if (begun && offset < at.end()) caret_end = width;
    offset = next;
  }
  if (!begun) excerpt.caret = width;
  if (end < line.end()) excerpt.text += "...";
  excerpt.carets = caret_end > excerpt.caret ? caret_end - excerpt.caret : 1;
  return excerpt;
}

}  // namespace

void append_place(std::string& out, std::string_view side, const Source& source, Span at,
                  std::int32_t paragraph, const Secrets& secrets) {
  if (!at) return;
  const Position position = source.position(at.offset);
  const Excerpt excerpt = excerpt_of(source, at, secrets);
  const std::string number = std::to_string(position.line);
  append_format(out, "  {:<8} --> {}:{}:{}", side, visible(source.name()), position.line, position.column);
  if (paragraph > 0) append_format(out, " (paragraph {})", paragraph);
  append_format(out, "\n  {:>{}} | {}\n  {:>{}} | {:{}}{:^>{}}\n", number, number.size(), excerpt.text, "",
                number.size(), "", excerpt.caret, "", excerpt.carets);
}

void append_json_place(std::string& out, const Source& source, Span at, std::int32_t paragraph) {
  if (!at) {
    out += "null";
    return;
  }
  const Position position = source.position(at.offset);
  out += R"({"source":)";
  append_json_string(out, source.name());
  append_format(out, R"(,"line":{},"column":{},"offset":{},"length":{},"paragraph":)", position.line,
                position.column, at.offset, at.length);
  out += paragraph > 0 ? std::to_string(paragraph) : "null";
  out += '}';
}

}  // namespace cablelint::cli
