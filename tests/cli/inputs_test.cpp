#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/pack.hpp"
#include "reports/report.hpp"

namespace {

using cablelint::tests::kCheck;
using cablelint::tests::PackFolder;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;

/// The cables of the folder as records.
struct RecordFolder : PackFolder {
  RecordFolder() {
    write("a.jsonl", R"({"id":"all","text":"SECRET ROME 000001\nLOUD AND ODD\nFAINT\n"})"
                     "\n"
                     R"({"id":"odd","text":"ODD\n","meta":{"box":7}})"
                     "\n");
    write("a.csv", "number,body\nfaint,\"FAINT\n\"\nsilent,SECRET\n");
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(inputs_test, RecordFolder)

BOOST_AUTO_TEST_CASE(records_are_documents) {
  const Ran ran = run_shell(*this, kCheck + "--csv-columns id=number,text=body a.jsonl a.csv cables/odd.txt");
  BOOST_TEST(ran.exit == 1);
  BOOST_TEST(ran.error == "");
  BOOST_TEST(ran.out ==
             "faint:1:1: TEST003 note: the word FAINT\n"
             "all:2:1: TEST001 error: the word LOUD\n"
             "all:2:10: TEST002 warning: the word ODD\n"
             "all:3:1: TEST003 note: the word FAINT\n"
             "odd:1:1: TEST002 warning: the word ODD\n"
             "cables/odd.txt:1:1: TEST002 warning: the word ODD\n"
             "Found 6 findings (1 error, 3 warnings, 2 notes) in 4 of 5 cables.\n");
}

BOOST_AUTO_TEST_CASE(bad_records_are_named_and_stop_no_other) {
  write("b.jsonl", R"({"id":"A"})"
                   "\n{\n"
                   R"({"id":"\u001b]0;x\n","text":"ODD"})"
                   "\n");
  const Ran ran = run_shell(*this, kCheck + "--output concise --output json:r.json b.jsonl");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(
      ran.out ==
      "\\x1b]0;x\\n:1:1: TEST002 warning: the word ODD\nFound 1 finding (1 warning) in 1 of 1 cable.\n");
  BOOST_TEST(
      ran.error ==
      "cablelint: b.jsonl: line 1: has no `text`\n"
      "cablelint: b.jsonl: line 2: is not JSON: brackets, commas or quotes are not where they should be\n");
  BOOST_TEST(nlohmann::json::parse(read("r.json"))["errors"][0].dump() ==
             R"({"message":"line 1: has no `text`","source":"b.jsonl"})");
}

BOOST_AUTO_TEST_CASE(any_partition_gives_the_same_findings) {
  const std::string check = kCheck + "--output jsonl ";
  BOOST_TEST(
      run_shell(*this, "head -n 1 a.jsonl > one.jsonl; tail -n 1 a.jsonl | gzip > two.jsonl.gz").exit == 0);
  const Ran whole = run_shell(*this, check + "a.jsonl | sort");
  BOOST_TEST(whole.out.size() > 500U);
  BOOST_TEST(run_shell(*this, check + "one.jsonl two.jsonl.gz | sort").out == whole.out);
  BOOST_TEST(run_shell(*this, check + "--stdin-filename x.jsonl - < a.jsonl | sort").out == whole.out);
}

BOOST_AUTO_TEST_CASE(lists_of_paths) {
  write("list", "cables/odd.txt\n\na.jsonl\n");
  write("-", "FAINT");
  const std::string wanted =
      "all:2:1: TEST001 error: the word LOUD\n"
      "all:2:10: TEST002 warning: the word ODD\n"
      "all:3:1: TEST003 note: the word FAINT\n"
      "odd:1:1: TEST002 warning: the word ODD\n"
      "cables/odd.txt:1:1: TEST002 warning: the word ODD\n";
  for (const char* arguments :
       {"--files-from list", "--files-from - < list", "--files-from - cables/odd.txt < list"})
    BOOST_TEST(run_shell(*this, kCheck + "-q " + arguments).out == wanted);
  BOOST_TEST(run_shell(*this, "printf 'a.jsonl\\0cables/odd.txt' | " + kCheck + "-q -0 --files-from -").out ==
             wanted);
  BOOST_TEST(run_shell(*this, "printf -- '-\\n' | " + kCheck + "-q --files-from -").out ==
             "./-:1:1: TEST003 note: the word FAINT\n");
  const struct {
    const char* arguments;
    const char* error;
  } refused[] = {
      {"--files-from gone", "--files-from gone: no such file or folder"},
      {"--files-from cables", "--files-from cables: cannot be read: Is a directory"},
      {"--files-from /dev/null", "--files-from /dev/null: the list is empty"},
      {"--files-from - -", "--files-from -: standard input cannot be both the list and a cable"},
      {"--csv-columns id a.csv",
       "--csv-columns id: write id= or text= and the name of the column, as in `id=number,text=body`"},
      {"--csv-columns id=,text=x a.csv",
       "--csv-columns id=: write id= or text= and the name of the column, as in `id=number,text=body`"},
  };
  for (const auto& each : refused) {
    const Ran ran = run_shell(*this, kCheck + each.arguments);
    BOOST_TEST(ran.exit == 2);
    BOOST_TEST(ran.error == std::string("cablelint: ") + each.error +
                                "\ncablelint: `cablelint check --help` shows how to use it\n");
  }
  const Ran nul = run_shell(*this, "printf 'a\\0b' | " + kCheck + "--files-from -");
  BOOST_TEST(nul.error.starts_with(
      "cablelint: --files-from -: path 1 has a NUL; separate paths by NUL with --null\n"));
}

BOOST_AUTO_TEST_CASE(overrides_fit_the_file_that_holds_a_record) {
  write("cablelint.yaml",
        "rules: [pack.yaml]\nselect: [TEST]\ncsv_columns: [id=number, text=body]\noverrides:\n"
        "  - paths: [a.jsonl]\n    ignore: [TEST001, TEST002]\n");
  BOOST_TEST(run_shell(*this, "cablelint check -q a.jsonl a.csv").out ==
             "faint:1:1: TEST003 note: the word FAINT\nall:3:1: TEST003 note: the word FAINT\n");
}

BOOST_AUTO_TEST_CASE(fixes_never_go_into_containers) {
  // The id is a file that could be mended.
  write("cable.txt", "E.0. 12958: DECL: 05/04/2015\n");
  write("c.jsonl", R"({"id":"cable.txt","text":"E.0. 12958: DECL: 05/04/2015\n"})");
  BOOST_TEST(run_shell(*this, "gzip -k cable.txt; tar -cf c.tar cable.txt").exit == 0);
  for (const char* file : {"c.jsonl", "cable.txt.gz", "c.tar"}) {
    for (const char* option : {"--in-place ", "--fix-dir mended "}) {
      const Ran ran = run_shell(*this, std::string("cablelint check --exit-zero ") + option + file);
      BOOST_TEST(ran.exit == 2);
      BOOST_TEST(ran.error.ends_with(std::string(" is not mended inside ") + file +
                                     "; see what could be mended with --diff\n"),
                 ran.error);
    }
    const Ran diff = run_shell(*this, std::string("cablelint check --exit-zero --diff ") + file);
    BOOST_TEST((diff.out.find("\n+E.O. 12958") != std::string::npos), diff.out);
    BOOST_TEST(diff.exit == 0);
  }
  BOOST_TEST(read("cable.txt") == "E.0. 12958: DECL: 05/04/2015\n");
  BOOST_TEST(run_shell(*this, "ls mended").out == "");
}

BOOST_AUTO_TEST_CASE(parse_and_baseline_read_them_too) {
  BOOST_TEST(run_shell(*this, "cablelint parse a.jsonl | cut -c1-60").out.find("\"all\"") !=
             std::string::npos);
  const std::string baseline = " --rules pack.yaml --select TEST --baseline b.json ";
  BOOST_TEST(run_shell(*this, "cablelint baseline write" + baseline + "a.jsonl").out ==
             "Wrote b.json: 4 entries\n");
  BOOST_TEST(run_shell(*this, "cablelint check" + baseline + "a.jsonl").out ==
             "No findings in 2 cables; 4 suppressed by the baseline.\n");
}

BOOST_AUTO_TEST_CASE(any_number_of_threads_gives_the_same_bytes) {
  std::string lines;
  for (int number = 0; number < 3000; ++number) {
    const std::string id = std::to_string(number);
    lines += number % 40 == 7 ? "{\n"
                              : "{\"id\":\"" + id + "\",\"text\":\"" +
                                    (number % 3 == 0 ? "ODD" : std::string(150, 'x')) + "\"}\n";
  }
  write("many.jsonl", lines);
  BOOST_TEST(run_shell(*this, "gzip -k many.jsonl; tar -cf many.tar many.jsonl cables").exit == 0);
  const std::string command = kCheck + "--output jsonl many.jsonl many.jsonl.gz many.tar cables -j ";
  const Ran one = run_shell(*this, command + "1");
  BOOST_TEST(one.exit == 2);
  BOOST_TEST(
      one.error.ends_with("cablelint: many.tar/many.jsonl: line 2968: is not JSON: brackets, commas or "
                          "quotes are not where they should be\n"));
  for (const char* threads : {"2", "7"}) {
    const Ran more = run_shell(*this, command + threads);
    BOOST_TEST((more.out == one.out));
    BOOST_TEST((more.error == one.error));
  }
}

BOOST_AUTO_TEST_SUITE_END()
