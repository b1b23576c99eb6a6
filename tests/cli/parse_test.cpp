#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "cli/pack.hpp"

using cablelint::tests::PackFolder;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;

BOOST_FIXTURE_TEST_SUITE(parse_command_test, PackFolder)

BOOST_AUTO_TEST_CASE(one_object_a_line) {
  const Ran ran = run_shell(*this, "cablelint parse cables");
  BOOST_TEST(ran.exit == 0);
  std::istringstream lines(ran.out);
  std::string sources;
  for (std::string line; std::getline(lines, line);) {
    const auto object = nlohmann::json::parse(line);
    BOOST_TEST(object["schema"] == "cablelint.cable/1");
    sources += object["source"].get<std::string>() + '\n';
  }
  BOOST_TEST(sources == "cables/all.txt\ncables/faint.txt\ncables/odd.txt\ncables/silent.txt\n");
}

BOOST_AUTO_TEST_CASE(standard_input_and_problems) {
  const Ran ran = run_shell(
      *this, "echo SECRET ROME 000001 | cablelint parse --output json --stdin-filename a.txt - gone.txt");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(ran.error == "cablelint: gone.txt: no such file or folder\n");
  const auto object = nlohmann::json::parse(ran.out);
  BOOST_TEST(object["source"] == "a.txt");
  BOOST_TEST(object["classification"]["level"] == "S");
}

BOOST_AUTO_TEST_CASE(any_bytes_are_a_cable) {
  write("bytes.txt", std::string_view("\xFF\xC3\r\x1b[2J \0 \xE2\x80\xAE\r\r\n\n\x80", 18));
  write("empty.txt", "");
  const Ran ran = run_shell(*this, "cablelint parse bytes.txt empty.txt");
  BOOST_TEST(ran.exit == 0);
  std::istringstream lines(ran.out);
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) BOOST_TEST(nlohmann::json::accept(line), line);
  BOOST_TEST(count == 2);
}

BOOST_AUTO_TEST_SUITE_END()
