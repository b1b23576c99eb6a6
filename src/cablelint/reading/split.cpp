// Sources with several cables in a row: where one ends and the next begins. The element layer begins a header
// anew behind each end of message, trailer and numbered classification line; here it is decided whether that
// header is one.

#include <algorithm>

#include "grammar/classification.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

/// Parts that only a header has.
bool is_field(ElementKind kind) {
  return kind == ElementKind::declassification || kind == ElementKind::tags || kind == ElementKind::subject;
}

bool is_trailer(ElementKind kind) {
  return kind == ElementKind::end_of_message || kind == ElementKind::record;
}

/// Belongs to what follows it.
bool is_prelude(ElementKind kind) {
  return kind == ElementKind::blank || kind == ElementKind::page_header || kind == ElementKind::wrapper;
}

class Splitter {
 public:
  Splitter(std::string_view bytes, const std::vector<Element>& elements, std::size_t first)
      : bytes_(bytes), elements_(elements), first_(first) {
    const std::size_t begin = skip_blank(first);
    record_leads_ = begin < elements.size() && elements[begin].kind == ElementKind::record;
  }

  std::size_t next() const {
    bool begun = false;  // something of this cable's own stands here
    bool closed = false;
    bool text_seen = false;  // the header is behind us: another one is not the rest of it
    for (std::size_t i = skip_blank(first_); i < elements_.size(); ++i) {
      const ElementKind kind = elements_[i].kind;
      switch (kind) {
        case ElementKind::paragraph:
        case ElementKind::text:
          begun = text_seen = true;
          closed = false;
          break;
        case ElementKind::record:
          if (record_leads_ && begun && opens(i + 1, true)) return i;
          closed = begun;
          break;
        case ElementKind::end_of_message:
          closed = begun;
          break;
        case ElementKind::heading:
        case ElementKind::partial_extract:
        case ElementKind::classification:
        case ElementKind::declassification:
        case ElementKind::tags:
        case ElementKind::subject:
          if (begun && (closed || text_seen || is_transmission(i)) && opens(i, closed)) return i;
          begun = begun || is_own(i);
          // A later section goes on with the cable.
          closed = closed && !(kind == ElementKind::classification && is_numbered(i) && is_later_section(i));
          break;
        default:
          break;
      }
    }
    return elements_.size();
  }

 private:
  [[nodiscard]] std::size_t skip_blank(std::size_t at) const {
    while (at < elements_.size() && elements_[at].kind == ElementKind::blank) ++at;
    return at;
  }

  [[nodiscard]] std::string_view text(std::size_t at) const {
    return bytes_.substr(elements_[at].at.offset, elements_[at].at.length);
  }

  /// What makes it a cable: a heading alone is still on its way to one.
  [[nodiscard]] bool is_own(std::size_t at) const {
    const ElementKind kind = elements_[at].kind;
    return is_field(kind) || (kind == ElementKind::classification && is_numbered(at));
  }

  [[nodiscard]] bool is_numbered(std::size_t at) const { return has_digit(text(at)); }

  /// "VZCZC": the first line of a transmission, which no heading has in its middle.
  [[nodiscard]] bool is_transmission(std::size_t at) const {
    const std::string_view line = text(at);
    const std::size_t begin = line.find_first_not_of(" \t");
    return elements_[at].kind == ElementKind::heading && begin != std::string_view::npos &&
           line.substr(begin).starts_with("VZCZC");
  }

  [[nodiscard]] bool is_later_section(std::size_t at) const {
    const std::string_view line = text(at);
    Input in(line.data(), line.data() + line.size(), "");
    return !tao::pegtl::parse<grammar::classification::first_line>(in);
  }

  /// Whether another cable's header begins at an element. Behind an end of message its classification line,
  /// its heading or any field is enough; in the middle of the text it takes a field behind a line that names
  /// a message.
  [[nodiscard]] bool opens(std::size_t at, bool closed) const {
    constexpr std::size_t kFarthest = 64;
    bool line = false;
    for (std::size_t i = at; i < std::min(elements_.size(), at + kFarthest); ++i) {
      const ElementKind kind = elements_[i].kind;
      switch (kind) {
        case ElementKind::classification:
          if (!is_numbered(i)) break;
          if (is_later_section(i)) return false;
          if (closed) return true;
          line = true;
          break;
        case ElementKind::partial_extract:
          return true;
        case ElementKind::heading:
          line = line || i == at;
          break;
        case ElementKind::declassification:
        case ElementKind::tags:
        case ElementKind::subject:
          if (line || closed) return true;
          return false;
        case ElementKind::paragraph:
        case ElementKind::text:
          return false;
        default:
          if (is_trailer(kind) && i > at) return false;
          break;
      }
    }
    return false;
  }

  std::string_view bytes_;
  const std::vector<Element>& elements_;
  std::size_t first_;
  bool record_leads_ = false;
};

}  // namespace

std::size_t find_next_cable(std::string_view bytes, const std::vector<Element>& elements, std::size_t first) {
  std::size_t next = Splitter(bytes, elements, first).next();
  if (next == elements.size()) return next;
  while (next > first && is_prelude(elements[next - 1].kind)) --next;
  while (elements[next].kind == ElementKind::blank) ++next;
  return next;
}

}  // namespace cablelint::reading
