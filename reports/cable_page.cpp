#include "reports/cable_page.hpp"

#include <algorithm>
#include <array>
#include <cablelint/append_format.hpp>
#include <cablelint/code_points.hpp>
#include <cablelint/counted.hpp>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "reports/cable_looks.hpp"
#include "reports/html_text.hpp"
#include "reports/levels.hpp"
#include "reports/one_line.hpp"
#include "reports/text_writer.hpp"

namespace cablelint::reports {
namespace {

constexpr std::size_t kLongDocument = std::size_t{256} * 1024;
constexpr std::size_t kBeginning = 200;    // lines
constexpr std::size_t kLongLine = 4'000;   // bytes
constexpr std::size_t kBeforePlace = 200;  // bytes shown of a longer line, around where findings begin
constexpr std::size_t kBehindPlace = 800;
constexpr std::string_view kCut = "<b class=\"cut\">[\xE2\x80\xA6]</b>";

/// The findings of a document that count, in the order of the text.
std::vector<const Finding*> in_order(const Document& document) {
  std::vector<const Finding*> findings;
  for_each_finding(document, [&](const Finding& finding) { findings.push_back(&finding); });
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding* a, const Finding* b) { return a->at.offset < b->at.offset; });
  return findings;
}

/// Where something begins or ends to be shown.
struct Edge {
  std::size_t at = 0;
  std::size_t kind = 0;  // of detail, and behind those of level
  int step = 1;
};
constexpr std::size_t kKinds = kDetails.size() + 3;

constexpr std::size_t kind_of(Detail detail) {
  return static_cast<std::size_t>(detail);
}
constexpr std::size_t kind_of(Severity level) {
  return kDetails.size() + static_cast<std::size_t>(level);
}

/// Writes one document.
class Page {
 public:
  Page(std::string& out, const Run& run, const Document& document, const Extent& extent)
      : out_(&out),
        run_(&run),
        document_(&document),
        bytes_(document.source.bytes()),
        extent_(extent),
        findings_(in_order(document)) {
    for (std::size_t begin = 0; begin < bytes_.size();
         begin = std::min(bytes_.find('\n', begin), bytes_.size()) + 1)
      lines_.push_back(begin);
    if (lines_.empty()) lines_.push_back(0);
    for (const Finding* finding : findings_) add_edges(finding->at, kind_of(finding->level));
    std::vector<DetailAt> details;
    for (const CheckedCable& cable : document.cables) {
      if (cable.cable == nullptr) continue;
      append_details(*cable.cable, details);
      const std::vector<Element>& elements = cable.cable->elements;
      elements_.insert(elements_.end(), elements.begin(), elements.end());
    }
    for (const DetailAt& detail : details) add_edges(detail.at, kind_of(detail.detail));
    std::stable_sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) { return a.at < b.at; });
  }

  void append() {
    std::size_t hidden = 0;  // lines since the last one shown
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      if (!is_shown(line)) {
        ++hidden;
        continue;
      }
      append_gap(line, hidden);
      append_cables(line);
      append_line(line, hidden > 0 || line == 0);
      hidden = 0;
      for (; told_ < started_; ++told_) append_finding(told_);
    }
    append_gap(lines_.size(), hidden);
  }

 private:
  /// A place behind the last line is shown at its end.
  [[nodiscard]] std::size_t start_of(const Finding& finding) const {
    return std::min<std::size_t>(finding.at.offset, bytes_.size() - (bytes_.ends_with('\n') ? 1 : 0));
  }

  [[nodiscard]] std::size_t line_of(std::size_t offset) const {
    return static_cast<std::size_t>(std::upper_bound(lines_.begin(), lines_.end(), offset) - lines_.begin()) -
           1;
  }

  void add_edges(Span at, std::size_t kind) {
    const std::size_t begin = at.offset;
    const std::size_t end = std::min<std::size_t>(at.end(), bytes_.size());
    if (begin >= end) return;
    edges_.push_back({begin, kind, 1});
    edges_.push_back({end, kind, -1});
  }

  /// Asked line by line, in order.
  bool is_shown(std::size_t line) {
    while (near_ < findings_.size() && line_of(start_of(*findings_[near_])) + extent_.around < line) ++near_;
    return line < extent_.first_lines ||
           (near_ < findings_.size() && line_of(start_of(*findings_[near_])) <= line + extent_.around);
  }

  void append_gap(std::size_t line, std::size_t hidden) {
    if (hidden == 0) return;
    if (hidden == 1) {
      append_format(*out_, "<p class=\"gap\">Line {} is not shown.</p>\n", line);
    } else {
      append_format(*out_, "<p class=\"gap\">Lines {} to {} are not shown.</p>\n", line - hidden + 1, line);
    }
  }

  /// Names the cables that begin on a line, in a document of several.
  void append_cables(std::size_t line) {
    const std::size_t count = document_->cables.size();
    if (count < 2) return;
    const std::size_t end = line + 1 < lines_.size() ? lines_[line + 1] : bytes_.size() + 1;
    for (; cable_ < count; ++cable_) {
      const Cable* const cable = document_->cables[cable_].cable;
      if (cable == nullptr || cable->at.offset >= end) return;
      append_format(*out_, "<p class=\"cable-begin\">Cable {} of {}", cable_ + 1, count);
      if (cable->record && cable->record->id) {
        *out_ += ": ";
        append_html_text(*out_, document_->source.text(cable->record->id));
      }
      *out_ += "</p>\n";
    }
  }

  /// Moves to a place, of which everything before is done.
  void move_to(std::size_t at) {
    for (; edge_ < edges_.size() && edges_[edge_].at <= at; ++edge_)
      active_[edges_[edge_].kind] += edges_[edge_].step;
    while (element_ < elements_.size() && elements_[element_].at.end() <= at) ++element_;
  }

  [[nodiscard]] Look look_at(std::size_t at) const {
    const bool inside = element_ < elements_.size() && elements_[element_].at.offset <= at;
    return inside ? look_of(elements_[element_].kind) : Look{};
  }

  void append_line(std::size_t line, bool is_first) {
    const std::size_t begin = lines_[line];
    const std::size_t next = line + 1 < lines_.size() ? lines_[line + 1] : bytes_.size();
    std::size_t end = next;
    if (end > begin && bytes_[end - 1] == '\n') --end;
    if (end > begin && next > end && bytes_[end - 1] == '\r') --end;
    // Where findings begin that are shown at the end of the line.
    const std::size_t behind = line + 1 < lines_.size() ? next - 1 : bytes_.size();
    is_cut_ = false;
    *out_ += "<div class=\"line\">";
    move_to(begin);
    append_labels(begin, next, is_first);
    append_format(*out_, "<span class=\"no\">{}</span><code>", line + 1);
    for (std::size_t at = begin;;) {
      const std::size_t places = at < end ? at : behind;
      for (; started_ < findings_.size() && start_of(*findings_[started_]) <= places; ++started_)
        append_place(started_);
      if (at >= end) break;
      move_to(at);
      std::size_t stop = end;
      if (edge_ < edges_.size()) stop = std::min(stop, edges_[edge_].at);
      if (started_ < findings_.size()) stop = std::min(stop, start_of(*findings_[started_]));
      if (element_ < elements_.size()) {
        const Span element = elements_[element_].at;
        stop = std::min<std::size_t>(stop, element.offset > at ? element.offset : element.end());
      }
      append_segment(at, stop, begin, end);
      at = stop;
    }
    *out_ += "</code></div>\n";
  }

  /// The labels of the elements that begin on a line; of the one that goes on where its first line is not
  /// shown.
  void append_labels(std::size_t begin, std::size_t next, bool is_first) {
    std::string_view last;
    for (std::size_t i = element_; i < elements_.size() && elements_[i].at.offset < next; ++i) {
      const Look look = look_of(elements_[i].kind);
      if (look.label.empty() || look.label == last) continue;
      if (elements_[i].at.offset < begin && !is_first) continue;
      *out_ += last.empty() ? "<span class=\"labels\">" : " ";
      append_format(*out_, "<span class=\"label{}{}\">{}</span>", look.style.empty() ? "" : " ", look.style,
                    look.label);
      last = look.label;
    }
    if (!last.empty()) *out_ += "</span>";
  }

  /// The number at which a finding begins; report.css draws it, so that it is no part of the text.
  void append_place(std::size_t index) {
    append_format(*out_, "<span class=\"place {}\" id=\"at{}-{}\" data-number=\"{}\"></span>",
                  to_text(findings_[index]->level), kDocumentNumber, index + 1, index + 1);
  }

  /// Text of which all is shown alike.
  void append_segment(std::size_t from, std::size_t to, std::size_t begin, std::size_t end) {
    std::string classes(look_at(from).style);
    std::string title;
    for (const Detail detail : kDetails) {
      if (active_[kind_of(detail)] == 0) continue;
      if (!classes.empty()) classes += ' ';
      classes += look_of(detail).style;
      if (!title.empty()) title += ", ";
      title += look_of(detail).label;
    }
    std::string_view hit;
    int hits = 0;
    for (const Severity level : {Severity::note, Severity::warning, Severity::error}) {
      if (active_[kind_of(level)] > 0) hit = to_text(level);
      hits += active_[kind_of(level)];
    }
    if (!classes.empty()) append_format(*out_, "<span class=\"{}\"", classes);
    if (!title.empty()) append_format(*out_, " title=\"{}\"", title);
    if (!classes.empty()) *out_ += '>';
    if (hits > 0) append_format(*out_, "<mark class=\"{}{}\">", hit, hits > 1 ? " several" : "");
    append_text(from, to, begin, end);
    if (hits > 0) *out_ += "</mark>";
    if (!classes.empty()) *out_ += "</span>";
  }

  /// Of a very long line the beginning and what stands around the places where findings begin.
  void append_text(std::size_t from, std::size_t to, std::size_t begin, std::size_t end) {
    std::size_t cut = to;  // what is left out
    std::size_t again = to;
    if (end - begin > kLongLine) {
      const std::size_t last = started_ > 0 ? start_of(*findings_[started_ - 1]) : 0;
      cut = boundary(std::clamp(std::max(begin, last) + kBehindPlace, from, to), from);
      const std::size_t next =
          started_ < findings_.size() ? start_of(*findings_[started_]) : bytes_.size() + to;
      again = boundary(std::clamp(next - std::min(next, kBeforePlace), cut, to), cut);
    }
    append_html_cable(*out_, bytes_.substr(from, cut - from));
    is_cut_ = is_cut_ && cut == from;
    if (again > cut && !is_cut_) *out_ += kCut;
    is_cut_ = again > cut || is_cut_;
    append_html_cable(*out_, bytes_.substr(again, to - again));
    is_cut_ = is_cut_ && again == to;
  }

  /// The nearest place at or before `at`, not before `least`, where a code point begins.
  [[nodiscard]] std::size_t boundary(std::size_t at, std::size_t least) const {
    std::size_t back = at;
    while (back > least && back < bytes_.size() &&
           (static_cast<unsigned char>(bytes_[back]) & 0xC0U) == 0x80 && at - back < 3)
      --back;
    return back;
  }

  void append_finding(std::size_t index) {
    const Finding& finding = *findings_[index];
    const std::size_t number = index + 1;
    append_format(*out_, "<div class=\"finding {}\" id=\"f{}-{}\">\n<h3><span class=\"ordinal\">{}</span> ",
                  to_text(finding.level), kDocumentNumber, number, number);
    append_level(*out_, finding.level);
    *out_ += " <span class=\"rule\">";
    append_html_text(*out_, finding.rule);
    *out_ += "</span> ";
    append_html_text(*out_, finding.name);
    append_format(*out_, " <a href=\"#at{}-{}\">line {}, column {}</a></h3>\n<p class=\"message\">",
                  kDocumentNumber, number, finding.line, finding.column);
    append_html_text(*out_, finding.message);
    *out_ += "</p>\n";
    const std::string help = one_line(finding.help);
    const std::size_t rule = run_->index_of(finding.rule);
    const RuleInfo* const info = rule < run_->rules.size() ? run_->rules[rule].info : nullptr;
    const bool reasoned = info != nullptr && (!info->rationale.empty() || !info->authority.empty());
    if (!help.empty() || reasoned) {
      *out_ += "<dl>\n";
      if (!help.empty()) append_term("What to do", help);
      if (reasoned) append_reason(*info, number, rule);
      *out_ += "</dl>\n";
    }
    *out_ += "</div>\n";
  }

  /// Once a document in full: hundreds of findings of one rule have one reason.
  void append_reason(const RuleInfo& info, std::size_t number, std::size_t rule) {
    const auto [first, is_first] = reasoned_.try_emplace(rule, number);
    if (!is_first) {
      append_format(*out_, "<dt>Why</dt>\n<dd>As for <a href=\"#f{}-{}\">finding {}</a></dd>\n",
                    kDocumentNumber, first->second, first->second);
      return;
    }
    if (const std::string why = one_line(info.rationale); !why.empty()) append_term("Why", why);
    if (info.authority.empty()) return;
    *out_ += "<dt>Authority</dt>\n";
    for (const std::string& citation : info.authority) {
      *out_ += "<dd>";
      append_html_text(*out_, one_line(citation));
      *out_ += "</dd>\n";
    }
  }

  void append_term(std::string_view term, const std::string& text) {
    append_format(*out_, "<dt>{}</dt>\n<dd>", term);
    append_html_text(*out_, text);
    *out_ += "</dd>\n";
  }

  std::string* out_;
  const Run* run_;
  const Document* document_;
  std::string_view bytes_;
  Extent extent_;
  std::vector<const Finding*> findings_;
  std::vector<std::size_t> lines_;  // where they begin
  std::vector<Edge> edges_;
  std::vector<Element> elements_;
  std::unordered_map<std::size_t, std::size_t> reasoned_;  // rule to the finding that says its reason

  std::size_t near_ = 0;     // the first finding that may be near the line
  std::size_t started_ = 0;  // findings whose place is shown
  std::size_t told_ = 0;     // findings that are shown themselves
  std::size_t cable_ = 0;
  std::size_t edge_ = 0;
  std::size_t element_ = 0;
  bool is_cut_ = false;  // the text before was left out
  std::array<int, kKinds> active_{};
};

}  // namespace

Extent whole_or_excerpt(const Source& source) {
  const std::size_t size = source.bytes().size();
  return size <= kLongDocument ? Extent{size + 1, 0} : Extent{kBeginning, 3};
}

std::string_view sign_of(Severity level) {
  return word_for(level, "\xE2\x96\xA0", "\xE2\x96\xB2", "\xE2\x97\x8F");
}

void append_level(std::string& out, Severity level) {
  append_format(out, "<span class=\"level {0}\"><span aria-hidden=\"true\">{1}</span> {0}</span>",
                to_text(level), sign_of(level));
}

void append_cable_page(std::string& out, const Run& run, const Document& document, const Extent& extent) {
  std::uint64_t count = 0;
  for_each_finding(document, [&](const Finding&) { ++count; });
  append_format(out, "<article id=\"d{}\">\n<h2>", kDocumentNumber);
  append_html_text(out, document.source.name());
  append_format(out, "</h2>\n<p>{}</p>\n<div class=\"text\">\n",
                count == 0 ? std::string("No findings") : counted(count, "finding"));
  Page(out, run, document, extent).append();
  out += "</div>\n</article>\n";
}

void append_finding_links(std::string& out, const Document& document) {
  std::size_t number = 0;
  for (const Finding* const finding : in_order(document)) {
    append_format(out, "<li>");
    append_level(out, finding->level);
    append_format(out, " <a href=\"#f{}-{}\">", kDocumentNumber, ++number);
    append_html_text(out, finding->rule);
    out += ' ';
    append_html_text(out, finding->name);
    append_format(out, ", line {}</a>: ", finding->line);
    append_html_text(out, finding->message);
    out += "</li>\n";
  }
}

}  // namespace cablelint::reports
