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

BOOST_AUTO_TEST_CASE(chosen_fields) {
  write("one.txt", "S E C R E T ROME 000001\nSUBJECT: A TEAPOT\n");
  const Ran ran = run_shell(*this, "cablelint parse --fields subject,signature --fields record one.txt");
  BOOST_TEST(ran.exit == 0);
  BOOST_TEST(
      ran.out ==
      R"({"schema":"cablelint.cable/1","source":"one.txt","record":null,"subject":{"text":"A TEAPOT","mark":null,)"
      R"("at":{"line":2,"column":1,"offset":24,"length":17}},"signature":null,)"
      R"("at":{"line":1,"column":1,"offset":0,"length":42}})"
      "\n");
  for (
      const auto& [words, error] : {
          std::pair<std::string, std::string>{"subjct", "there is no such field; did you mean `subject`?"},
          {"no-field-at-all",
           "there is no such field; there are partial_extract, record, cable_date, heading, classification, "
           "sections, captions, passing, declassification, tags, subject, references, authority, paragraphs, "
           "headings, redactions, signature, end_of_message, noise, cable_date_hint, more_declassifications, "
           "more_subjects, entire_text, unnumbered, banner, closing_serial"},
      }) {
    const Ran wrong = run_shell(*this, "cablelint parse --fields record," + words + " one.txt");
    BOOST_TEST(wrong.exit == 2);
    BOOST_TEST(wrong.out == "");
    BOOST_TEST(wrong.error == "cablelint: --fields " + words + ": " + error +
                                  "\ncablelint: `cablelint parse --help` shows how to use it\n");
  }
}

BOOST_AUTO_TEST_SUITE_END()
