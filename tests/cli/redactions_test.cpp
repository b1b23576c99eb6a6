#include <boost/test/unit_test.hpp>
#include <string>

#include "support/program.hpp"

using cablelint::tests::Ran;
using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;

namespace {

/// A file `a.txt` with a cable in which something is cut.
const std::string kRelease =
    "cat >a.txt <<'END'\n"
    "UNCLASSIFIED U.S. Department of State Case No. F-2010-01234 Doc No. C05279454 Date: 09/30/2012\n"
    "RELEASED IN PART B1, 1.4(D), B6\n"
    "\n"
    "CONFIDENTIAL LISBON 000123\n"
    "\n"
    "SUBJECT: HARBOR FAIR OPENS\n"
    "\n"
    "1. (C) The fair was opened by [name not declassified] (b)(6). [less than 1\n"
    "line not declassified] It closes on Friday.        B1, 1.4(D)\n"
    "END\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(redactions_command_test, TemporaryFolder)

BOOST_AUTO_TEST_CASE(text_for_people) {
  const Ran ran =
      run_shell(*this, kRelease + "printf 'NOTHING\\n' >b.txt; cablelint redactions list a.txt b.txt");
  BOOST_TEST(
      ran.out ==
      "a.txt\n"
      "  1:1   unclassified page  -        -             UNCLASSIFIED U.S. Department of State Case No. "
      "F-2010-01234 Doc No. C052...\n"
      "  2:1   released in part   -        B1 1.4(d) B6  RELEASED IN PART B1, 1.4(D), B6\n"
      "  8:31  name               -        B6            [name not declassified] (b)(6)\n"
      "  8:63  line               <1 line  B1 1.4(d)     [less than 1 line not declassified]\n"
      "\n"
      "2 cuts and 2 stamps in 1 of 2 documents\n"
      "about 25.2% of the text is cut; 1 cut does not say how much\n"
      "  1.4(d)  2\n"
      "  B1      2\n"
      "  B6      2\n");
  BOOST_TEST(ran.error == "");
  BOOST_TEST(ran.exit == 0);
  BOOST_TEST(run_shell(*this, "printf 'NOTHING\\n' | cablelint redactions list -").out ==
             "no marks in 1 document\n");
}

BOOST_AUTO_TEST_CASE(json_for_programs) {
  const Ran ran = run_shell(*this, kRelease + "cablelint redactions list --output json a.txt | tail -n 2");
  BOOST_TEST(
      ran.out ==
      R"x({"source":"a.txt","text":"[name not declassified] (b)(6)","kind":"name","quantity":"",)x"
      R"x("codes":["B6"],"statute":null,"line":8,"column":31,"offset":214,"length":30})x"
      "\n"
      R"x({"source":"a.txt","text":"[less than 1 line not declassified]","kind":"line","quantity":"<1 line",)x"
      R"x("codes":["B1","1.4(d)"],"statute":null,"line":8,"column":63,"offset":246,"length":35})x"
      "\n");
  BOOST_TEST(ran.exit == 0);
}

BOOST_AUTO_TEST_CASE(hostile_text) {
  const Ran ran = run_shell(*this,
                            "printf '[name\\033[2J deleted] [2 lines\\377\\t not declassified]\\n' >a; "
                            "cablelint redactions list a");
  BOOST_TEST(ran.out.find('\033') == std::string::npos);
  BOOST_TEST(ran.out.find("\\xff") != std::string::npos);
  BOOST_TEST(ran.exit == 0);
}

BOOST_AUTO_TEST_CASE(same_bytes_on_many_threads) {
  const std::string many = kRelease + "mkdir d; for i in $(seq 40); do cp a.txt d/$i.txt; done; ";
  const Ran one = run_shell(*this, many + "CABLELINT_JOBS=1 cablelint redactions list d");
  const Ran four = run_shell(*this, "CABLELINT_JOBS=4 cablelint redactions list d");
  BOOST_TEST(one.out == four.out);
  BOOST_TEST(one.out.find("80 cuts and 80 stamps in 40 of 40 documents") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read) {
  const Ran ran = run_shell(*this, "cablelint redactions list nowhere.txt");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(ran.error == "cablelint: nowhere.txt: no such file or folder\n");
  BOOST_TEST(run_shell(*this, "cablelint redactions list").exit == 2);
  BOOST_TEST(run_shell(*this, "cablelint redactions list --output xml a").exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()
