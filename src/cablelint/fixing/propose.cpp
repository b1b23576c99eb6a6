#include <cablelint/fixing/propose.hpp>

#include <algorithm>

#include "grammar/authority.hpp"
#include "grammar/tags.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::fixing {
namespace {

using reading::Input;
using reading::is_alpha;
using reading::is_digit;
using reading::is_lower;
using reading::is_space;
using reading::matched;

/// The links of a TAGS line.
struct LinkState {
  struct Link {
    Span at;
    Span code;
  };
  const char* base;
  Span code;
  std::vector<Link> links;
};
template <typename Rule> struct link_action : tao::pegtl::nothing<Rule> {};
template <> struct link_action<grammar::tags::linked_code> {
  template <typename ActionInput> static void apply(const ActionInput& in, LinkState& state) {
    state.code = reading::span_of(in, state.base);
  }
};
template <> struct link_action<grammar::tags::html_code> : link_action<grammar::tags::linked_code> {};
template <> struct link_action<grammar::tags::link> {
  template <typename ActionInput> static void apply(const ActionInput& in, LinkState& state) {
    state.links.push_back({reading::span_of(in, state.base), state.code});
  }
};
template <> struct link_action<grammar::tags::html_link> : link_action<grammar::tags::link> {};

class Proposals {
 public:
  Proposals(const Source& source, const Cable& cable, const Vocabulary& vocabulary)
      : source_(source),
        bytes_(source.bytes()),
        cable_(cable),
        vocabulary_(vocabulary),
        labels_(order_labels(cable)) {}

  std::vector<Fix> collect() {
    add_captions();
    if (!cable_.noise.empty()) {
      add_numbers();
      add_links();
      for (const Noise& noise : cable_.noise) add_noise(noise);
    }
    if (fixes_.empty()) return {};
    return admitted();
  }

 private:
  void add(FixKind kind, std::uint32_t begin, std::uint32_t end, std::string replacement = {}) {
    fixes_.push_back({{begin, end - begin}, std::move(replacement), kind});
  }

  void add_noise(const Noise& noise) {
    switch (noise.kind) {
      case NoiseKind::bullet:
        return add(FixKind::bullet, noise.at.offset, noise.at.end());
      case NoiseKind::doubled_label:
        return add_label(noise.at);
      case NoiseKind::split_keyword:
        return add_keyword(noise.at);
      case NoiseKind::zero_for_o:
        return add_zero(noise.at.offset);
      default:
        return;
    }
  }

  /// Repeats of a caption with nothing but blanks between it and the caption before it.
  void add_captions() {
    const auto& captions = cable_.captions;
    for (std::size_t i = 1; i < captions.size(); ++i) {
      const std::string_view text = source_.text(captions[i].text);
      const auto end = captions.begin() + static_cast<std::ptrdiff_t>(std::min(i, kMostCompared));
      if (std::none_of(captions.begin(), end, [&](const Caption& earlier) {
            return reading::equals_ignoring_case(source_.text(earlier.text), text);
          }))
        continue;
      const std::uint32_t begin = captions[i - 1].text.end();
      if (begin > captions[i].text.offset || !is_repeatable(vocabulary_, text)) continue;
      const std::string_view between = bytes_.substr(begin, captions[i].text.offset - begin);
      if (between.find_first_not_of(" \t\r\n,;") == std::string_view::npos)
        add(FixKind::doubled_caption, begin, captions[i].text.end());
    }
  }

  static bool is_damaged(const Paragraph& p) {
    return p.style != NumberStyle::plain && p.style != NumberStyle::none;
  }

  /// Signs before a number go, and digits that are the rest of a sign for certain.
  void add_numbers() {
    std::vector<const Paragraph*> numbered;
    for (const Paragraph& p : cable_.paragraphs) {
      if (p.number != 0) numbered.push_back(&p);
    }
    const auto damaged =
        std::count_if(numbered.begin(), numbered.end(), [](const Paragraph* p) { return is_damaged(*p); });
    if (damaged == 0) return;
    add_signs(numbered);
    for (std::size_t begin = 0; begin < numbered.size();) {
      std::size_t end = begin + 1;
      while (end < numbered.size() && numbered[end]->number == numbered[end - 1]->number + 1) ++end;
      add_digits(std::span(numbered).subspan(begin, end - begin), begin == 0, damaged > 1);
      begin = end;
    }
  }

  void add_signs(const std::vector<const Paragraph*>& numbered) {
    auto noise = cable_.noise.begin();
    for (const Paragraph* const p : numbered) {
      if (!is_damaged(*p) || p->style == NumberStyle::pilcrow_digit) continue;
      noise = std::find_if(noise, cable_.noise.end(), [&](const Noise& each) {
        return each.kind == NoiseKind::pilcrow && each.at.end() == p->printed.end();
      });
      if (noise == cable_.noise.end()) return;
      const std::string_view sign = bytes_.substr(noise->at.offset, p->printed.offset - noise->at.offset);
      // A tag of a web page may stand behind the sign; what it belongs to is not certain.
      if (sign.find('<') == std::string_view::npos && sign.find("&lt") == std::string_view::npos)
        add(FixKind::pilcrow, noise->at.offset, p->printed.offset);
    }
  }

  /// Numbers in sequence: "11. 12. 13. 4." A number that is read as printed behind one that is not proves how
  /// they count. Else the sequence must be the first of a whole cable and begin with 1; a single number at
  /// its end may as well be true.
  void add_digits(std::span<const Paragraph* const> run, bool first, bool more_damaged) {
    const auto is_digit_rest = [](const Paragraph* p) { return p->style == NumberStyle::pilcrow_digit; };
    const auto rest = std::find_if(run.begin(), run.end(), is_digit_rest);
    if (rest == run.end()) return;
    const bool proven = !std::all_of(rest, run.end(), is_digit_rest);
    const bool whole = cable_.classification && !cable_.partial_extract;
    if (!proven && !(first && whole && run.front()->number == 1)) return;
    for (const Paragraph* const p : run) {
      const bool alone = p == run.back() && p->number != 1 && !more_damaged;
      if (is_digit_rest(p) && (proven || !alone))
        add(FixKind::pilcrow, p->printed.offset, p->printed.offset + 1);
    }
  }

  void add_links() {
    if (!cable_.tags_at || bytes_.substr(cable_.tags_at.offset, cable_.tags_at.length).find_first_of("[<") ==
                               std::string_view::npos)
      return;
    LinkState state{.base = bytes_.data(), .code = {}, .links = {}};
    const std::string_view text = source_.text(cable_.tags_at);
    Input in(text.data(), text.data() + text.size(), "");
    tao::pegtl::parse<grammar::tags::whole, link_action>(in, state);
    for (const auto& link : state.links) {
      const std::uint32_t end = link.at.end();
      // Codes that only the marks of the links kept apart stay apart.
      const bool glued = end < bytes_.size() && (is_alpha(bytes_[end]) || is_digit(bytes_[end]) ||
                                                 bytes_[end] == '[' || bytes_[end] == '<');
      const bool behind = link.at.offset > 0 &&
                          (is_alpha(bytes_[link.at.offset - 1]) || is_digit(bytes_[link.at.offset - 1]));
      add(FixKind::link, link.at.offset, link.code.offset, behind ? " " : "");
      add(FixKind::link, link.code.end(), end, glued ? " " : "");
    }
  }

  /// The second of two labels goes.
  void add_label(Span first) {
    std::uint32_t second = first.end();
    while (second < cable_.at.end() && is_space(bytes_[second])) ++second;
    const std::string_view rest = bytes_.substr(second, cable_.at.end() - second);
    const std::string_view label = rest.substr(0, matched<grammar::authority::classified_word>(rest));
    const std::size_t end = label.find_last_not_of(" \t");
    if (end != std::string_view::npos)
      add(FixKind::doubled_label, first.end(), second + static_cast<std::uint32_t>(end) + 1);
  }

  /// Letters move together; a line end between them moves behind the word.
  void add_keyword(Span at) {
    const std::string_view printed = source_.text(at);
    if (is_digit(printed.front())) return;  // a section cut in two belongs to the reasons
    std::string word;
    std::string line_end;
    for (const char c : printed) {
      if (c == '\r' || c == '\n') line_end += c;
      if (!is_space(c)) word += c == '0' ? like('O', word) : c;
    }
    std::uint32_t end = at.end();
    if (!line_end.empty()) {
      if (std::count(line_end.begin(), line_end.end(), '\n') > 1) return;
      if (end < cable_.at.end() && (bytes_[end] == ':' || bytes_[end] == ';')) word += bytes_[end++];
      const std::uint32_t blank = end;
      while (end < cable_.at.end() && (bytes_[end] == ' ' || bytes_[end] == '\t')) ++end;
      if (end == blank || end == cable_.at.end() || is_space(bytes_[end])) return;
    }
    add(FixKind::split_keyword, at.offset, end, word + line_end);
  }

  /// The zero of the label "E.0.", or of the word REAS0NS. Names are left alone.
  void add_zero(std::uint32_t at) {
    std::uint32_t begin = at;
    const auto next = std::upper_bound(labels_.begin(), labels_.end(), at,
                                       [](std::uint32_t offset, Span label) { return offset < label.end(); });
    const bool label = next != labels_.end() && next->offset <= at;
    if (label) {
      while (begin > 0 && !is_alpha(bytes_[begin])) --begin;
    } else {
      while (begin > 0 && is_alpha(bytes_[begin - 1])) --begin;
      const std::string_view rest = bytes_.substr(begin, cable_.at.end() - begin);
      const std::size_t length = matched<grammar::authority::reason_letters>(rest);
      const std::string_view word = rest.substr(0, length);
      if (begin + length <= at || std::any_of(word.begin(), word.end(), is_space)) return;
    }
    add(FixKind::zero_for_o, at, at + 1, std::string(1, like('O', bytes_.substr(begin, at - begin))));
  }

  /// A capital letter in the case of the last letter before it.
  static char like(char capital, std::string_view before) {
    const auto letter = std::find_if(before.rbegin(), before.rend(), is_alpha);
    return letter != before.rend() && is_lower(*letter) ? static_cast<char>(capital + 32) : capital;
  }

  /// The proposals that stay clear of each other and of what no fix may touch.
  std::vector<Fix> admitted() {
    std::stable_sort(fixes_.begin(), fixes_.end(),
                     [](const Fix& a, const Fix& b) { return a.at.offset < b.at.offset; });
    const std::vector<Span> kept_out = untouchable(source_, cable_, vocabulary_);
    std::vector<Fix> admitted;
    for (Fix& fix : fixes_) {
      const auto next = std::upper_bound(kept_out.begin(), kept_out.end(), fix.at.offset,
                                         [](std::uint32_t offset, Span span) { return offset < span.end(); });
      if (next != kept_out.end() && next->offset < fix.at.end()) continue;
      if (!admitted.empty() && fix.at.offset < admitted.back().at.end()) continue;
      admitted.push_back(std::move(fix));
    }
    return admitted;
  }

  static constexpr std::size_t kMostCompared = 64;

  const Source& source_;
  std::string_view bytes_;
  const Cable& cable_;
  const Vocabulary& vocabulary_;
  std::vector<Span> labels_;  // of E.O. lines
  std::vector<Fix> fixes_;
};

}  // namespace

std::vector<Fix> propose(const Source& source, const Cable& cable, const Vocabulary& vocabulary) {
  return Proposals(source, cable, vocabulary).collect();
}

}  // namespace cablelint::fixing
