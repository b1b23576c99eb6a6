#include <string>
#include <string_view>

#include "reports/json_finding.hpp"
#include "reports/levels.hpp"
#include "reports/paths.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

/// Columns of this format count bytes.
std::uint64_t byte_column(const Source& source, std::uint32_t offset) {
  return offset - source.line_at(offset).offset + 1;
}

/// Lines alone: what the columns count is unknown without the text.
void append_related(std::string& text, const Run& run, const Finding& finding) {
  if (finding.related.empty()) return;
  text += R"(,"relatedLocations":[)";
  for (const RelatedPlace& place : finding.related) {
    if (!text.ends_with('[')) text += ',';
    append_json_member(text, R"({"location":{)", "path", path_below(run.root, place.source));
    append_json_member(text, R"(,"range":{"start":{)", "line", place.line);
    text += "}}}}";
  }
  text += ']';
}

/// The diagnostic format of reviewdog, one diagnostic a line.
class ReviewdogWriter final : public Writer {
 public:
  using Writer::Writer;

  void format(const Document& document, Part& part) const override {
    std::string path;
    std::string& text = part.text;
    for_each_finding(document, [&](const Finding& finding) {
      if (path.empty()) path = path_below(run().root, document.source.name());
      const std::uint32_t begin = finding.at ? finding.at.offset : 0;
      const std::uint32_t end = begin + finding.at.length;
      append_json_member(text, "{", "message", finding.message);
      append_json_member(text, R"(,"location":{)", "path", path);
      append_json_member(text, R"(,"range":{"start":{)", "line", finding.line);
      append_json_member(text, ",", "column", byte_column(document.source, begin));
      append_json_member(text, R"(},"end":{)", "line", finding.end_line);
      append_json_member(text, ",", "column", byte_column(document.source, end));
      append_json_member(text, "}}},", "severity", word_for(finding.level, "ERROR", "WARNING", "INFO"));
      append_json_member(text, R"(,"source":{)", "name", std::string_view("cablelint"));
      append_json_member(text, R"(},"code":{)", "value", finding.rule);
      text += '}';
      append_related(text, run(), finding);
      text += "}\n";
    });
  }

  void error(const InputError& error) override {
    std::string text;
    append_json_member(text, "{", "message", error.message);
    append_json_member(text, R"(,"location":{)", "path", path_below(run().root, error.source));
    append_json_member(text, "},", "severity", std::string_view("ERROR"));
    append_json_member(text, R"(,"source":{)", "name", std::string_view("cablelint"));
    put(text + "}}\n");
  }
};

}  // namespace

std::unique_ptr<Writer> make_rdjsonl(const Run& run, const Target& target) {
  return std::make_unique<ReviewdogWriter>(run, target);
}

}  // namespace cablelint::reports
