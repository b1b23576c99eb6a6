#include <fmt/format.h>

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/terminal_text.hpp>
#include <cablelint/utf8.hpp>

#include "reports/one_line.hpp"
#include "reports/text_writer.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

constexpr std::string_view kCut = "...";

/// A line as shown, and where on it the carets stand (in characters of the terminal).
struct Excerpt {
  std::string text;
  std::size_t caret = 0;
  std::size_t carets = 1;
};

Excerpt excerpt_of(const Finding& finding) {
  Excerpt excerpt;
  std::size_t width = 0;
  std::uint32_t column = finding.excerpt_column;
  if (column > 1) {
    excerpt.text = kCut;
    width = kCut.size();
  }
  // A span that ends on a later line is marked up to the end of this one.
  const bool ends_here = finding.end_line <= finding.line;
  bool begun = false;
  bool ended = false;
  std::size_t end = width;
  for (std::string_view rest = finding.excerpt; !rest.empty(); ++column) {
    if (!begun && column >= finding.column) {
      begun = true;
      excerpt.caret = width;
    }
    if (begun && !ended && ends_here && column >= finding.end_column) {
      ended = true;
      end = width;
    }
    const std::size_t length = decode_utf8(rest).length;
    width += append_visible(excerpt.text, rest.substr(0, length));
    rest.remove_prefix(length);
  }
  if (!begun) excerpt.caret = width;
  if (!ended) end = width;
  excerpt.carets = std::max<std::size_t>(end > excerpt.caret ? end - excerpt.caret : 0, 1);
  return excerpt;
}

/// DCL001 warning: message
///  --> path:8:13
///   |
/// 8 | DECL: 06/22/2016
///   |       ^^^^^^^^^^
///   |
/// help: ...
class FullWriter final : public TextWriter {
 public:
  using TextWriter::TextWriter;

 private:
  void append(std::string& text, const Finding& finding) const override {
    const Excerpt excerpt = excerpt_of(finding);
    const std::string number = fmt::format("{}", finding.line);
    const std::string gutter(number.size(), ' ');
    const std::string_view blue = style(kBlue);
    const std::string_view reset = style(kReset);

    append_sentence(text, finding);
    append_format(text, "{}{}-->{} ", gutter, blue, reset);
    append_visible(text, finding.source);
    append_format(text, ":{}:{}", finding.line, finding.column);
    if (finding.one_of_several && !finding.record.empty()) {
      text += " (";
      append_visible(text, finding.record);
      text += ')';
    }
    text += '\n';
    for (const RelatedPlace& place : finding.related) {
      append_format(text, "{}{}:::{} ", gutter, blue, reset);
      append_visible(text, place.source);
      append_format(text, ":{}:{}\n", place.line, place.column);
    }
    append_format(text, "{}{} |{}\n", blue, gutter, reset);
    append_format(text, "{}{} |{}{}{}\n", blue, number, reset, excerpt.text.empty() ? "" : " ", excerpt.text);
    append_format(text, "{}{} |{} {:{}}{}{:^>{}}{}\n", blue, gutter, reset, "", excerpt.caret,
                  style(color_of(finding.level)), "", excerpt.carets, reset);
    append_format(text, "{}{} |{}\n", blue, gutter, reset);
    if (const std::string help = one_line(finding.help); !help.empty()) {
      append_format(text, "{}help{}: {}\n", style(kBold), reset, help);
    }
    text += '\n';
  }
};

}  // namespace

std::unique_ptr<Writer> make_full(const Run& run, const Target& target) {
  return std::make_unique<FullWriter>(run, target);
}

}  // namespace cablelint::reports
