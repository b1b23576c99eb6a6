#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <string_view>

#include "reports/report.hpp"
#include "support/program.hpp"
#include "support/up_to_date.hpp"

namespace {

using cablelint::tests::expect_up_to_date;
using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;

const std::filesystem::path kSource = CABLELINT_SOURCE_DIR;

/// A few rules over a few of the example cables, as people would call it: one cable with findings of each
/// level, one without findings, one input that is not there.
const std::string kFindings =
    "cablelint check --as-of 2026-01-01 --select CLS001,DCL004,AUT003,NOI004,POR001 "
    "examples/cables/faulty.txt examples/cables/multi-section.txt "
    "examples/cables/noise-collapsed-heading.txt "
    "examples/cables/gone.txt ";
const std::string kNoFindings =
    "cablelint check --as-of 2026-01-01 --select CLS001 examples/cables/era-c-1988-oadr.txt ";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(golden_test, TemporaryFolder)

BOOST_AUTO_TEST_CASE(every_format_over_the_same_cables) {
  const std::string begin = "cd '" + kSource.string() + "'; ";
  const std::filesystem::path golden = kSource / "tests/reports/golden";
  for (const std::string_view name : cablelint::reports::formats()) {
    const std::string format(name);
    const auto with = run_shell(*this, begin + kFindings + "--output " + format);
    BOOST_TEST(with.exit == 2, format);
    expect_up_to_date(golden / ("findings." + format), with.out);
    const auto without = run_shell(*this, begin + kNoFindings + "--output " + format);
    BOOST_TEST(without.exit == 0, format);
    expect_up_to_date(golden / ("clean." + format), without.out);
  }
}

BOOST_AUTO_TEST_SUITE_END()
