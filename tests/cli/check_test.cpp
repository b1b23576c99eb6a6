#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "cli/pack.hpp"
#include "reports/report.hpp"

namespace {

using cablelint::tests::kCheck;
using cablelint::tests::PackFolder;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(check_command_test, PackFolder)

BOOST_AUTO_TEST_CASE(exit_codes) {
  const struct {
    const char* arguments;
    int exit;
  } cases[] = {
      {"cables/silent.txt", 0},
      {"cables/all.txt", 1},
      {"cables/odd.txt", 0},
      {"--fail-on warning cables/odd.txt", 1},
      {"--fail-on warning cables/faint.txt", 0},
      {"--fail-on note cables/faint.txt", 1},
      {"--fail-on=error cables/odd.txt cables/faint.txt", 0},
      {"--exit-zero cables/all.txt", 0},
      {"cables", 1},
      {"cables gone.txt", 2},
      {"--exit-zero cables gone.txt", 2},
      {"--ignore TEST001 cables", 0},
      {"--ignore loud-word --fail-on warning cables", 1},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, kCheck + each.arguments);
    BOOST_TEST(ran.exit == each.exit, each.arguments << " gave " << ran.exit << "\n" << ran.out << ran.error);
  }
}

BOOST_AUTO_TEST_CASE(concise_report) {
  const Ran ran = run_shell(*this, kCheck + "cables");
  BOOST_TEST(ran.out ==
             "cables/all.txt:2:1: TEST001 error: the word LOUD\n"
             "cables/all.txt:2:10: TEST002 warning: the word ODD\n"
             "cables/all.txt:3:1: TEST003 note: the word FAINT\n"
             "cables/faint.txt:1:1: TEST003 note: the word FAINT\n"
             "cables/odd.txt:1:1: TEST002 warning: the word ODD\n"
             "Found 5 findings (1 error, 2 warnings, 2 notes) in 3 of 4 cables.\n");
  BOOST_TEST(ran.error == "");
}

BOOST_AUTO_TEST_CASE(profiles) {
  const Ran unknown = run_shell(*this, "cablelint check --profile releas cables");
  BOOST_TEST(unknown.exit == 2);
  BOOST_TEST(unknown.error.starts_with(
      "cablelint: --profile releas: there is no such profile; the profiles are marking, release, archive\n"));
  write("free.txt",
        "CONFIDENTIAL ARCADIA 000042\n\nE.O. 12958: DECL: 05/04/2015\nTAGS: PREL\nSUBJECT: A HARBOR\n\n1. "
        "(C) Text.\n");
  const Ran before = run_shell(*this, "cablelint check --profile release --as-of 2015-05-03 free.txt");
  BOOST_TEST(before.exit == 1);
  BOOST_TEST(before.out ==
             "free.txt:3:13: REL001 error: not releasable on 2015-05-03: the cable is CONFIDENTIAL until "
             "2015-05-04\n"
             "free.txt:7:4: REL002 error: the portion (C) stops the release\n"
             "Found 2 findings (2 errors) in 1 of 1 cable.\n");
  const Ran after = run_shell(*this, "cablelint check --profile release --as-of 2015-05-04 free.txt");
  BOOST_TEST(after.exit == 0);
  BOOST_TEST(after.out ==
             "free.txt:3:19: REL004 note: releasable on 2015-05-04: declassified on 2015-05-04\n"
             "Found 1 finding (1 note) in 1 of 1 cable.\n");
}

BOOST_AUTO_TEST_CASE(full_report) {
  BOOST_TEST(
      run_shell(*this, kCheck + "--output full --quiet --select TEST001 --ignore TEST002,TEST003 cables")
          .out ==
      "TEST001 error: the word LOUD\n"
      " --> cables/all.txt:2:1\n"
      "  |\n"
      "2 | LOUD AND ODD\n"
      "  | ^^^^\n"
      "  |\n"
      "help: Write it softly.\n\n");
}

BOOST_AUTO_TEST_CASE(statistics) {
  BOOST_TEST(run_shell(*this, kCheck + "--statistics cables").out ==
             "2\tTEST002\todd-word\n2\tTEST003\tfaint-word\n1\tTEST001\tloud-word\n"
             "Found 5 findings (1 error, 2 warnings, 2 notes) in 3 of 4 cables.\n");
}

BOOST_AUTO_TEST_CASE(standard_input) {
  BOOST_TEST(run_shell(*this, "printf ODD | " + kCheck + "-q -").out ==
             "-:1:1: TEST002 warning: the word ODD\n");
  BOOST_TEST(run_shell(*this, "printf ODD | " + kCheck + "-q --stdin-filename a/b.txt -").out ==
             "a/b.txt:1:1: TEST002 warning: the word ODD\n");
  BOOST_TEST(run_shell(*this, kCheck + "-").out == "No findings in 1 cable.\n");
  const Ran ran = run_shell(*this, "exec <&-; " + kCheck + "-");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(ran.error == "cablelint: -: cannot be read: Bad file descriptor\n");
}

BOOST_AUTO_TEST_CASE(problems_do_not_stop_the_others) {
  write("b.pdf", "%PDF-1.7\n");
  write("u.txt", std::string_view("\xFF\xFEO\0D\0D\0", 8));
  std::filesystem::create_directory(path() / "none");
  const Ran ran = run_shell(
      *this, kCheck + "--output concise --output json:r.json u.txt none cables/odd.txt b.pdf gone.txt");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(
      ran.out ==
      "cables/odd.txt:1:1: TEST002 warning: the word ODD\nFound 1 finding (1 warning) in 1 of 1 cable.\n");
  BOOST_TEST(ran.error ==
             "cablelint: b.pdf: is a PDF document, not text; extract its text first\n"
             "cablelint: gone.txt: no such file or folder\n"
             "cablelint: none: no cables (*.txt, *.cable) found\n"
             "cablelint: u.txt: is UTF-16 text; convert it to UTF-8 first\n");
  const auto report = nlohmann::json::parse(read("r.json"));
  BOOST_TEST(report["errors"].dump() ==
             R"([{"message":"is a PDF document, not text; extract its text first","source":"b.pdf"},)"
             R"({"message":"no such file or folder","source":"gone.txt"},)"
             R"({"message":"no cables (*.txt, *.cable) found","source":"none"},)"
             R"({"message":"is UTF-16 text; convert it to UTF-8 first","source":"u.txt"}])");
}

BOOST_AUTO_TEST_CASE(json_report) {
  const Ran ran =
      run_shell(*this, kCheck + "--as-of 2026-01-01 --output json cables/all.txt cables/silent.txt");
  BOOST_TEST(ran.exit == 1);
  const auto report = nlohmann::ordered_json::parse(ran.out);
  BOOST_TEST(report["schema"] == "cablelint.findings/1");
  BOOST_TEST(report["as_of"] == "2026-01-01");
  BOOST_TEST(report["summary"].dump() == R"({"cables":2,"findings":3,"error":1,"warning":1,"note":1})");
  nlohmann::ordered_json first = report["findings"][0];
  BOOST_TEST(first["fingerprint"].get<std::string>().size() == 16U);
  first.erase("fingerprint");
  BOOST_TEST(
      first.dump() ==
      R"({"rule":"TEST001","name":"loud-word","level":"error","source":"cables/all.txt","line":2,"column":1,)"
      R"("end_line":2,"end_column":5,"offset":19,"length":4,"message":"the word LOUD","help":"Write it softly.","record":null})");
}

BOOST_AUTO_TEST_CASE(any_number_of_threads_gives_the_same_bytes) {
  for (int number = 0; number < 300; ++number) {
    write("many/" + std::to_string(number % 7) + "/" + std::to_string(number) + ".txt",
          number % 3 == 0 ? "ODD\nLOUD\n" : std::string(static_cast<std::size_t>(number), '\n') + "FAINT");
  }
  for (const std::string_view format : cablelint::reports::formats()) {
    const std::string command =
        kCheck + "--as-of 2026-01-01 many gone.txt --sarif-max-results 120 --output " + std::string(format);
    const Ran one = run_shell(*this, command + " -j 1");
    BOOST_TEST(one.exit == 2);
    for (const char* threads : {" -j 2", " -j 7", ""}) {
      const Ran more = run_shell(*this, command + threads);
      BOOST_TEST((more.out == one.out), format << threads);
      BOOST_TEST(more.error == one.error);
    }
  }
}

BOOST_AUTO_TEST_CASE(two_reports_do_not_share_a_file) {
  std::filesystem::create_symlink("r", path() / "link");
  write("r", "old");
  for (const char* second : {"r", "./r", "cables/../r", "link"}) {
    const Ran ran =
        run_shell(*this, kCheck + "--output json:r --output sarif:" + std::string(second) + " cables");
    BOOST_TEST(ran.exit == 2);
    BOOST_TEST(ran.error.starts_with("cablelint: --output json and --output sarif would both go to " +
                                     std::string(second) +
                                     "; give one of them another file, as in `--output sarif:FILE`\n"),
               ran.error);
  }
  // A file that is not there yet.
  const Ran ran = run_shell(*this, kCheck + "--output json:new --output sarif:./new cables");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(ran.error.starts_with("cablelint: --output json and --output sarif would both go to ./new;"),
             ran.error);
  BOOST_TEST(read("r") == "old");
  BOOST_TEST(run_shell(*this, kCheck + "--output json:r --output sarif:s cables/odd.txt").exit == 0);
}

BOOST_AUTO_TEST_CASE(faulty_packs_stop_before_any_cable) {
  write("bad.yaml", "- id: TEST009\n  mesage: x\n");
  const Ran ran = run_shell(*this, "cablelint check --rules bad.yaml gone.txt");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(ran.out == "");
  BOOST_TEST((ran.error.find("bad.yaml:2:3: error: unknown key `mesage`; did you mean `message`?\n") !=
              std::string::npos),
             ran.error);
  BOOST_TEST((ran.error.find(" faults in the rule packs; nothing was checked\n") != std::string::npos),
             ran.error);
  BOOST_TEST((ran.error.find("gone.txt") == std::string::npos), ran.error);
}

BOOST_AUTO_TEST_CASE(hostile_names_and_texts_are_escaped) {
  write("cables/\x1b[2J\n.txt", "LOUD \x1b]0;x\x07\n");
  const Ran ran = run_shell(*this, kCheck + "--output full -q cables/*J*.txt ./gone*\x07");
  BOOST_TEST(ran.out ==
             "TEST001 error: the word LOUD\n"
             " --> cables/\\x1b[2J\\n.txt:1:1\n"
             "  |\n"
             "1 | LOUD \\x1b]0;x\\x07\n"
             "  | ^^^^\n"
             "  |\n"
             "help: Write it softly.\n\n");
  BOOST_TEST(ran.error == "cablelint: ./gone*\\x07: no such file or folder\n");
}

BOOST_AUTO_TEST_SUITE_END()
