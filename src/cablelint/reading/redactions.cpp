// What is cut: where brackets, codes, masks and boxes stand, and which of them belong together.

#include <cablelint/reading/redactions.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

#include "grammar/redaction.hpp"

#include <cablelint/reading/cut_places.hpp>
#include <cablelint/reading/input.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::redaction;

/// The mask of publishers; it says nothing about what it covers.
constexpr std::uint32_t kPublisherMask = 12;
constexpr std::uint32_t kShortestMask = 5;   // XXXX may be a number or a blank of a form
constexpr std::uint32_t kShortestBlank = 3;  // underscores
constexpr std::size_t kLongestCodes = 200;   // of a row of codes

/// Bytes of a sign that covers text: the blocks U+2580 to U+259F, and the squares that are bullets, too, when
/// single.
struct Box {
  bool box = false;
  bool bullet = false;
};
Box box_at(std::string_view bytes, std::size_t at) {
  if (at + 3 > bytes.size() || bytes[at] != '\xE2' || (bytes[at + 1] != '\x96' && bytes[at + 1] != '\xAC'))
    return {};
  const auto third = static_cast<unsigned char>(bytes[at + 2]);
  if (bytes[at + 1] == '\xAC') return {third == 0x9BU, false};  // U+2B1B
  constexpr unsigned char kBlackSquare = 0xA0, kBlackRectangle = 0xAC, kBlackVertical = 0xAE;
  const bool bullet = third == kBlackSquare || third == kBlackRectangle || third == kBlackVertical;
  return {third < kBlackSquare || bullet, bullet};
}

class RedactionReader {
 public:
  RedactionReader(const Reader& reader, std::uint32_t text)
      : reader_(reader), bytes_(reader.bytes), text_(text) {}

  void read() {
    for (const Element& element : reader_.cable.elements)
      if (element.kind == ElementKind::release_stamp) read_stamp(reader_, element.at);
    scan();
    if (redactions().empty()) return;
    read_margins();
    settle();
  }

 private:
  [[nodiscard]] std::vector<Redaction>& redactions() const { return reader_.cable.redactions; }

  void scan() {
    const std::size_t end = bytes_.size();
    std::size_t at = next_ = reader_.cable.at.offset;
    if (end - at >= kCutBlock + 2) {
      look_at(at++);
      std::array<std::uint64_t, 64> places{};
      while (end - at > kCutBlock) {
        const std::size_t blocks = std::min(places.size(), (end - at - 1) / kCutBlock);
        find_cut_places(bytes_.data() + at, blocks, places.data());
        for (std::size_t i = 0; i < blocks; ++i) look_at_all(at + i * kCutBlock, places[i]);
        at += blocks * kCutBlock;
      }
      // The last block begins within the one before it.
      const std::size_t last = end - 1 - kCutBlock;
      find_cut_places(bytes_.data() + last, 1, places.data());
      if (at - last < kCutBlock) look_at_all(last, places[0] & ~std::uint64_t{0} << (at - last));
      at = end - 1;
    }
    for (; at < end; ++at) look_at(at);
  }

  void look_at_all(std::size_t block, std::uint64_t places) {
    for (; places != 0; places &= places - 1)
      look_at(block + static_cast<std::size_t>(std::countr_zero(places)));
  }

  /// Reads the cut that stands at a byte, unless one before it reaches there.
  void look_at(std::size_t at) {
    if (at < next_) return;
    const char following = at + 1 < bytes_.size() ? bytes_[at + 1] : '\0';
    switch (bytes_[at]) {
      case '[':
        next_ = read_bracket_at(at);
        break;
      case '(':
        if (following == 'b' || following == 'B') next_ = read_code_at(at);
        break;
      case ')':
        // "(text not declassified)": parentheses are everywhere, so that such a cut is known by its end.
        if (at > next_ && (bytes_[at - 1] == 'd' || bytes_[at - 1] == 'D'))
          next_ = read_parenthesis_before(at);
        break;
      case 'X':
      case '_':
        if (following == bytes_[at]) next_ = read_run_at(at);
        break;
      case '\xE2':
        next_ = read_boxes_at(at);
        break;
      default:
        break;
    }
  }

  std::size_t read_bracket_at(std::size_t at) {
    const std::size_t length = matched<rules::bracket>(bytes_.substr(at));
    if (length < 3) return at + 1;
    const bool closed = bytes_[at + length - 1] == ']';
    const Span inside{static_cast<std::uint32_t>(at) + 1,
                      static_cast<std::uint32_t>(length - (closed ? 2 : 1))};
    const std::uint32_t end = read_bracket(reader_, inside, closed);
    if (end == 0) return at + 1;
    read_codes_beside();
    return redactions().back().at.end();
  }

  /// A cut in parentheses that ends with this one.
  std::size_t read_parenthesis_before(std::size_t close) {
    constexpr std::size_t kLongest = 200;
    // Stamps were read before, wherever they stand.
    const bool first = redactions().empty() || redactions().back().form == RedactionForm::stamp;
    const std::size_t least = first ? reader_.cable.at.offset : redactions().back().at.end();
    std::size_t open = close;
    for (int depth = 1; depth > 0; depth += bytes_[open] == ')' ? 1 : bytes_[open] == '(' ? -1 : 0) {
      if (open <= least || close - open == kLongest) return close;
      --open;
    }
    const Span inside{static_cast<std::uint32_t>(open) + 1, static_cast<std::uint32_t>(close - open) - 1};
    if (read_parenthesis(reader_, inside) == 0) return close;
    read_codes_beside();
    return redactions().back().at.end();
  }

  /// Codes directly behind the last cut: "■■■■ B6".
  void read_codes_beside() {
    Redaction& cut = redactions().back();
    if (cut.codes.count > 0) return;
    std::size_t at = cut.at.end();
    bool wrapped = false;
    for (; at < bytes_.size() && is_space(bytes_[at]); ++at) {
      if (bytes_[at] != '\n') continue;
      if (wrapped) return;  // a blank line
      wrapped = true;
    }
    const auto begin = static_cast<std::uint32_t>(at);
    const auto limit = static_cast<std::uint32_t>(std::min(at + kLongestCodes, bytes_.size()));
    const bool in_parentheses = begin < limit && bytes_[begin] == '(';
    if (in_parentheses || (at > cut.at.end() && !wrapped)) {
      const std::uint32_t end = read_codes(reader_, cut, {begin, limit - begin});
      if (end > begin) cut.at = cover(cut.at, {begin, end - begin});
    }
  }

  std::size_t read_run_at(std::size_t at) {
    const char sign = bytes_[at];
    std::size_t end = at;
    while (end < bytes_.size() && bytes_[end] == sign) ++end;
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end - at)};
    if (sign == 'X') {
      if (at < text_) return end;
      if (span.length >= kPublisherMask) reader_.note(NoiseKind::name_mask, span);
      const bool alone =
          !is_word(at == 0 ? ' ' : bytes_[at - 1]) && !is_word(end < bytes_.size() ? bytes_[end] : ' ');
      if (span.length >= kPublisherMask || (span.length >= kShortestMask && alone))
        add(RedactionForm::mask, span, span.length);
    } else if (span.length >= kShortestBlank && element_at(span.offset) != ElementKind::underline) {
      add(RedactionForm::blank, span, span.length);
      read_codes_beside();
      return redactions().back().at.end();
    }
    return end;
  }

  static bool is_word(char c) { return is_alpha(c) || is_digit(c); }

  std::size_t read_boxes_at(std::size_t at) {
    std::size_t end = at;
    std::uint32_t signs = 0;
    bool bullets = true;
    for (Box box = box_at(bytes_, end); box.box; box = box_at(bytes_, end)) {
      bullets = bullets && box.bullet;
      ++signs;
      end += 3;
    }
    if (signs == 0) return at + 1;
    if (signs > 1 || !bullets)
      add(RedactionForm::block, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end - at)},
          signs);
    if (signs > 1 || !bullets) {
      read_codes_beside();
      return redactions().back().at.end();
    }
    return end;
  }

  /// "(b)(6)" in the text: not the section of a law, and not a reason for classification.
  std::size_t read_code_at(std::size_t at) {
    const std::string_view text = bytes_.substr(at);
    if (matched<rules::exemption>(text) == 0 ||
        (at > 0 && (is_word(bytes_[at - 1]) || bytes_[at - 1] == ')')))
      return at + 1;
    if (cites_codes(element_at(static_cast<std::uint32_t>(at))) || is_cited(at)) return at + 1;
    return add_codes(at);
  }

  /// Parts of a cable in which letters and numbers in parentheses are something else, or which are read by
  /// themselves.
  static bool cites_codes(ElementKind part) {
    switch (part) {
      case ElementKind::heading:
      case ElementKind::classification:
      case ElementKind::declassification:
      case ElementKind::authority:
      case ElementKind::references:
      case ElementKind::release_stamp:
        return true;
      default:
        return false;
    }
  }

  std::size_t add_codes(std::size_t at) {
    Redaction redaction;
    redaction.form = RedactionForm::code;
    const auto begin = static_cast<std::uint32_t>(at);
    const auto limit = static_cast<std::uint32_t>(std::min(at + kLongestCodes, bytes_.size()));
    const std::uint32_t end = read_codes(reader_, redaction, {begin, limit - begin});
    if (end == begin) return at + 1;
    redaction.at = {begin, end - begin};
    redactions().push_back(redaction);
    return end;
  }

  /// Whether a word such as "section" stands in front.
  [[nodiscard]] bool is_cited(std::size_t at) const {
    std::size_t end = at;
    while (end > 0 && is_space(bytes_[end - 1])) --end;
    std::size_t begin = end;
    constexpr std::size_t kLongest = 16;
    while (begin > 0 && end - begin < kLongest && (is_alpha(bytes_[begin - 1]) || bytes_[begin - 1] == '.'))
      --begin;
    return matched<rules::citing>(bytes_.substr(begin, end - begin)) > 0;
  }

  void add(RedactionForm form, Span at, std::uint32_t signs) {
    Redaction redaction;
    redaction.at = at;
    redaction.form = form;
    redaction.signs = signs;
    redactions().push_back(redaction);
  }

  [[nodiscard]] ElementKind element_at(std::uint32_t offset) const {
    const auto& elements = reader_.cable.elements;
    const auto behind = std::upper_bound(elements.begin(), elements.end(), offset,
                                         [](std::uint32_t at, const Element& e) { return at < e.at.offset; });
    return behind == elements.begin() ? ElementKind::unrecognised : (behind - 1)->kind;
  }

  /// In a copy that shows that it was reviewed, codes stand in the margin or on lines of their own.
  void read_margins() {
    std::size_t at = reader_.cable.at.offset;
    while (at < bytes_.size()) {
      const std::size_t end = std::min(bytes_.find('\n', at), bytes_.size());
      read_margin(at, end);
      at = end + 1;
    }
  }

  void read_margin(std::size_t at, std::size_t end) {
    while (end > at && is_space(bytes_[end - 1])) --end;
    constexpr std::size_t kShortestCode = 2, kLongestMargin = 60;
    if (end < at + kShortestCode || !ends_like_code(bytes_[end - 1])) return;
    std::size_t begin = end - std::min(end - at, kLongestMargin);
    const std::string_view line = bytes_.substr(0, end);
    if (begin > at) begin = std::min(line.find("   ", begin), end);
    for (;;) {
      while (begin < end && is_space(bytes_[begin])) ++begin;
      if (begin == end) return;
      const std::size_t length = matched<rules::codes>(bytes_.substr(begin, end - begin));
      if (length == end - begin) break;
      begin = line.find("   ", begin);
      if (begin == std::string_view::npos) return;
    }
    if (cites_codes(element_at(static_cast<std::uint32_t>(begin)))) return;
    add_codes(begin);
  }
  static bool ends_like_code(char c) { return c == ')' || is_word(c); }

  /// Puts the marks in order and gives codes to the cut they stand beside.
  void settle() {
    auto& all = redactions();
    std::stable_sort(all.begin(), all.end(), [](const Redaction& a, const Redaction& b) {
      return a.at.offset != b.at.offset ? a.at.offset < b.at.offset : a.at.length > b.at.length;
    });
    // Codes inside of another mark were read with it.
    std::uint32_t end = 0;
    std::erase_if(all, [&](const Redaction& each) {
      const bool inside = each.at.offset < end;
      end = std::max(end, each.at.end());
      return inside;
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].form != RedactionForm::code) continue;
      if (i > 0 && take_codes(all[i - 1], all[i])) continue;
      if (i + 1 < all.size()) static_cast<void>(take_codes(all[i + 1], all[i]));
    }
    std::erase_if(all, [](const Redaction& each) { return !each.at; });
    std::size_t element = 0;
    const auto& elements = reader_.cable.elements;
    for (Redaction& each : all) {
      while (element + 1 < elements.size() && elements[element + 1].at.offset <= each.at.offset) ++element;
      each.part = elements[element].kind;
    }
  }

  /// Gives the codes to a cut on the same line that has none. The cut then reaches over them if nothing lies
  /// between.
  bool take_codes(Redaction& cut, Redaction& codes) const {
    if (cut.form == RedactionForm::code || cut.form == RedactionForm::stamp || cut.codes.count > 0 || !cut.at)
      return false;
    const Span both = cover(cut.at, codes.at);
    const std::uint32_t from = std::min(cut.at.end(), codes.at.end());
    const std::uint32_t to = std::max(cut.at.offset, codes.at.offset);
    const std::string_view between = bytes_.substr(from, to - from);
    if (between.find('\n') != std::string_view::npos) return false;
    cut.codes = codes.codes;
    cut.statute = codes.statute;
    if (std::all_of(between.begin(), between.end(), is_space)) cut.at = both;
    codes.at = {};
    return true;
  }

  const Reader& reader_;
  std::string_view bytes_;
  std::uint32_t text_;
  std::size_t next_ = 0;  // what stands before is read
};

}  // namespace

void read_redactions(const Reader& reader, std::uint32_t text) {
  RedactionReader(reader, text).read();
}

}  // namespace cablelint::reading
