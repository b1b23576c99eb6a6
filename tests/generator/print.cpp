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

class Printer {
 public:
  explicit Printer(const Draft& draft) : truth_(draft.truth), layout_(draft.layout) {}

  std::string print() {
    if (truth_.partial_extract) {
      line(
          "This record is a partial extract of the original cable. The full text of the original cable is "
          "not "
          "available.");
      gap();
    }
    heading();
    classification();
    captions();
    declassification();
    tags();
    subject();
    if (!layout_.after_subject.empty()) part(layout_.after_subject);
    references();
    gap();
    authority();
    body();
    if (!layout_.after_body.empty()) {
      gap();
      line(layout_.after_body);
    }
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
    lines.push_back(h.transmission);
    lines.push_back(h.relay_precedence);
    for (const auto& routing : h.routing) lines.back() += " " + routing;
    lines.push_back("DE " + h.station + " #" + h.serial + (h.section.empty() ? "" : "/" + h.section) + " " +
                    h.julian);
    lines.push_back(h.prosign + " " + h.letters);
    for (const auto& signal : h.signals) lines.back() += " " + signal;
    lines.push_back(h.precedence + " " + h.dtg);
    lines.push_back("FM " + h.from);
    addressees(lines, "TO", h.to);
    addressees(lines, "INFO", h.info);
    addressees(lines, "XMT", h.xmt);
    if (layout_.collapsed) {
      for (std::size_t i = 0; i < lines.size(); ++i) out_ += (i > 0 ? " " : "") + lines[i];
      out_ += '\n';
    } else {
      for (const auto& text : lines) line(layout_.hard_breaks ? text + "  " : text);
    }
    gap();
  }

  void classification() {
    if (!truth_.classification) return;
    const auto& c = *truth_.classification;
    std::string text = layout_.level_text;
    for (const auto& control : c.controls) text += " " + control;
    if (c.section) text += " SECTION " + padded(c.section->number, 2) + " OF " + padded(c.section->of, 2);
    if (!c.post.empty()) text += " " + c.post + " " + c.message_number;
    line(text);
    gap();
  }

  void captions() {
    for (const auto& caption : truth_.captions) {
      line(caption);
      gap();
    }
    for (const auto& pass : truth_.passing) line(pass);
    gap();
  }

  void declassification() {
    if (!truth_.declassification) return;
    const auto& e = *truth_.declassification;
    part(layout_.order_label + e.order + ": " + e.text);
  }

  void tags() {
    if (truth_.tags.empty()) return;
    std::string text;
    for (const auto& tag : truth_.tags) {
      text += text.empty() ? layout_.tags_label : layout_.tag_separator;
      text += layout_.tag_links ? "[" + tag.code + "](#)" : tag.code;
      if (!tag.argument.empty()) text += " (" + tag.argument + ")";
    }
    part(wrapped(text, layout_.width));
  }

  void subject() {
    if (!truth_.subject) return;
    const auto& s = *truth_.subject;
    std::string text = layout_.subject_label;
    if (!s.mark.empty()) text += "(" + s.mark + ") ";
    text += s.text;
    if (layout_.subject_gap) {
      const auto middle = text.find(' ', text.size() / 2);
      line(text.substr(0, middle));
      out_ += '\n';
      part(text.substr(middle + 1));
      gap();
    } else {
      part(wrapped(text, layout_.width));
    }
  }

  void references() {
    if (truth_.references.empty()) return;
    const std::string margin(layout_.reference_label.size(), ' ');
    std::string text = layout_.reference_label;
    bool first = true;
    for (const auto& r : truth_.references) {
      const bool own_line = layout_.reference_style == 2 && layout_.width > 0;
      if (!std::exchange(first, false)) text += own_line ? "\n" + margin : " ";
      if (!r.label.empty()) {
        constexpr std::pair<const char*, const char*> kForms[] = {{"", ") "}, {"(", ") "}, {"", ". "}};
        const auto& form = kForms[layout_.reference_style];
        text += form.first + r.label + form.second;
      }
      text += r.text;
    }
    part(layout_.reference_style == 2 ? text : wrapped(text, layout_.width));
  }

  void authority() {
    if (layout_.authority.empty()) return;
    line(wrapped(layout_.authority_label + layout_.authority, layout_.width));
    gap();
  }

  void body() {
    std::size_t heading = 0;
    std::string current;
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
      std::string text = layout.before;
      if (!p.printed.empty()) text += p.printed + layout.between;
      if (i == 0 && !truth_.entire_text.empty()) {
        text += layout_.entire_text_brackets ? "(" + truth_.entire_text + " - ENTIRE TEXT)"
                                             : truth_.entire_text + " - ENTIRE TEXT.";
      } else {
        if (!p.mark.empty()) text += "(" + p.mark + ") ";
        text += p.text;
      }
      line(wrapped(text, layout_.width));
      if (layout_.paragraph_gaps) gap();
    }
  }

  void ending() {
    if (!truth_.signature.empty()) {
      if (layout_.signature_glued) {
        while (out_.ends_with("\n\n")) out_.pop_back();
      } else {
        gap();
      }
      line(truth_.signature);
    }
    if (truth_.end_of_message) {
      gap();
      line("NNNN");
    }
    if (truth_.record) {
      gap();
      line(truth_.record->id + " - Classification: " + truth_.record->classification);
    }
  }

  const Truth& truth_;
  const Layout& layout_;
  std::string out_;
};

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
  cable.truth = std::move(draft.truth);
  return cable;
}

}  // namespace cablelint::generator
