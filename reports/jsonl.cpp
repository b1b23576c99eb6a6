#include <string>

#include "reports/json_finding.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

/// Each finding as one line of schema "cablelint.finding/1", each input that could not be read as one of
/// "cablelint.error/1": for programs that read while the run goes on, and for runs of any size.
class JsonLinesWriter final : public Writer {
 public:
  using Writer::Writer;

  void format(const Document& document, Part& part) const override {
    for_each_finding(document, [&](const Finding& finding) { append_json_line(part.text, finding); });
  }

  void error(const InputError& error) override {
    std::string line = R"({"schema":"cablelint.error/1",)";
    append_json_members(line, error);
    put(line + "}\n");
  }
};

}  // namespace

std::unique_ptr<Writer> make_jsonl(const Run& run, const Target& target) {
  return std::make_unique<JsonLinesWriter>(run, target);
}

}  // namespace cablelint::reports
