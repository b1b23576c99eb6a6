#pragma once

#include <boost/test/unit_test.hpp>
#include <cablelint/finding.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "reports/report.hpp"

namespace cablelint::tests {

/// A finding on the word under the marks of `excerpt`.
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

/// What a writer makes of some documents, the summary counted from them.
inline std::string written(std::string_view format, const std::vector<std::vector<Finding>>& documents,
                           const reports::Run& run = {.version = "1.2.3", .as_of = "2026-01-01"},
                           const std::vector<InputError>& errors = {}) {
  std::ostringstream out;
  const auto writer = reports::make_writer(format, out);
  BOOST_REQUIRE(writer);
  writer->begin(run);
  reports::Summary summary;
  for (const std::vector<Finding>& document : documents) {
    writer->findings(document);
    ++summary.cables;
    for (const Finding& finding : document) {
      ++(finding.level == Severity::error     ? summary.error
         : finding.level == Severity::warning ? summary.warning
                                              : summary.note);
    }
  }
  for (const InputError& error : errors) writer->error(error);
  writer->end(summary);
  return out.str();
}

}  // namespace cablelint::tests
