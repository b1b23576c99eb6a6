#include <algorithm>
#include <utility>

#include "tests/generator/draft.hpp"

namespace cablelint::generator {
namespace {

/// Breaks at blanks so that no line is longer than `width`, except for words that are; 0 never breaks.
std::string wrapped(std::string_view text, int width, std::string_view indent = {}) {
  if (width == 0) return std::string(text);
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, blank);
    if (column > 0 && column + 1 + word.size() > static_cast<std::size_t>(width)) {
      out += '\n';
      out += indent;
      column = indent.size();
    } else if (!out.empty()) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return out;
}

/// "&amp;" for "&": what copies made through HTML left.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// Where a text is cut in two: the blank behind its middle, in front of a small letter when that is asked
/// for.
std::size_t middle_of(std::string_view text, bool small_letter) {
  for (std::size_t at = text.find(' ', text.size() / 2); at != std::string_view::npos;
       at = text.find(' ', at + 1)) {
    const char before = text[at - 1], behind = text[at + 1];
    const bool inside = before != '.' && before != ':' && behind >= 'a' && behind <= 'z';
    if (!small_letter || inside) return at;
  }
  return std::string_view::npos;
}

class Printer {
 public:
  explicit Printer(const Draft& draft) : truth_(draft.truth), layout_(draft.layout) {}

  std::string print() {
    if (!layout_.opening.empty()) {
      line(layout_.opening);
      gap();
    }
    heading();
    if (layout_.bt) line("BT");
    if (layout_.run_on == Layout::RunOn::with_classification) {
      whole_header();
    } else {
      classification();
      captions();
      header();
    }
    body();
    if (layout_.lowered) out_ = lower(out_);
    ending();
    return std::move(out_);
  }

 private:
  void line(std::string_view text) {
    out_ += text;
    out_ += '\n';
  }
  void gap() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }
  /// A line of the cable's heading.
  void part(std::string text) {
    if (layout_.hard_breaks) text += "  ";
    line(text);
    if (layout_.spread) gap();
  }
  [[nodiscard]] std::string tabbed(std::string label) const {
    if (layout_.tabs && label.ends_with(' ')) label.back() = '\t';
    return label;
  }
  [[nodiscard]] std::string prose(const std::string& text) const {
    return layout_.entities ? escaped(text) : text;
  }

  void addressees(std::vector<std::string>& lines, std::string_view label,
                  const std::vector<Truth::Addressee>& list) {
    bool first = true;
    for (const auto& a : list) {
      std::string text;
      if (std::exchange(first, false)) text = std::string(label) + " ";
      if (!a.routing.empty()) text += a.routing + "/";
      text += a.name;
      if (!a.precedence.empty()) text += " " + a.precedence;
      if (!a.number.empty()) text += " " + a.number;
      lines.push_back(text);
    }
  }

  void heading() {
    if (!truth_.heading) return;
    const auto& h = *truth_.heading;
    std::vector<std::string> lines;
    if (!h.transmission.empty()) lines.push_back(h.transmission);
    if (!h.relay_precedence.empty()) {
      lines.push_back(h.relay_precedence);
      for (const auto& routing : h.routing) {
        lines.back() += routing == layout_.relay_end && lines.back().size() > 2 ? "\n" : " ";
        lines.back() += routing;
      }
    }
    if (!h.station.empty())
      lines.push_back("DE " + h.station + " #" + h.serial + (h.section.empty() ? "" : "/" + h.section) + " " +
                      h.julian);
    if (!h.prosign.empty()) {
      lines.push_back(h.prosign + " " + h.letters);
      for (const auto& signal : h.signals) lines.back() += " " + signal;
    }
    if (!h.dtg.empty()) lines.push_back(h.precedence + " " + layout_.dtg_more + h.dtg);
    lines.push_back("FM " + h.from);
    addressees(lines, "TO", h.to);
    addressees(lines, "INFO", h.info);
    addressees(lines, "XMT", h.xmt);
    if (layout_.heading == Layout::Heading::collapsed) {
      for (std::size_t i = 0; i < lines.size(); ++i) out_ += (i > 0 ? " " : "") + lines[i];
      out_ += '\n';
    } else {
      for (const auto& text : lines) {
        line(layout_.hard_breaks ? text + "  " : text);
        if (layout_.heading == Layout::Heading::spaced) gap();
      }
    }
    gap();
  }

  [[nodiscard]] std::string classification_line() const {
    const auto& c = *truth_.classification;
    std::string text = layout_.level_text;
    for (const auto& control : c.controls) text += layout_.control_separator + control;
    if (!layout_.section_text.empty()) {
      text += " " + layout_.section_text;
    } else if (c.section) {
      text += " SECTION " + padded(c.section->number, 2) + " OF " + padded(c.section->of, 2);
    }
    if (!c.post.empty()) text += " " + c.post + " " + c.message_number;
    return text;
  }

  void classification() {
    if (!truth_.classification) return;
    line(classification_line());
    gap();
    if (!layout_.behind_level.empty()) {
      line(layout_.behind_level);
      gap();
    }
  }

  void captions() {
    for (const auto& caption : truth_.captions) {
      line(caption);
      gap();
    }
    if (!layout_.behind_captions.empty()) {
      line(layout_.behind_captions);
      gap();
    }
    for (std::size_t i = 0; i < truth_.passing.size(); ++i) {
      std::string text = truth_.passing[i];
      if (const auto comma = text.find(", "); layout_.wrapped_passing && comma != std::string::npos)
        text[comma + 1] = '\n';
      if (layout_.passing_run_on && i + 1 == truth_.passing.size()) {
        before_order_ = text + " ";
      } else {
        line(text);
      }
    }
    if (before_order_.empty()) gap();
  }

  void header() {
    const std::string order = order_line();
    std::vector<std::string> parts;
    switch (layout_.run_on) {
      case Layout::RunOn::order_tags:
        parts = {joined({order, tags()}), subject(true)};
        break;
      case Layout::RunOn::tags_subject:
        parts = {order, wrapped(joined({tags(), subject(false)}), layout_.width)};
        break;
      case Layout::RunOn::all:
        part(joined({order, tags(), subject(false), references(false), authority(false)}));
        gap();
        return;
      default:
        parts = {order, wrapped(tags(), layout_.width), subject(true)};
    }
    if (layout_.order == Layout::Order::tags_first) std::swap(parts[0], parts[1]);
    for (auto& text : parts)
      if (!text.empty()) part(std::move(text));
    if (!layout_.after_subject.empty()) part(layout_.after_subject);
    const bool references_last = layout_.order == Layout::Order::references_last;
    for (const bool authority_now : {references_last, !references_last}) {
      std::string text = authority_now ? authority(true) : references(true);
      if (text.empty()) continue;
      if (authority_now || references_last) {
        gap();
        line(text);
      } else {
        part(std::move(text));
      }
    }
    gap();
  }

  void whole_header() {
    std::vector<std::string> parts = {classification_line()};
    parts.insert(parts.end(), truth_.captions.begin(), truth_.captions.end());
    for (const auto& text : {order_line(), tags(), subject(false), references(false), authority(false)})
      parts.push_back(text);
    line(joined(parts));
    gap();
  }

  static std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& text : parts) {
      if (text.empty()) continue;
      if (!out.empty()) out += ' ';
      out += text;
    }
    return out;
  }

  std::string order_line() {
    if (!truth_.declassification) return before_order_;
    const auto& e = *truth_.declassification;
    return before_order_ + layout_.order_label + e.order + tabbed(layout_.order_end) + e.text;
  }

  std::string tags() {
    if (truth_.tags.empty()) return {};
    std::string text = tabbed(layout_.tags_label);
    if (!layout_.tags_text.empty()) return text + layout_.tags_text;
    bool first = true;
    for (const auto& tag : truth_.tags) {
      if (!std::exchange(first, false)) text += layout_.tag_separator;
      text += layout_.tag_open + tag.code + layout_.tag_close;
      if (!tag.argument.empty()) text += " (" + tag.argument + ")";
    }
    return text;
  }

  std::string subject(bool own_lines) {
    if (!truth_.subject) return {};
    const auto& s = *truth_.subject;
    std::string text = tabbed(layout_.subject_label);
    if (!s.mark.empty()) text += "(" + s.mark + ") ";
    text += prose(s.text);
    if (!own_lines) return text;
    if (!layout_.subject_gap) return wrapped(text, layout_.width);
    const auto middle = text.find(' ', text.size() / 2);
    return text.substr(0, middle) + "\n\n" + text.substr(middle + 1) + "\n";
  }

  std::string references(bool own_lines) {
    if (truth_.references.empty()) return {};
    const std::string margin(layout_.reference_label.size(), ' ');
    std::string text = tabbed(layout_.reference_label);
    if (!layout_.references_text.empty()) {
      text += layout_.references_text;
      return own_lines ? wrapped(text, layout_.width) : text;
    }
    bool first = true;
    const bool listed = own_lines && layout_.reference_style == 2;
    for (const auto& r : truth_.references) {
      const bool own_line = listed && layout_.width > 0;
      if (!std::exchange(first, false)) text += own_line ? "\n" + margin : " ";
      if (!r.label.empty()) {
        constexpr std::pair<const char*, const char*> kForms[] = {{"", ") "}, {"(", ") "}, {"", ". "}};
        const auto& form = kForms[layout_.reference_style];
        text += form.first + r.label + form.second;
      }
      text += r.text;
    }
    return listed || !own_lines ? text : wrapped(text, layout_.width);
  }

  std::string authority(bool own_lines) {
    if (layout_.authority.empty()) return {};
    const std::string text = tabbed(layout_.authority_label) + prose(layout_.authority);
    return own_lines ? wrapped(text, layout_.width) : text;
  }

  /// The text of a paragraph behind its opening, with what came between its lines.
  void paragraph(const std::string& opening, const std::string& text, const Layout::Paragraph& layout) {
    const bool broken = !layout.interruption.empty() || layout.cut;
    const std::size_t middle = broken ? middle_of(text, layout.interruption.empty()) : std::string_view::npos;
    if (middle == std::string_view::npos) {
      line(wrapped(opening + text, layout_.width));
    } else {
      line(wrapped(opening + text.substr(0, middle), layout_.width));
      gap();
      if (!layout.interruption.empty()) {
        line(layout.interruption);
        gap();
      }
      line(wrapped(text.substr(middle + 1), layout_.width));
    }
    for (const auto& item : layout.items) {
      if (layout.item_gaps) gap();
      line(wrapped(item, layout_.width));
    }
  }

  void body() {
    begin_ = out_.size();
    std::size_t heading = 0;
    std::string current;
    if (layout_.entire_text_alone) {
      line(layout_.entire_text);
      gap();
    }
    for (std::size_t i = 0; i < truth_.paragraphs.size(); ++i) {
      const auto& p = truth_.paragraphs[i];
      const auto& layout = layout_.paragraphs[i];
      if (!layout.continuation.empty()) {
        gap();
        line(layout.continuation);
        gap();
      }
      if (heading < truth_.headings.size() && p.heading == truth_.headings[heading] && p.heading != current) {
        gap();
        part(truth_.headings[heading++]);
        if (!layout.underline.empty()) line(layout.underline);
        gap();
        current = p.heading;
      }
      std::string opening = layout.before;
      if (!p.printed.empty()) opening += p.printed + tabbed(layout.between);
      if (i == 0 && !truth_.entire_text.empty() && !layout_.entire_text_alone) {
        opening += layout_.entire_text;
        if (!p.text.empty()) opening += ' ';
      } else if (!layout.mark.empty()) {
        opening += layout.mark + " ";
      } else if (!p.mark.empty()) {
        opening += "(" + p.mark + ") ";
      }
      paragraph(opening, prose(p.text), layout);
      if (layout_.paragraph_gaps) gap();
    }
    if (!layout_.after_body.empty()) {
      gap();
      line(layout_.after_body);
    }
    pad_lines();
  }

  /// Blanks at the end of every third line of the text.
  void pad_lines() {
    if (layout_.trailing_blanks == 0) return;
    std::string text;
    int number = 0;
    for (std::size_t at = begin_; at < out_.size();) {
      const std::size_t end = out_.find('\n', at);
      text.append(out_, at, end - at);
      if (end > at && ++number % 3 == 0) text.append(static_cast<std::size_t>(layout_.trailing_blanks), ' ');
      text += '\n';
      at = end + 1;
    }
    out_.resize(begin_);
    out_ += text;
  }

  void ending() {
    if (!truth_.signature.empty()) {
      if (layout_.signature_glued) {
        while (out_.ends_with("\n\n")) out_.pop_back();
      } else {
        gap();
      }
      line(layout_.signature_before + truth_.signature);
    }
    if (!layout_.after_signature.empty()) {
      gap();
      line(layout_.after_signature);
    }
    if (layout_.bt_again) line("BT");
    if (!layout_.closing_serial.empty()) line(layout_.closing_serial);
    if (truth_.end_of_message && !layout_.bt_again && layout_.closing_serial.empty()) gap();
    if (truth_.end_of_message && layout_.nnnn) line("NNNN");
    if (truth_.record) {
      gap();
      line(truth_.record->id + " - Classification: " + truth_.record->classification);
    }
    if (layout_.no_last_line_end) out_.pop_back();
  }

  const Truth& truth_;
  const Layout& layout_;
  std::string out_;
  std::string before_order_;  // a pass line that the E.O. line follows
  std::size_t begin_ = 0;     // of the body
};

void lower_all(std::initializer_list<std::string*> texts) {
  for (std::string* text : texts) *text = lower(*text);
}

/// The truth of a cable that lost its capitals; TAGS and codes are read as capitals all the same.
void lower_truth(Truth& t) {
  lower_all({&t.classification->text, &t.classification->post});
  for (auto* list : {&t.classification->controls, &t.captions, &t.passing, &t.headings})
    for (auto& text : *list) text = lower(text);
  if (t.declassification) lower_all({&t.declassification->text, &t.declassification->event});
  for (auto& tag : t.tags) tag.argument = lower(tag.argument);
  if (t.subject) lower_all({&t.subject->text, &t.subject->mark});
  for (auto& r : t.references) {
    lower_all({&r.label, &r.text, &r.origin});
    for (auto& note : r.notes) note = lower(note);
  }
  if (t.authority) lower_all({&t.authority->classified_by, &t.authority->title, &t.authority->derived_from});
  for (auto& p : t.paragraphs) {
    lower_all({&p.mark, &p.heading, &p.text});
    for (auto& control : p.controls) control = lower(control);
  }
}

}  // namespace

FictionalCable print(Draft draft) {
  FictionalCable cable;
  cable.era = draft.era;
  cable.text = Printer(draft).print();
  if (draft.layout.crlf) {
    std::string text;
    text.reserve(cable.text.size() + cable.text.size() / 40);
    for (const char c : cable.text) {
      if (c == '\n') text += '\r';
      text += c;
    }
    cable.text = std::move(text);
  }
  for (std::size_t i = 0; i < draft.truth.paragraphs.size(); ++i)
    for (const auto& item : draft.layout.paragraphs[i].items) draft.truth.paragraphs[i].text += " " + item;
  if (draft.layout.lowered) lower_truth(draft.truth);
  cable.truth = std::move(draft.truth);
  cable.noise = std::move(draft.noise);
  return cable;
}

}  // namespace cablelint::generator
