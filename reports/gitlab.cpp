#include <fmt/format.h>

#include <cablelint/fnv.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "reports/json_finding.hpp"
#include "reports/levels.hpp"
#include "reports/paths.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

/// GitLab keeps one of several findings with equal fingerprints, and copies of a cable have findings with
/// equal ones: the document and the number of the copy in it tell them apart.
class Fingerprints {
 public:
  explicit Fingerprints(std::string_view document) { document_.put_text(document); }

  std::string operator()(const Finding& finding) {
    const std::string key = finding.rule + finding.fingerprint;
    Fnv own = document_;
    own.put_text(key);
    own.put_text(std::to_string(copies_[key]++));
    return fmt::format("{:016x}{}", own.value(), finding.fingerprint);
  }

 private:
  Fnv document_;
  std::map<std::string, std::uint32_t> copies_;
};

/// The array that GitLab's code quality panel reads.
class GitlabWriter final : public Writer {
 public:
  using Writer::Writer;

  void begin() override { put("["); }

  void format(const Document& document, Part& part) const override {
    Fingerprints fingerprint(document.source.name());
    std::string path;
    std::string& text = part.text;
    for_each_finding(document, [&](const Finding& finding) {
      if (path.empty()) path = path_below(run().root, document.source.name());
      text += kBetween;
      append_json_member(text, "{", "description", finding.message);
      append_json_member(text, ",", "check_name", finding.rule);
      append_json_member(text, ",", "fingerprint", fingerprint(finding));
      append_json_member(text, ",", "severity", word_for(finding.level, "major", "minor", "info"));
      append_json_member(text, R"(,"location":{)", "path", path);
      append_json_member(text, R"(,"lines":{)", "begin", finding.line);
      append_json_member(text, ",", "end", finding.end_line);
      text += "}}}";
    });
  }

  void add(const Part& part) override {
    if (part.text.empty()) return;
    put(std::string_view(part.text).substr(empty_ ? 1 : 0));
    empty_ = false;
  }

  void error(const InputError& error) override {
    Part part;
    append_json_member(part.text, ",\n{", "description", error.message);
    append_json_member(part.text, ",", "check_name", std::string_view("unreadable-input"));
    append_json_member(part.text, ",", "fingerprint",
                       Fingerprints(error.source)({.rule = "unreadable-input"}));
    append_json_member(part.text, ",", "severity", std::string_view("critical"));
    append_json_member(part.text, R"(,"location":{)", "path", path_below(run().root, error.source));
    part.text += R"(,"lines":{"begin":1}}})";
    add(part);
  }

  void end(const Summary& /*summary*/) override { put(empty_ ? "]\n" : "\n]\n"); }

 private:
  static constexpr std::string_view kBetween = ",\n";
  bool empty_ = true;
};

}  // namespace

std::unique_ptr<Writer> make_gitlab(const Run& run, const Target& target) {
  return std::make_unique<GitlabWriter>(run, target);
}

}  // namespace cablelint::reports
