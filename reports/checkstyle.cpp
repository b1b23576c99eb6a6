#include <string>
#include <string_view>

#include "reports/levels.hpp"
#include "reports/writers.hpp"
#include "reports/xml_text.hpp"

namespace cablelint::reports {
namespace {

void append_error(std::string& text, std::size_t line, std::size_t column, std::string_view severity,
                  std::string_view message, std::string_view source) {
  text += "    <error";
  append_xml_attribute(text, "line", line);
  append_xml_attribute(text, "column", column);
  append_xml_attribute(text, "severity", severity);
  append_xml_attribute(text, "message", message);
  append_xml_attribute(text, "source", source);
  text += "/>\n";
}

/// The XML of Checkstyle 4.3, which many CI servers and editors read. Documents without findings are left
/// out; an input that could not be read is an error on its first line.
class CheckstyleWriter final : public Writer {
 public:
  using Writer::Writer;

  void begin() override { put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"); }

  void format(const Document& document, Part& part) const override {
    for_each_finding(document, [&](const Finding& finding) {
      if (part.text.empty()) append_file(part.text, document.source.name());
      append_error(part.text, finding.line, finding.column,
                   word_for(finding.level, "error", "warning", "info"), finding.message,
                   "cablelint." + finding.rule);
    });
    if (!part.text.empty()) part.text += kEnd;
  }

  void error(const InputError& error) override {
    std::string text;
    append_file(text, error.source);
    append_error(text, 1, 1, "error", error.message, "cablelint.unreadable-input");
    text += kEnd;
    put(text);
  }

  void end(const Summary& /*summary*/) override { put("</checkstyle>\n"); }

 private:
  static constexpr std::string_view kEnd = "  </file>\n";

  static void append_file(std::string& text, std::string_view name) {
    text += "  <file";
    append_xml_attribute(text, "name", name);
    text += ">\n";
  }
};

}  // namespace

std::unique_ptr<Writer> make_checkstyle(const Run& run, const Target& target) {
  return std::make_unique<CheckstyleWriter>(run, target);
}

}  // namespace cablelint::reports
