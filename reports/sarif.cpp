#include <algorithm>
#include <array>
#include <cablelint/json_text.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/json_finding.hpp"
#include "reports/line_hash.hpp"
#include "reports/paths.hpp"
#include "reports/region.hpp"
#include "reports/sarif_rules.hpp"
#include "reports/spool.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
// Checkers of SARIF ask for an address with information about the tool; this one holds it.
constexpr std::string_view kInformation =
    "data:text/plain,cablelint%20checks%20the%20markings%20of%20State%20Department%20cables.%20"
    "See%20%60cablelint%20--help%60.";
constexpr std::size_t kMostSnippet = 2048;  // bytes; a place that is longer is shown without its text

/// A message in which nothing is a link: SARIF takes "[words](address)" for one.
std::string without_links(std::string text) {
  for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at))
    text.insert(at + 1, 1, ' ');
  return text;
}

void append_location(std::string& text, std::string_view before, std::string_view uri) {
  append_json_member(text, before, "uri", uri);
  // Only what lies below the folder of the run is relative to it.
  if (!uri.starts_with("file:")) text += R"(,"uriBaseId":"%SRCROOT%")";
  text += '}';
}

void append_snippet(std::string& text, std::string_view snippet) {
  if (snippet.size() > kMostSnippet) return;
  append_json_member(text, R"(,"snippet":{)", "text", snippet);
  text += '}';
}

void append_regions(std::string& text, const Source& source, const Finding& finding) {
  const Region region = region_of(finding);
  append_json_member(text, R"(,"region":{)", "startLine", region.line);
  append_json_member(text, ",", "startColumn", region.column);
  append_json_member(text, ",", "endLine", region.end_line);
  append_json_member(text, ",", "endColumn", region.end_column);
  append_snippet(text, source.text(finding.at));
  text += '}';

  // The line before and the line behind.
  const std::uint32_t first = std::max(finding.line, 2U) - 1;
  const std::uint32_t last = source.line(finding.end_line + 1) ? finding.end_line + 1 : finding.end_line;
  const Span context = cover(source.line(first), source.line(last));
  if (!context || context.length > kMostSnippet) return;
  append_json_member(text, R"(,"contextRegion":{)", "startLine", first);
  append_json_member(text, ",", "endLine", last);
  append_snippet(text, source.text(context));
  text += '}';
}

/// Static Analysis Results Interchange Format 2.1.0, with all that code scanning reads. The worst results
/// come first and only so many are kept, since a scan keeps the first ones of those it is given.
class SarifWriter final : public Writer {
 public:
  using Writer::Writer;

  void format(const Document& document, Part& part) const override {
    std::optional<LineHashes> hashes;
    std::string uri;
    for (const CheckedCable& cable : document.cables) {
      for (const Finding& finding : cable.findings) {
        if (!hashes) {
          hashes.emplace(document.source.bytes());
          uri = uri_below(run().root, document.source.name());
        }
        const std::size_t rule = run().index_of(finding.rule);
        append_result(part.text, document.source, finding, rule, uri, *hashes);
        part.marks.push_back({finding.level, rule, part.text.size()});
      }
    }
  }

  void add(const Part& part) override {
    std::size_t begin = 0;
    for (const Mark& mark : part.marks) {
      Results& results = of(mark.level);
      if (results.ends.size() < run().sarif_max_results) {
        results.text.append(std::string_view(part.text).substr(begin, mark.end - begin));
        results.ends.push_back(results.text.size());
      } else {
        truncated_ = true;
      }
      begin = mark.end;
    }
  }

  void error(const InputError& error) override {
    notifications_ += notifications_.empty() ? "\n{" : ",\n{";
    notifications_ += R"("level":"error","message":{)";
    append_json_member(notifications_, "", "text", error.message);
    append_location(notifications_, R"(},"locations":[{"physicalLocation":{"artifactLocation":{)",
                    uri_below(run().root, error.source));
    notifications_ += "}}]}";
  }

  void end(const Summary& summary) override {
    std::array<std::size_t, 3> kept{};
    std::size_t left = run().sarif_max_results;
    for (const Severity level : kWorstFirst) {
      std::size_t& count = kept[static_cast<std::size_t>(level)];
      count = std::min(left, of(level).ends.size());
      left -= count;
      truncated_ = truncated_ || count < of(level).ends.size();
    }
    put(head(summary));
    bool first = true;
    for (const Severity level : kWorstFirst) {
      const std::size_t count = kept[static_cast<std::size_t>(level)];
      if (count == 0) continue;
      if (!first) put(",");
      first = false;
      of(level).text.copy_to(target().stream, of(level).ends[count - 1] - 1);
    }
    put(first ? "]}]}\n" : "\n]}]}\n");
  }

 private:
  /// Results of one level, each of them "\nRESULT,".
  struct Results {
    Spool text;
    std::vector<std::size_t> ends;
  };

  static constexpr std::array kWorstFirst = {Severity::error, Severity::warning, Severity::note};

  Results& of(Severity level) { return results_[static_cast<std::size_t>(level)]; }

  void append_result(std::string& text, const Source& source, const Finding& finding, std::size_t rule,
                     std::string_view uri, const LineHashes& hashes) const {
    append_json_member(text, "\n{", "ruleId", finding.rule);
    if (rule < run().rules.size()) append_json_member(text, ",", "ruleIndex", rule);
    append_json_member(text, ",", "level", to_text(finding.level));
    append_json_member(text, R"(,"message":{)", "text", without_links(finding.message));
    append_location(text, R"(},"locations":[{"physicalLocation":{"artifactLocation":{)", uri);
    append_regions(text, source, finding);
    append_json_member(text, R"(}}],"partialFingerprints":{)", "primaryLocationLineHash",
                       hashes.at(source.line_at(finding.at.offset).offset));
    append_json_member(text, ",", "cablelint/v1", finding.fingerprint);
    text += '}';
    append_related(text, finding);
    if (finding.suppressed) {
      text += R"(,"suppressions":[{"kind":"external","status":"accepted")";
      if (!finding.suppressed->empty()) append_json_member(text, ",", "justification", *finding.suppressed);
      text += "}]";
    }
    if (!finding.record.empty()) {
      append_json_member(text, R"(,"properties":{)", "record", finding.record);
      text += '}';
    }
    text += "},";
  }

  void append_related(std::string& text, const Finding& finding) const {
    if (finding.related.empty()) return;
    text += R"(,"relatedLocations":[)";
    for (const RelatedPlace& place : finding.related) {
      if (!text.ends_with('[')) text += ',';
      append_location(text, R"({"physicalLocation":{"artifactLocation":{)",
                      uri_below(run().root, place.source));
      append_json_member(text, R"(,"region":{)", "startLine", place.line);
      append_json_member(text, ",", "startColumn", place.column);
      append_json_member(text, R"(}},"message":{)", "text", std::string_view("The same place there."));
      text += "}}";
    }
    text += ']';
  }

  /// Everything in front of the results.
  std::string head(const Summary& summary) const {
    std::string text;
    append_json_member(text, "{", "$schema", kSchema);
    append_json_member(text, R"(,"version":"2.1.0","runs":[{"tool":{"driver":{"name":"cablelint",)",
                       "version", run().version);
    append_json_member(text, ",", "semanticVersion", run().version);
    append_json_member(text, ",", "informationUri", kInformation);
    text += R"(,"language":"en",)";
    text += "\n\"rules\":";
    append_sarif_rules(text, run());
    text += "}},";
    append_json_member(text, "\n\"automationDetails\":{", "id", "cablelint/" + run().profile + '/');
    text +=
        R"(},"columnKind":"unicodeCodePoints",)"
        R"("originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"The folder in which cablelint ran."}}},)";
    text += "\n\"invocations\":[{\"executionSuccessful\":";
    text += summary.unreadable == 0 ? "true" : "false";
    append_json_member(text, ",", "exitCode", static_cast<std::uint64_t>(summary.exit_code));
    text += ",\"toolExecutionNotifications\":[" + notifications_;
    text += notifications_.empty() ? "]}],\n" : "\n]}],\n";
    append_json_member(text, "\"properties\":{", "as_of", run().as_of);
    append_json_member(text, ",", "profile", run().profile);
    append_json_member(text, ",", "cables", summary.cables);
    append_json_member(text, ",", "findings", summary.findings());
    append_json_member(text, ",", "suppressed", summary.suppressed);
    text += truncated_ ? R"(,"truncated":true},)" : R"(,"truncated":false},)";
    text += "\n\"results\":[";
    return text;
  }

  std::array<Results, 3> results_;
  std::string notifications_;
  bool truncated_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_sarif(const Run& run, const Target& target) {
  return std::make_unique<SarifWriter>(run, target);
}

}  // namespace cablelint::reports
