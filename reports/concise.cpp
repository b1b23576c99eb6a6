
#include <cablelint/append_format.hpp>
#include <cablelint/terminal_text.hpp>

#include "reports/text_writer.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

/// `path:8:13: DCL001 warning: message`
class ConciseWriter final : public TextWriter {
 public:
  using TextWriter::TextWriter;

 private:
  void append(std::string& text, const Finding& finding) const override {
    append_visible(text, finding.source);
    append_format(text, ":{}:{}: ", finding.line, finding.column);
    append_sentence(text, finding);
  }
};

}  // namespace

std::unique_ptr<Writer> make_concise(const Run& run, const Target& target) {
  return std::make_unique<ConciseWriter>(run, target);
}

}  // namespace cablelint::reports
