#pragma once

#include <boost/test/unit_test.hpp>
#include <cablelint/finding.hpp>
#include <cablelint/rule_set.hpp>
#include <cablelint/source.hpp>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "reports/report.hpp"

namespace cablelint::tests {

/// A finding on the word under the marks of `excerpt`, the eighth line of `document_of_findings`.
inline Finding past_declassification() {
  return {.rule = "DCL001",
          .name = "past-declassification",
          .level = Severity::warning,
          .source = "cables/a.txt",
          .line = 8,
          .column = 13,
          .end_line = 8,
          .end_column = 29,
          .at = {210, 16},
          .message = "declassification date 2016-06-22 has passed",
          .help = "Review the cable for release.",
          .fingerprint = "0123456789abcdef",
          .excerpt = "E.O. 12958: DECL: 06/22/2016",
          .excerpt_column = 1};
}

/// The text those findings are about.
inline std::string document_of_findings() {
  return "\n\n\n\n\n\n" + std::string(191, 'X') + "\nE.O. 12958: DECL: 06/22/2016\nTAGS: PREL\n";
}

/// The rules that those findings come from.
inline const std::vector<RuleInfo>& written_rules() {
  static const std::vector<RuleInfo> rules = {
      {.id = "AUT002", .name = "no-reason", .level = Severity::note, .summary = "A reason is missing."},
      {.id = "CLS001", .name = "portion", .level = Severity::error, .summary = "A portion is too high."},
      {.id = "DCL001",
       .name = "past-declassification",
       .level = Severity::warning,
       .summary = "The date of declassification has passed.",
       .rationale = "A cable is declassified on its date\nunless it was extended.",
       .help = "Review the cable for release.",
       .authority = {"E.O. 13526 s. 1.5"}},
      {.id = "NOI001", .name = "noise", .level = Severity::note, .summary = "Noise."},
  };
  return rules;
}

/// A run of `written_rules` over names relative to "/project".
inline reports::Run written_run() {
  reports::Run run{.version = "1.2.3", .as_of = "2026-01-01", .profile = "marking", .root = "/project"};
  for (const RuleInfo& rule : written_rules()) run.rules.push_back({&rule, rule.level});
  return run;
}

/// What a test wants different from that.
struct Wish {
  bool color = false, statistics = false, quiet = false;
  Severity fail_on = Severity::error;
  std::size_t sarif_max_results = 5'000;
  int exit_code = 0;
};

/// What a writer makes of some documents with one cable each, the summary counted from them.
inline std::string written(std::string_view format, const std::vector<std::vector<Finding>>& documents,
                           const Wish& wish = {}, const std::vector<InputError>& errors = {},
                           const std::string& bytes = document_of_findings()) {
  std::ostringstream out;
  reports::Run run = written_run();
  run.statistics = wish.statistics;
  run.quiet = wish.quiet;
  run.fail_on = wish.fail_on;
  run.sarif_max_results = wish.sarif_max_results;
  const auto writer = reports::make_writer(format, run, {out, wish.color});
  BOOST_REQUIRE(writer);
  writer->begin();
  reports::Summary summary;
  for (const std::vector<Finding>& findings : documents) {
    const Source source(findings.empty() ? "cables/clean.txt" : findings.front().source, bytes);
    const reports::CheckedCable cable{findings, nullptr};
    reports::Part part;
    writer->format({source, {&cable, 1}}, part);
    writer->add(part);
    summary.count(findings);
  }
  for (const InputError& error : errors) writer->error(error);
  summary.unreadable = errors.size();
  summary.exit_code = wish.exit_code;
  writer->end(summary);
  return out.str();
}

}  // namespace cablelint::tests
