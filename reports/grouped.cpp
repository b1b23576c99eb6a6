#include <fmt/format.h>

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/terminal_text.hpp>
#include <string>

#include "reports/text_writer.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

std::string place_of(const Finding& finding) {
  return fmt::format("{}:{}", finding.line, finding.column);
}

/// cables/a.txt
///   8:13   DCL001 warning: message
///   12:1   CLS001 error: message
///
/// cables/b.txt: no findings
class GroupedWriter final : public TextWriter {
 public:
  using TextWriter::TextWriter;

 private:
  void append_document(std::string& text, const Document& document) const override {
    std::size_t width = 0;
    for_each_finding(document,
                     [&](const Finding& finding) { width = std::max(width, place_of(finding).size()); });
    if (width == 0 && run().quiet) return;
    text += style(kBold);
    append_visible(text, document.source.name());
    text += style(kReset);
    text += width == 0 ? ": no findings\n" : "\n";
    for_each_finding(document, [&](const Finding& finding) {
      append_format(text, "  {:<{}}  ", place_of(finding), width);
      append_sentence(text, finding);
    });
    text += '\n';
  }
};

}  // namespace

std::unique_ptr<Writer> make_grouped(const Run& run, const Target& target) {
  return std::make_unique<GroupedWriter>(run, target);
}

}  // namespace cablelint::reports
