#include "expression/cel_conformance.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdio>

// The folder with the tests is the first argument behind `--`, otherwise that of the shared data.

namespace {

namespace conformance = cablelint::expression::conformance;

std::filesystem::path folder() {
  const auto& suite = boost::unit_test::framework::master_test_suite();
  if (suite.argc > 1) return suite.argv[1];
  return std::filesystem::path{CABLELINT_SHARED_DIR} / "cases" / "cel";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cel_conformance)

BOOST_AUTO_TEST_CASE(public_tests) {
  if (!std::filesystem::is_directory(folder())) {
    BOOST_TEST_MESSAGE("skipped: there is no folder " << folder());
    return;
  }
  const auto left_out = conformance::read_left_out(std::filesystem::path{CABLELINT_SOURCE_DIR} /
                                                   "tests/expression/cel_left_out.txt");
  conformance::Tally all;
  std::printf("%-16s %7s %7s %9s\n", "file", "passed", "failed", "left out");
  for (const auto& [file, tally] : conformance::run_folder(folder(), left_out)) {
    std::printf("%-16s %7d %7d %9d\n", file.c_str(), tally.passed, tally.failed, tally.left_out);
    all.passed += tally.passed;
    all.failed += tally.failed;
    all.left_out += tally.left_out;
    for (const std::string& failure : tally.failures) BOOST_ERROR(failure);
  }
  std::printf("%-16s %7d %7d %9d\n", "in all", all.passed, all.failed, all.left_out);
  BOOST_TEST(all.passed > 0);
}

BOOST_AUTO_TEST_SUITE_END()
