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
  const auto tallies = conformance::run_folder(folder(), left_out);
  const conformance::Tally all = conformance::sum(tallies);
  std::fputs(conformance::table(tallies).c_str(), stdout);
  for (const std::string& failure : all.failures) BOOST_ERROR(failure);
  BOOST_TEST(all.passed > 0);
}

BOOST_AUTO_TEST_SUITE_END()
