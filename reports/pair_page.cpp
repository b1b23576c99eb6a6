#include "reports/pair_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/redaction.hpp>
#include <cstdint>
#include <span>
#include <string_view>

#include "reports/cable_page.hpp"
#include "reports/html_text.hpp"
#include "reports/one_line.hpp"
#include "reports/pair_column.hpp"
#include "reports/pair_rows.hpp"
#include "reports/text_writer.hpp"

namespace cablelint::reports {
namespace {

using redacting::Fault;
using redacting::FaultKind;
using redacting::Stretch;

constexpr std::size_t kLongPair = std::size_t{256} * 1024;  // shown without rows that are the same

std::vector<FaultPlace> places_of(const std::vector<Fault>& faults, Span Fault::*side) {
  std::vector<FaultPlace> places;
  for (std::size_t i = 0; i < std::min(faults.size(), kMostFaults); ++i) {
    if (faults[i].*side) places.push_back({faults[i].*side, i});
  }
  return places;
}

/// Writes one pair.
class PairWriter {
 public:
  PairWriter(const Run& run, const Document& document)
      : run_(run),
        pair_(*document.pair),
        original_(pair_.original, 'o', places_of(pair_.result.faults, &Fault::original), pair_.result.faults),
        release_(pair_.release, 'r', places_of(pair_.result.faults, &Fault::release), pair_.result.faults),
        placed_original_(pair_.result.faults.size()),
        placed_release_(pair_.result.faults.size()) {
    name_cuts();
  }

  PairPage write(PairExtent extent) {
    const std::string rows = write_rows(extent);
    std::string& out = page_.html;
    append_format(out, "<article id=\"d{}\">\n<h2>", kDocumentNumber);
    append_html_text(out, pair_.release.name());
    out += "</h2>\n<p>Held against <code>";
    append_html_text(out, pair_.original.name());
    append_format(out, "</code>: {}. <a href=\"#pairs\">All pairs</a></p>\n",
                  pair_.result.exact ? "the original with marks in it, and nothing else differs"
                                     : "not the original with marks in it");
    append_faults();
    out += rows;
    out += "</article>\n";
    return std::move(page_);
  }

 private:
  /// Classes and labels of all cuts.
  void name_cuts() {
    for (const Stretch& stretch : pair_.result.stretches) {
      if (stretch.kind != Stretch::Kind::cut) continue;
      std::string& label = labels_.emplace_back();
      std::string_view first;
      for (std::uint32_t i = stretch.first_mark; i <= stretch.last_mark; ++i) {
        const Redaction& mark = pair_.release_cable.redactions[i];
        if (!is_cut(mark)) continue;
        for (const ShortText& code :
             std::span(pair_.release_cable.short_texts).subspan(mark.codes.begin, mark.codes.count)) {
          if (label.size() > 60) break;
          if (first.empty()) first = code.view();
          if (!label.empty()) label += ", ";
          label += code.view();
        }
      }
      if (std::find(page_.codes.begin(), page_.codes.end(), first) == page_.codes.end())
        page_.codes.emplace_back(first);
      styles_.push_back("cut " + class_of_code(first));
      if (label.empty()) label = "no code";
    }
  }

  std::string write_rows(PairExtent extent) {
    std::string out;
    const auto& faults = pair_.result.faults;
    if (std::any_of(faults.begin(), faults.end(),
                    [](const Fault& fault) { return fault.kind == FaultKind::different_cable; }))
      return "<p class=\"gap\">Two different cables are not shown side by side.</p>\n";
    const std::vector<PairRow> rows = rows_of(pair_);
    const bool is_long = pair_.original.bytes().size() + pair_.release.bytes().size() > kLongPair;
    out +=
        "<table class=\"pair\">\n<thead>\n<tr><th scope=\"col\">Paragraph</th><th scope=\"col\">Original</th>"
        "<th scope=\"col\">Release</th></tr>\n</thead>\n<tbody>\n";
    std::size_t hidden = 0;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const PairRow& row = rows[i];
      const bool last = i + 1 == rows.size();
      const bool faulty =
          last ? original_.has_place_before(Span::kNowhere) || release_.has_place_before(Span::kNowhere)
               : original_.has_place_before(row.original.end()) ||
                     release_.has_place_before(row.release.end());
      const bool differs =
          std::any_of(pair_.result.stretches.begin() + static_cast<std::ptrdiff_t>(row.first),
                      pair_.result.stretches.begin() + static_cast<std::ptrdiff_t>(row.first + row.count),
                      [](const Stretch& each) { return each.kind != Stretch::Kind::shown; });
      if (out.size() > kMostRows || (!faulty && (extent == PairExtent::faulty || (is_long && !differs)))) {
        if (out.size() > kMostRows) skip(row, last);
        pass(row);
        ++hidden;
        continue;
      }
      append_gap(out, hidden);
      hidden = 0;
      append_row(out, row, last);
      ++shown;
    }
    append_gap(out, hidden);
    out += "</tbody>\n</table>\n";
    return shown > 0 ? out : std::string("<p class=\"gap\">The texts are not shown.</p>\n");
  }

  static void append_gap(std::string& out, std::size_t hidden) {
    if (hidden == 0) return;
    append_format(out, "<tr class=\"gap\"><td colspan=\"3\">{} not shown here.</td></tr>\n",
                  hidden == 1 ? std::string("One stretch is") : fmt::format("{} stretches are", hidden));
  }

  /// Leaves the faults of a row without a place.
  void skip(const PairRow& row, bool last) {
    original_.skip_to(last ? Span::kNowhere : row.original.end());
    release_.skip_to(last ? Span::kNowhere : row.release.end());
  }

  /// Counts the cuts of a row.
  void pass(const PairRow& row) {
    for (std::size_t i = row.first; i < row.first + row.count; ++i)
      cut_ += pair_.result.stretches[i].kind == Stretch::Kind::cut ? 1 : 0;
  }

  void append_row(std::string& out, const PairRow& row, bool last) {
    const std::vector<PairPiece> original = original_pieces(row);
    const std::vector<PairPiece> release = release_pieces(row);
    pass(row);
    const std::size_t first_original = original_.next();
    const std::size_t first_release = release_.next();
    out += "<tr>";
    append_number(out, row);
    out += "<td data-text=\"Original\">";
    original_.append_cell(out, row.original, original, last);
    out += "</td><td data-text=\"Release\">";
    release_.append_cell(out, row.release, release, last);
    out += "</td></tr>\n";
    std::vector<std::size_t> told;
    for (std::size_t i = first_original; i < original_.next(); ++i) {
      told.push_back(original_.places()[i].fault);
      placed_original_[told.back()] = true;
    }
    for (std::size_t i = first_release; i < release_.next(); ++i) {
      told.push_back(release_.places()[i].fault);
      placed_release_[told.back()] = true;
    }
    std::sort(told.begin(), told.end());
    told.erase(std::unique(told.begin(), told.end()), told.end());
    if (told.empty()) return;
    out += "<tr class=\"told\"><td></td><td colspan=\"2\"><ul>\n";
    for (const std::size_t fault : told) append_sentence(out, fault);
    out += "</ul></td></tr>\n";
  }

  /// The number of the paragraph in the release, which anybody may see; nothing outside of paragraphs.
  void append_number(std::string& out, const PairRow& row) {
    const auto& paragraphs = pair_.release_cable.paragraphs;
    for (; paragraph_ < paragraphs.size() && paragraphs[paragraph_].at.offset < row.release.end();
         ++paragraph_) {
      const Paragraph& paragraph = paragraphs[paragraph_];
      if (paragraph.at.offset < row.release.offset || paragraph.number <= 0) continue;
      append_format(out, "<th scope=\"row\">{}</th>", paragraph.number);
      return;
    }
    out += "<td class=\"none\"></td>";
  }

  /// A text outside of all tokens, such as a stamp, may be shown when it is blank or all may be shown.
  void add_between(std::vector<PairPiece>& pieces, std::uint32_t from, std::uint32_t to) const {
    if (pair_.show_cut_text || from >= to) return;
    const std::string_view text = pair_.original.text({from, to - from});
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return;
    const std::size_t end = text.find_last_not_of(" \t\r\n") + 1;
    pieces.push_back({{from + static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end - first)},
                      "other",
                      {},
                      true});
  }

  std::vector<PairPiece> original_pieces(const PairRow& row) {
    std::vector<PairPiece> pieces;
    std::uint32_t at = row.original.offset;
    std::size_t cut = cut_;
    for (std::size_t i = row.first; i < row.first + row.count; ++i) {
      const Stretch& stretch = pair_.result.stretches[i];
      const bool is_cut = stretch.kind == Stretch::Kind::cut;
      const std::size_t number = cut;
      cut += is_cut ? 1 : 0;
      if (!stretch.original) continue;
      add_between(pieces, at, stretch.original.offset);
      if (stretch.kind == Stretch::Kind::shown) {
        if (!pair_.show_cut_text) add_survivors(pieces, stretch.original, pair_.result.original_survivors);
      } else if (is_cut) {
        pieces.push_back({stretch.original, styles_[number], labels_[number], !pair_.show_cut_text});
      } else {
        pieces.push_back({stretch.original, "gone", "not in the release", !pair_.show_cut_text});
      }
      at = std::max(at, stretch.original.end());
    }
    add_between(pieces, at, row.original.end());
    return pieces;
  }

  std::vector<PairPiece> release_pieces(const PairRow& row) {
    std::vector<PairPiece> pieces;
    std::uint32_t at = row.release.offset;
    const auto plain_until = [&](std::uint32_t end) {
      if (!pair_.show_cut_text && at < end)
        add_survivors(pieces, {at, end - at}, pair_.result.release_survivors);
      at = std::max(at, end);
    };
    std::size_t cut = cut_;
    for (std::size_t i = row.first; i < row.first + row.count; ++i) {
      const Stretch& stretch = pair_.result.stretches[i];
      if (stretch.kind != Stretch::Kind::cut) continue;
      const std::size_t number = cut++;
      if (stretch.release.offset < at) continue;
      plain_until(stretch.release.offset);
      pieces.push_back({stretch.release, styles_[number], labels_[number], false});
      at = stretch.release.end();
    }
    plain_until(row.release.end());
    return pieces;
  }

  static void add_survivors(std::vector<PairPiece>& pieces, Span within, const std::vector<Span>& survivors) {
    for (auto at = std::partition_point(survivors.begin(), survivors.end(),
                                        [&](Span each) { return each.end() <= within.offset; });
         at != survivors.end() && at->offset < within.end(); ++at)
      pieces.push_back({*at, "survivor", {}, true});
  }

  void append_faults() {
    std::string& out = page_.html;
    const std::vector<Fault>& faults = pair_.result.faults;
    if (faults.empty()) {
      out += "<p>No faults.</p>\n";
      return;
    }
    out += "<ol class=\"faults\">\n";
    for (std::size_t i = 0; i < std::min(faults.size(), kMostFaults); ++i) append_fault(i);
    out += "</ol>\n";
    if (faults.size() > kMostFaults)
      append_format(out, "<p class=\"left-out\">And {} more; <code>--output json</code> has all.</p>\n",
                    faults.size() - kMostFaults);
  }

  [[nodiscard]] const RuleInfo* rule_of(const Fault& fault) const {
    const auto rule = std::find_if(run_.rules.begin(), run_.rules.end(), [&](const ActiveRule& each) {
      return each.info->fault == name_of(fault.kind);
    });
    return rule == run_.rules.end() ? nullptr : rule->info;
  }

  void append_head(std::string& out, const Fault& fault) const {
    append_level(out, fault.level);
    out += ' ';
    if (const RuleInfo* const rule = rule_of(fault)) {
      append_html_text(out, rule->id);
      out += ' ';
      append_html_text(out, rule->name);
    } else {
      append_html_text(out, name_of(fault.kind));
    }
  }

  void append_fault(std::size_t index) {
    std::string& out = page_.html;
    const Fault& fault = pair_.result.faults[index];
    append_format(out, "<li id=\"f{}-{}\" class=\"fault {}\">", kDocumentNumber, index + 1,
                  to_text(fault.level));
    append_head(out, fault);
    out += ": ";
    append_html_text(out, fault.message);
    const auto append_link = [&](char letter, bool placed, std::string_view words) {
      if (placed) {
        append_format(out, " <a href=\"#{}{}-{}\">{}</a>", letter, kDocumentNumber, index + 1, words);
      } else {
        append_format(out, " {}", words);
      }
    };
    const Position place = pair_.release.position(fault.release ? fault.release.offset : 0);
    append_link('r', placed_release_[index],
                fmt::format("release, line {}, column {}", place.line, place.column));
    if (fault.original) append_link('o', placed_original_[index], "original");
    const RuleInfo* const rule = rule_of(fault);
    if (rule != nullptr && !rule->help.empty()) {
      out += "<br><small>";
      append_html_text(out, one_line(rule->help));
      out += "</small>";
    }
    out += "</li>\n";
  }

  /// A fault at its place.
  void append_sentence(std::string& out, std::size_t index) const {
    const Fault& fault = pair_.result.faults[index];
    append_format(out, "<li class=\"fault {}\"><a href=\"#f{}-{}\">{}</a> ", to_text(fault.level),
                  kDocumentNumber, index + 1, index + 1);
    append_head(out, fault);
    out += ": ";
    append_html_text(out, fault.message);
    out += "</li>\n";
  }

  const Run& run_;
  const VerifiedPair& pair_;
  PairColumn original_, release_;
  std::vector<bool> placed_original_, placed_release_;  // faults that have an anchor
  std::vector<std::string> styles_, labels_;            // of cuts
  std::size_t cut_ = 0;                                 // cuts of rows before
  std::size_t paragraph_ = 0;
  PairPage page_;
};

}  // namespace

PairPage pair_page(const Run& run, const Document& document, PairExtent extent) {
  return PairWriter(run, document).write(extent);
}

std::string class_of_code(std::string_view code) {
  if (code.empty()) return "code-none";
  std::string name = "code-";
  for (const char c : code) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : plain ? c : '-';
  }
  return name;
}

}  // namespace cablelint::reports
