#include <string>
#include <string_view>

#include "reports/json_finding.hpp"
#include "reports/spool.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

constexpr std::string_view kBetween = ",\n";

/// One document with the summary in front, so that the findings wait until the counts are known.
class JsonWriter final : public Writer {
 public:
  using Writer::Writer;

  void format(const Document& document, Part& part) const override {
    for_each_finding(document, [&](const Finding& finding) {
      part.text += kBetween;
      part.text += '{';
      append_json_members(part.text, finding);
      part.text += '}';
    });
  }

  void add(const Part& part) override {
    if (part.text.empty()) return;
    findings_.append(std::string_view(part.text).substr(empty_ ? 1 : 0));
    empty_ = false;
  }

  void error(const InputError& error) override {
    errors_ += errors_.empty() ? "\n{" : ",\n{";
    append_json_members(errors_, error);
    errors_ += '}';
  }

  void end(const Summary& summary) override {
    std::string text = R"({"schema":"cablelint.findings/1","tool":{"name":"cablelint",)";
    append_json_member(text, "", "version", run().version);
    append_json_member(text, "},", "as_of", run().as_of);
    append_json_member(text, ",\n\"summary\":{", "cables", summary.cables);
    append_json_member(text, ",", "findings", summary.findings());
    for (const Severity level : {Severity::error, Severity::warning, Severity::note})
      append_json_member(text, ",", to_text(level), summary.of(level));
    text += "},\n\"findings\":[";
    put(text);
    findings_.copy_to(target().stream);
    put(empty_ ? "],\n\"errors\":[" : "\n],\n\"errors\":[");
    put(errors_);
    put(errors_.empty() ? "]}\n" : "\n]}\n");
  }

 private:
  Spool findings_;
  std::string errors_;
  bool empty_ = true;
};

}  // namespace

std::unique_ptr<Writer> make_json(const Run& run, const Target& target) {
  return std::make_unique<JsonWriter>(run, target);
}

}  // namespace cablelint::reports
