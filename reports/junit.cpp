#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "reports/one_line.hpp"
#include "reports/spool.hpp"
#include "reports/text_writer.hpp"
#include "reports/writers.hpp"
#include "reports/xml_text.hpp"

namespace cablelint::reports {
namespace {

void append_case(std::string& text, std::string_view name, std::string_view document) {
  text += "    <testcase";
  append_xml_attribute(text, "name", name);
  append_xml_attribute(text, "classname", document);
  text += " time=\"0\"";
}

/// What is shown of a finding when somebody opens its test case.
void append_report(std::string& text, const Finding& finding) {
  append_xml_text(text, fmt::format("{}:{}:{}", finding.source, finding.line, finding.column));
  text += '\n';
  append_xml_text(text, finding.message);
  if (!finding.help.empty()) {
    text += "\nhelp: ";
    append_xml_text(text, one_line(finding.help));
  }
}

/// Test cases in the dialect that Jenkins checks, which others read, too: a finding at or above --fail-on is
/// a failure, one below a case that passes and says so, a document without findings a case that passes, an
/// input that could not be read an error. The counts stand in front, so that the cases wait for them.
class JunitWriter final : public Writer {
 public:
  using Writer::Writer;

  void format(const Document& document, Part& part) const override {
    // Servers keep only the first of equal names.
    std::map<std::string, std::uint32_t> names;
    std::string& text = part.text;
    for_each_finding(document, [&](const Finding& finding) {
      std::string name = fmt::format("{} at {}:{}", finding.rule, finding.line, finding.column);
      if (const std::uint32_t number = ++names[name]; number > 1) name += fmt::format(" #{}", number);
      append_case(text, name, finding.source);
      if (finding.level >= run().fail_on) {
        text += ">\n      <failure";
        append_xml_attribute(text, "type", to_text(finding.level));
        append_xml_attribute(text, "message", finding.message);
        text += '>';
        append_report(text, finding);
        text += "</failure>\n";
      } else {
        text += ">\n      <system-out>";
        text += to_text(finding.level);
        text += ": ";
        append_report(text, finding);
        text += "</system-out>\n";
      }
      text += "    </testcase>\n";
      part.marks.push_back({finding.level, 0, text.size()});
    });
    if (!part.marks.empty()) return;
    append_case(text, "no findings", document.source.name());
    text += "/>\n";
  }

  void add(const Part& part) override {
    tests_ += std::max<std::size_t>(part.marks.size(), 1);
    for (const Mark& mark : part.marks) failures_ += mark.level >= run().fail_on ? 1 : 0;
    cases_.append(part.text);
  }

  void error(const InputError& error) override {
    ++tests_;
    std::string text;
    append_case(text, "can be read", error.source);
    text += ">\n      <error type=\"unreadable-input\"";
    append_xml_attribute(text, "message", error.message);
    text += "/>\n    </testcase>\n";
    cases_.append(text);
  }

  void end(const Summary& summary) override {
    std::string counts;
    append_xml_attribute(counts, "tests", tests_);
    append_xml_attribute(counts, "failures", failures_);
    append_xml_attribute(counts, "errors", summary.unreadable);
    // The day of the check is the only time that does not change from run to run.
    put(fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"cablelint\"{0} time=\"0\">\n"
        "  <testsuite name=\"cablelint\"{0} skipped=\"0\" time=\"0\" timestamp=\"{1}T00:00:00\">\n",
        counts, run().as_of));
    cases_.copy_to(target().stream);
    put("  </testsuite>\n</testsuites>\n");
  }

 private:
  Spool cases_;
  std::size_t tests_ = 0;
  std::size_t failures_ = 0;
};

}  // namespace

std::unique_ptr<Writer> make_junit(const Run& run, const Target& target) {
  return std::make_unique<JunitWriter>(run, target);
}

}  // namespace cablelint::reports
