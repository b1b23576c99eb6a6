#include "grammar/body.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/authority.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::body;

template <typename Rule> bool begins_with(std::string_view text) {
  Input in(text.data(), text.data() + text.size(), "");
  return tao::pegtl::parse<Rule>(in);
}

template <typename Rule> bool is_whole(std::string_view text) {
  Input in(text.data(), text.data() + text.size(), "");
  return tao::pegtl::parse<tao::pegtl::seq<Rule, tao::pegtl::eof>>(in);
}

bool is_text(ElementKind kind) {
  return kind == ElementKind::text || kind == ElementKind::unrecognised;
}

/// Page and section headers and stamps interrupt a paragraph; it goes on behind them.
bool interrupts(ElementKind kind) {
  return kind == ElementKind::page_header || kind == ElementKind::continuation_header ||
         kind == ElementKind::classification || kind == ElementKind::release_stamp;
}

/// The span of an element without its trailing line end and blanks; paragraph and block spans end like that.
Span content(const Reader& reader, Span span) {
  return trimmed(reader.bytes, span);
}

class BodyReader {
 public:
  BodyReader(const Reader& reader, std::size_t first)
      : reader_(reader), elements_(reader.cable.elements), first_(first) {}

  void read() {
    find_signature();
    for (std::size_t i = first_; i < elements_.size(); ++i) {
      switch (elements_[i].kind) {
        case ElementKind::paragraph:
          read_paragraph(i);
          break;
        case ElementKind::text:
        case ElementKind::unrecognised:
          i = read_block(i);
          break;
        case ElementKind::blank:
          glued_ = false;
          break;
        case ElementKind::underline:
          glued_ = false;
          break;
        case ElementKind::page_header:
          i = skip_repeated_heading(i);
          interrupted_ = true;
          break;
        default:
          glued_ = glued_ && interrupts(elements_[i].kind);
          interrupted_ = interrupted_ || interrupts(elements_[i].kind);
          break;
      }
    }
    promote_unnumbered();
  }

 private:
  [[nodiscard]] Cable& cable() const { return reader_.cable; }
  [[nodiscard]] Paragraph* open() const {
    return paragraph_open_ ? &reader_.cable.paragraphs.back() : nullptr;
  }

  /// The chief of mission's name on the last line of the text, alone or glued to the last paragraph. Lines
  /// that repeat the level and notes of the communicators may follow it.
  void find_signature() {
    constexpr int kBlocksToLook = 4;
    std::size_t last = elements_.size();
    for (int block = 0; block < kBlocksToLook; ++block) {
      while (last > first_ && !is_text(elements_[last - 1].kind) &&
             elements_[last - 1].kind != ElementKind::paragraph)
        --last;
      if (last == first_ || !find_signature_in(last - 1)) return;
      --last;
    }
  }

  /// Looks at the lines of one element from the last one up. False ends the search.
  bool find_signature_in(std::size_t index) {
    const Element element = elements_[index];
    const Span block = content(reader_, element.at);
    std::uint32_t end = block.end();
    while (end > block.offset) {
      const std::string_view before = reader_.text({block.offset, end - block.offset});
      const std::size_t line_break = before.rfind('\n');
      const std::uint32_t begin =
          block.offset +
          (line_break == std::string_view::npos ? 0 : static_cast<std::uint32_t>(line_break) + 1);
      const Span line = content(reader_, {begin, end - begin});
      if (!begins_with<rules::closing_remark>(reader_.text(line))) {
        if (const Span tail = run_on_signature(line)) return take_signature(index, tail, false);
        return element.kind != ElementKind::paragraph && take_signature(index, line, begin == block.offset);
      }
      end = begin == block.offset ? begin : begin - 1;
    }
    return true;
  }

  /// The signature run on behind the last sentence: "MINIMIZE CONSIDERED.  EXAMPLE".
  [[nodiscard]] Span run_on_signature(Span line) const {
    const std::string_view text = reader_.text(line);
    const std::size_t gap = text.rfind("  ");
    constexpr std::size_t kShortest = 3;
    if (gap == std::string_view::npos || gap == 0 || gap + 2 + kShortest > text.size()) return {};
    const std::string_view tail = text.substr(gap + 2);
    if (std::string_view(".!?\")").find(text[gap - 1]) == std::string_view::npos ||
        tail.find(' ') != std::string_view::npos)
      return {};
    if (!is_whole<rules::signature>(tail) || tail.ends_with('.')) return {};
    return {line.offset + static_cast<std::uint32_t>(gap) + 2, static_cast<std::uint32_t>(tail.size())};
  }

  /// Splits the signature off its element. False when the line is none.
  bool take_signature(std::size_t index, Span line, bool first_line) {
    constexpr std::uint32_t kLongestSignature = 32;
    const std::string_view text = reader_.text(line);
    if (line.length < 2 || line.length > kLongestSignature) return false;
    const bool alone = first_line && index > 0 && elements_[index - 1].kind == ElementKind::blank;
    if (!is_whole<rules::signature>(text) && !(alone && is_whole<rules::capitalised>(text))) return false;
    if (text.ends_with('.') || text.starts_with("END ") || text.starts_with("BEGIN ")) return false;
    if (reader_.words.captions != nullptr && reader_.words.captions->find(text) != nullptr) return false;
    const bool follows_text = index > first_ && (is_text(elements_[index - 1].kind) ||
                                                 elements_[index - 1].kind == ElementKind::paragraph);
    if ((!first_line || follows_text) && !ends_sentence(line.offset)) return false;
    cable().signature = line;
    Element& element = elements_[index];
    if (first_line) {
      element.kind = ElementKind::signature;
    } else {
      const Element tail{{line.offset, element.at.end() - line.offset}, ElementKind::signature};
      element.at.length = line.offset - element.at.offset;
      elements_.insert(elements_.begin() + static_cast<std::ptrdiff_t>(index) + 1, tail);
    }
    return false;
  }

  /// True when the text before an offset ends a sentence, so that what follows may be something new.
  [[nodiscard]] bool ends_sentence(std::uint32_t offset) const {
    std::uint32_t at = offset;
    while (at > 0 && is_space(reader_.bytes[at - 1])) --at;
    if (at == 0) return true;
    return std::string_view(".!?\"')]-:").find(reader_.bytes[at - 1]) != std::string_view::npos;
  }

  void read_paragraph(std::size_t index) {
    Element& element = elements_[index];
    const Opening opening = read_opening(reader_, element.at);
    const Number number = read_number(opening);
    if (!accept(opening, number, element.at.offset)) {
      element.kind = ElementKind::text;
      extend(content(reader_, element.at));
      glued_ = true;
      return;
    }
    const Span at = content(reader_, element.at);
    Paragraph& paragraph = cable().paragraphs.emplace_back();
    paragraph.at = at;
    paragraph.printed = opening.number;
    paragraph.number = number.value;
    paragraph.style = number.style;
    paragraph.bullet = static_cast<bool>(opening.bullet);
    paragraph.mark = opening.mark;
    paragraph.heading = heading_;
    if (opening.entire_text && !cable().entire_text) cable().entire_text = opening.entire_text;
    const std::uint32_t end = std::max(at.end(), opening.text_offset);
    paragraph.text = content(reader_, {opening.text_offset, end - opening.text_offset});
    if (opening.bullet) reader_.note(NoiseKind::bullet, opening.bullet);
    if (number.style != NumberStyle::plain) {
      reader_.note(NoiseKind::pilcrow, cover(opening.pilcrow, opening.number));
    }
    expected_ = number.value + 1;
    interrupted_ = false;
    paragraph_open_ = true;
    glued_ = true;
  }

  /// The number of a paragraph. A lost pilcrow reads as a digit 1 before it; the expected number tells the
  /// two apart, paragraph by paragraph, since files mix both.
  struct Number {
    std::int32_t value;
    NumberStyle style;
  };
  [[nodiscard]] Number read_number(const Opening& opening) const {
    if (opening.style == NumberStyle::plain && opening.value != expected_ && opening.number.length > 1 &&
        reader_.bytes[opening.number.offset] == '1') {
      const std::int32_t behind = to_number(reader_.text(opening.number).substr(1));
      constexpr std::int32_t kLargestGap = 5;
      const bool zero_led = reader_.bytes[opening.number.offset + 1] == '0';
      if (!zero_led && (behind == expected_ || (behind > expected_ && behind <= expected_ + kLargestGap &&
                                                opening.value > expected_ + kLargestGap)))
        return {behind, NumberStyle::pilcrow_digit};
    }
    return {opening.value, opening.style};
  }

  /// Decides whether a number at a line start counts a paragraph.
  [[nodiscard]] bool accept(const Opening& opening, const Number& number, std::uint32_t offset) const {
    if (opening.mark || opening.entire_text) return true;
    const bool after_break = !glued_;
    const bool behind_empty = open() != nullptr && open()->text.length == 0;  // "1. C - ENTIRE TEXT"
    if (number.value == expected_) return after_break || behind_empty || ends_sentence(offset);
    if (opening.style != NumberStyle::plain) return true;
    return after_break && number.value > expected_ && !marked();
  }

  /// In a cable whose paragraphs are marked, an unmarked number out of sequence belongs to a list.
  [[nodiscard]] bool marked() const {
    return !cable().paragraphs.empty() && cable().paragraphs.back().mark.has_value();
  }

  void extend(Span span) const {
    Paragraph* paragraph = open();
    if (paragraph == nullptr || span.length == 0) return;
    paragraph->at = cover(paragraph->at, span);
    paragraph->text = cover(paragraph->text.length > 0 ? paragraph->text : Span{}, span);
  }

  /// On paper every section had the whole heading again: from the distribution to the classification line.
  /// Returns the index of the last element of it, or that of the page header alone.
  std::size_t skip_repeated_heading(std::size_t page) {
    constexpr std::size_t kFarthest = 16;
    if (page + 1 == elements_.size() || !is_text(elements_[page + 1].kind) ||
        !begins_with<rules::distribution>(reader_.text(elements_[page + 1].at)))
      return page;
    std::size_t end = page + 1;
    while (end < elements_.size() && end < page + kFarthest &&
           (is_text(elements_[end].kind) || elements_[end].kind == ElementKind::blank))
      ++end;
    if (end == elements_.size() || elements_[end].kind != ElementKind::classification) return page;
    for (std::size_t i = page + 1; i < end; ++i) elements_[i].kind = ElementKind::page_header;
    return end - 1;
  }

  /// The level at the edge of a page is no text.
  [[nodiscard]] static ElementKind kind_of_block(std::string_view block) {
    return is_whole<rules::page_frame>(block) ? ElementKind::classification : ElementKind::text;
  }

  /// Reads the lines up to the next element of another kind; returns the index of the last one.
  std::size_t read_block(std::size_t first) {
    std::size_t last = first;
    while (last + 1 < elements_.size() && is_text(elements_[last + 1].kind)) ++last;
    const Span all{elements_[first].at.offset, elements_[last].at.end() - elements_[first].at.offset};
    const Span block = content(reader_, all);
    const ElementKind kind = glued_ ? ElementKind::text : kind_of_block(reader_.text(block));
    for (std::size_t i = first; i <= last; ++i) elements_[i].kind = kind;
    if (kind != ElementKind::text) {
      interrupted_ = interrupted_ || kind == ElementKind::classification;
      return last;
    }
    const bool goes_on = std::exchange(interrupted_, false);
    if (glued_ && open() != nullptr) {
      extend(block);
      return last;
    }
    if (block.length == 0) {
      elements_[first].kind = ElementKind::unrecognised;
      return last;
    }
    if (const auto mark = read_entire_text(reader_, block); mark && !cable().entire_text) {
      cable().entire_text = mark;
    } else if (is_heading(block, last)) {
      for (std::size_t i = first; i <= last; ++i) elements_[i].kind = ElementKind::body_heading;
      cable().headings.push_back({block, block});
      heading_ = block;
      paragraph_open_ = false;
      glued_ = false;
    } else if (goes_on && open() != nullptr) {
      extend(block);
      glued_ = true;
    } else {
      read_loose_block(block);
    }
    return last;
  }

  /// Text behind a blank line that no number introduces.
  void read_loose_block(Span block) {
    const std::string_view text = reader_.text(block);
    const auto mark = read_leading_mark(reader_, block);
    if (mark && !is_list_letter(*mark)) {
      Paragraph paragraph;
      paragraph.at = block;
      paragraph.mark = mark;
      paragraph.heading = heading_;
      paragraph.text = content(reader_, {mark->at.end(), block.end() - mark->at.end()});
      cable().paragraphs.push_back(paragraph);
      paragraph_open_ = true;
      glued_ = true;
      return;
    }
    if (open() != nullptr && begins_with<rules::sub_item>(text)) {
      extend(block);
      glued_ = true;
      return;
    }
    cable().unnumbered.push_back({block, block});
    if (open() != nullptr && is_lower(text[0])) extend(block);  // a paragraph cut in two
    glued_ = false;
  }

  /// (C) behind (B) is the third item of a list, not a mark; small letters are items, too.
  [[nodiscard]] bool is_list_letter(const Mark& mark) {
    const std::string_view bytes = reader_.bytes;
    if (is_lower(bytes[mark.text.offset])) return true;
    if (mark.text.length != 1) return false;
    constexpr std::uint32_t kFarthest = 8000;
    // Labels of references are no items of the text.
    const std::uint32_t body = elements_[first_].at.offset;
    const std::uint32_t from = std::max(body, mark.at.offset > kFarthest ? mark.at.offset - kFarthest : 0);
    // Goes on where it stopped at the mark before; the mark's own bracket ends the search.
    for (std::size_t at = bytes.find('(', std::max(items_sought_, from)); at + 3 <= mark.at.offset;
         at = bytes.find('(', at + 1)) {
      if (bytes[at + 2] == ')')
        items_[static_cast<unsigned char>(bytes[at + 1])] = static_cast<std::uint32_t>(at) + 1;
    }
    items_sought_ = mark.at.offset - std::min(mark.at.offset, 2U);
    return items_[static_cast<unsigned char>(bytes[mark.text.offset] - 1)] > from;
  }

  /// A short line or two before an underline, a numbered or a marked paragraph.
  [[nodiscard]] bool is_heading(Span block, std::size_t last) const {
    constexpr std::uint32_t kLongestHeading = 200;
    if (block.length > kLongestHeading) return false;
    const std::string_view text = reader_.text(block);
    if (std::count(text.begin(), text.end(), '\n') > 1) return false;
    std::size_t next = last + 1;
    if (next < elements_.size() && elements_[next].kind == ElementKind::underline)
      return !begins_with<rules::sub_item>(text);
    if (is_lower(text[0]) || std::string_view(".,;").find(text.back()) != std::string_view::npos)
      return false;
    if (begins_with<rules::sub_item>(text)) return false;
    constexpr std::ptrdiff_t kMostBlanks = 14;
    if (std::count(text.begin(), text.end(), ' ') > kMostBlanks || text.front() == '(') return false;
    while (next < elements_.size() &&
           (elements_[next].kind == ElementKind::blank || interrupts(elements_[next].kind)))
      ++next;
    if (next == elements_.size()) return false;
    if (elements_[next].kind == ElementKind::paragraph || elements_[next].kind == ElementKind::underline)
      return true;
    return elements_[next].kind == ElementKind::text && reader_.bytes[elements_[next].at.offset] == '(' &&
           read_leading_mark(reader_, elements_[next].at).has_value();
  }

  /// A cable of one paragraph is not numbered: where nothing is, every block is a paragraph.
  void promote_unnumbered() const {
    if (!cable().paragraphs.empty()) return;
    const std::uint32_t end = cable().signature ? cable().signature.offset : cable().at.end();
    for (const Caption& block : cable().unnumbered) {
      if (block.text.offset > end) continue;  // a note of the communicators
      Paragraph paragraph;
      paragraph.at = paragraph.text = block.text;
      cable().paragraphs.push_back(paragraph);
    }
    cable().unnumbered.clear();
  }

  const Reader& reader_;
  std::vector<Element>& elements_;
  std::size_t first_;
  std::int32_t expected_ = 1;
  Span heading_;
  bool paragraph_open_ = false;
  bool glued_ = false;                      // no blank line since the open paragraph's last line
  bool interrupted_ = false;                // by a page or section header, since the last text
  std::array<std::uint32_t, 256> items_{};  // one behind the offset of the last "(x)"; 0 for none
  std::uint32_t items_sought_ = 0;
};

/// From 1995 to 2000 the classifier stood in a paragraph of its own: "1. (U) CLASSIFIED BY ...".
void find_authority_in_text(const Reader& reader) {
  constexpr std::size_t kParagraphsToLook = 2;
  Cable& cable = reader.cable;
  for (std::size_t i = 0; i < cable.paragraphs.size() && i < kParagraphsToLook && !cable.authority; ++i) {
    const Span text = cable.paragraphs[i].text;
    if (text && begins_with<grammar::authority::start>(reader.text(text))) read_authority(reader, text);
  }
}

}  // namespace

void read_body(const Reader& reader, std::size_t first_element) {
  BodyReader(reader, first_element).read();
  find_authority_in_text(reader);
}

}  // namespace cablelint::reading
