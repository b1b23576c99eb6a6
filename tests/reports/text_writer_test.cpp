#include "reports/text_writer.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "reports/written.hpp"

namespace {

using cablelint::Finding;
using cablelint::Severity;
using cablelint::reports::Summary;
using cablelint::tests::past_declassification;
using cablelint::tests::written;

Finding finding(const std::string& rule, const std::string& name, Severity level) {
  Finding made = past_declassification();
  made.rule = rule;
  made.name = name;
  made.level = level;
  return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_writer_test)

BOOST_AUTO_TEST_CASE(closes_with_one_line) {
  const struct {
    Summary summary;
    std::string_view line;
  } cases[] = {
      {{0, 0, 0, 0, 0}, "No findings in 0 cables."},
      {{1, 0, 0, 0, 0}, "No findings in 1 cable."},
      {{5, 0, 0, 0, 0}, "No findings in 5 cables."},
      {{1, 1, 1, 0, 0}, "Found 1 finding (1 error) in 1 of 1 cable."},
      {{5, 3, 1, 6, 5}, "Found 12 findings (1 error, 6 warnings, 5 notes) in 3 of 5 cables."},
      {{40000, 2, 0, 0, 2}, "Found 2 findings (2 notes) in 2 of 40000 cables."},
      {{5, 0, 0, 0, 0, 7}, "No findings in 5 cables; 7 suppressed by the baseline."},
      {{5, 1, 1, 0, 0, 1}, "Found 1 finding (1 error) in 1 of 5 cables; 1 suppressed by the baseline."},
  };
  for (const auto& each : cases) {
    BOOST_TEST(cablelint::reports::summary_line(each.summary) == each.line);
  }
}

BOOST_AUTO_TEST_CASE(statistics_take_the_place_of_findings) {
  const std::vector<std::vector<Finding>> documents{
      {finding("DCL001", "past-declassification", Severity::warning),
       finding("CLS001", "portion", Severity::error)},
      {},
      {finding("DCL001", "past-declassification", Severity::warning),
       finding("AUT002", "no-reason", Severity::note)}};
  const std::string counts = "2\tDCL001\tpast-declassification\n1\tAUT002\tno-reason\n1\tCLS001\tportion\n";
  const std::string last = "Found 4 findings (1 error, 2 warnings, 1 note) in 2 of 3 cables.\n";
  for (const char* format : {"full", "concise"}) {
    BOOST_TEST(written(format, documents, {.statistics = true}) == counts + last);
    BOOST_TEST(written(format, documents, {.statistics = true, .quiet = true}) == counts);
  }
}

BOOST_AUTO_TEST_CASE(quiet_runs_have_no_last_line) {
  for (const char* format : {"full", "concise"}) {
    BOOST_TEST(written(format, {{}}, {.quiet = true}) == "");
    BOOST_TEST(written(format, {{}}) == "No findings in 1 cable.\n");
  }
}

BOOST_AUTO_TEST_CASE(formats_are_known_by_name) {
  std::ostringstream out;
  const cablelint::reports::Run run;
  for (const std::string_view format : cablelint::reports::formats()) {
    BOOST_TEST((cablelint::reports::make_writer(format, run, {out}) != nullptr), format);
  }
  BOOST_TEST((cablelint::reports::make_writer("Full", run, {out}) == nullptr));
  BOOST_TEST((cablelint::reports::make_writer("", run, {out}) == nullptr));
}

BOOST_AUTO_TEST_CASE(suppressed_findings_do_not_count) {
  Finding suppressed = past_declassification();
  suppressed.suppressed = "known";
  const cablelint::tests::Wish quiet{.quiet = true};
  for (const char* format : {"full", "concise", "json"}) {
    BOOST_TEST(written(format, {{suppressed}}, quiet) == written(format, {{}}, quiet));
    BOOST_TEST(written(format, {{suppressed, past_declassification()}}, quiet) ==
               written(format, {{past_declassification()}}, quiet));
  }
  BOOST_TEST(written("concise", {{suppressed}}) == "No findings in 1 cable; 1 suppressed by the baseline.\n");
}

BOOST_AUTO_TEST_SUITE_END()
