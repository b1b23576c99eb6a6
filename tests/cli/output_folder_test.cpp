#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <string_view>

#include "cli/pack.hpp"

using cablelint::tests::kCheck;
using cablelint::tests::PackFolder;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;

namespace fs = std::filesystem;

BOOST_FIXTURE_TEST_SUITE(output_folder_test, PackFolder)

BOOST_AUTO_TEST_CASE(a_page_a_document_and_an_index) {
  const Ran ran = run_shell(*this, kCheck + "-q --output html:pages/ cables gone.txt; ls -A pages");
  BOOST_TEST(ran.out ==
             "cables~all.txt.html\ncables~faint.txt.html\ncables~odd.txt.html\ncables~silent.txt.html\n"
             "index.html\n");
  const std::string index = read("pages/index.html");
  for (const std::string_view part :
       {"<a href=\"cables~all.txt.html\">cables/all.txt</a> <span class=\"level error\">",
        "<a href=\"cables~silent.txt.html\">cables/silent.txt</a></li>", "<li>gone.txt: no such file"})
    BOOST_TEST((index.find(part) != std::string::npos), part);
  BOOST_TEST(
      (read("pages/cables~odd.txt.html").find("<mark class=\"warning\">ODD</mark>") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_there_is_taken_for_one) {
  write("pages/mine.txt", "mine");
  write("pages/index.html", "old");
  const Ran ran = run_shell(*this, kCheck + "-q --output html:pages cables/odd.txt; ls -A pages");
  BOOST_TEST(ran.out == "cables~odd.txt.html\nindex.html\nmine.txt\n");
  BOOST_TEST(read("pages/index.html").starts_with("<!DOCTYPE html>"));
}

BOOST_AUTO_TEST_CASE(each_document_has_a_page_of_its_own) {
  write("cables/a b.txt", "ODD\n");
  write("cables/a-b.txt", "ODD\n");
  write("cables/<.txt", "ODD\n");
  write("index", "ODD\n");
  write("a.txt", "ODD\n");
  const Ran ran =
      run_shell(*this, kCheck +
                           "-q --output html:pages/ 'cables/a b.txt' cables/a-b.txt 'cables/<.txt' "
                           "index a.txt --stdin-filename a.txt - <a.txt; ls -A pages");
  BOOST_TEST(ran.out ==
             "a.txt.html\na.txt~2.html\ncables~-.txt~~cc8bebff75f3fcc6.html\ncables~a-b.txt.html\n"
             "cables~a-b.txt~~d004712e1af9b735.html\nindex.html\nindex~~7af5c8f28baade31.html\n");
}

BOOST_AUTO_TEST_CASE(folders_that_cannot_be_written) {
  const struct {
    std::string script;
    std::string_view error;
  } cases[] = {
      {kCheck + "--output html:none/pages/ cables/all.txt",
       "cablelint: none/pages/: cannot be written: there is no folder `none`\n"},
      {kCheck + "--output html:pack.yaml/ cables/all.txt",
       "cablelint: pack.yaml/: cannot be written: Not a directory\n"},
      {kCheck + "--output html:/proc/pages/ cables/all.txt",
       "cablelint: /proc/pages/: cannot be written: No such file or directory\n"},
      {kCheck + "--output html:pages/ --output json:pages/index.html cables/all.txt",
       "cablelint: --output html and --output json would both go to pages/index.html; give one of them "
       "another file, as in `--output json:FILE`\ncablelint: `cablelint check --help` shows how to use it\n"},
      {"trap '' XFSZ; ulimit -f 1; " + kCheck + "-q --output html:pages/ cables/all.txt",
       "cablelint: pages/index.html: cannot be written: File too large\n"},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, each.script);
    BOOST_TEST(ran.exit == 2, each.script);
    BOOST_TEST(ran.error == each.error);
    BOOST_TEST(run_shell(*this, "ls -A").out == "cables\npack.yaml\n", each.script);
  }
}

BOOST_AUTO_TEST_CASE(the_same_bytes_on_any_number_of_threads) {
  const std::string make = "for n in $(seq 200); do cat cables/all.txt cables/odd.txt >cables/$n.txt; done; ";
  const Ran ran =
      run_shell(*this, make + "for j in 1 2 7; do " + kCheck +
                           "-q -j $j --output html:$j.html --output html:$j/ cables; done; "
                           "cmp 1.html 2.html; cmp 1.html 7.html; diff -r 1 2; diff -r 1 7; ls 1 | wc -l");
  BOOST_TEST(ran.out == "205\n");
  BOOST_TEST(ran.error == "");
}

BOOST_AUTO_TEST_SUITE_END()
