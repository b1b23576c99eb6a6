#include <fmt/format.h>

#include <cablelint/json_text.hpp>
#include <iterator>
#include <ostream>
#include <stdexcept>

#include "reports/spool.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

void append_text(std::string& out, std::string_view key, std::string_view value) {
  fmt::format_to(std::back_inserter(out), R"("{}":)", key);
  append_json_string(out, value);
}

void append_object(std::string& out, const Finding& finding) {
  out += '{';
  append_text(out, "rule", finding.rule);
  out += ',';
  append_text(out, "name", finding.name);
  out += ',';
  append_text(out, "level", to_text(finding.level));
  out += ',';
  append_text(out, "source", finding.source);
  fmt::format_to(std::back_inserter(out),
                 R"(,"line":{},"column":{},"end_line":{},"end_column":{},"offset":{},"length":{},)",
                 finding.line, finding.column, finding.end_line, finding.end_column,
                 finding.at ? finding.at.offset : 0, finding.at.length);
  append_text(out, "message", finding.message);
  out += ',';
  append_text(out, "help", finding.help);
  out += ',';
  append_text(out, "fingerprint", finding.fingerprint);
  out += R"(,"record":)";
  if (finding.record.empty()) {
    out += "null";
  } else {
    append_json_string(out, finding.record);
  }
  out += '}';
}

/// One document with the summary in front, so that the findings wait until the counts are known.
class JsonWriter final : public Writer {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out) {}

  void begin(const Run& run) override { run_ = run; }

  void findings(const std::vector<Finding>& findings) override {
    std::string& text = findings_.text();
    for (const Finding& finding : findings) {
      text += first_finding_ ? "\n" : ",\n";
      first_finding_ = false;
      append_object(text, finding);
    }
    findings_.settle();
  }

  void error(const InputError& error) override {
    errors_ += errors_.empty() ? "\n{" : ",\n{";
    append_text(errors_, "source", error.source);
    errors_ += ',';
    append_text(errors_, "message", error.message);
    errors_ += '}';
  }

  void end(const Summary& summary) override {
    std::string text = R"({"schema":"cablelint.findings/1","tool":{"name":"cablelint",)";
    append_text(text, "version", run_.version);
    text += "},";
    append_text(text, "as_of", run_.as_of);
    fmt::format_to(
        std::back_inserter(text),
        ",\n\"summary\":{{\"cables\":{},\"findings\":{},\"error\":{},\"warning\":{},\"note\":{}}},\n"
        "\"findings\":[",
        summary.cables, summary.findings(), summary.error, summary.warning, summary.note);
    out_ << text;
    if (!findings_.copy_to(out_))
      throw std::runtime_error("the temporary file of the JSON report cannot be read back");
    if (!first_finding_) out_ << '\n';
    out_ << "],\n\"errors\":[" << errors_ << (errors_.empty() ? "]}\n" : "\n]}\n");
  }

 private:
  std::ostream& out_;
  Run run_;
  Spool findings_;
  std::string errors_;
  bool first_finding_ = true;
};

}  // namespace

std::unique_ptr<Writer> make_json(std::ostream& out) {
  return std::make_unique<JsonWriter>(out);
}

}  // namespace cablelint::reports
