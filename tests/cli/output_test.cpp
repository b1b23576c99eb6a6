#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cli/pack.hpp"
#include "reports/report.hpp"

using cablelint::tests::kCheck;
using cablelint::tests::PackFolder;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;

namespace fs = std::filesystem;

namespace {

/// More output than a pipe holds.
const std::string kMakeMany =
    "yes LOUD | head -1000 >cables/0.txt; for n in $(seq 59); do cp cables/0.txt cables/$n.txt; done; ";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(output_test, PackFolder)

BOOST_AUTO_TEST_CASE(files_take_the_place_of_standard_output) {
  const Ran ran =
      run_shell(*this, kCheck + "--output concise:a.report --output json:b.report cables/odd.txt; ls -A");
  BOOST_TEST(ran.out == "a.report\nb.report\ncables\npack.yaml\n");
  BOOST_TEST(
      read("a.report") ==
      "cables/odd.txt:1:1: TEST002 warning: the word ODD\nFound 1 finding (1 warning) in 1 of 1 cable.\n");
  BOOST_TEST(read("b.report").starts_with("{\"schema\":\"cablelint.findings/1\""));
  BOOST_TEST(
      run_shell(*this, kCheck + "--color always --output concise:a.report --output full cables/odd.txt")
          .out != "");
  BOOST_TEST((read("a.report").find('\x1b') == std::string::npos));
}

BOOST_AUTO_TEST_CASE(files_keep_links_and_permissions) {
  write("real", "old");
  chmod((path() / "real").c_str(), 0640);
  fs::create_symlink("real", path() / "link");
  BOOST_TEST(run_shell(*this, kCheck + "--output concise:link cables/silent.txt").exit == 0);
  BOOST_TEST(fs::is_symlink(path() / "link"));
  BOOST_TEST(read("real") == "No findings in 1 cable.\n");
  struct stat status {};
  BOOST_REQUIRE(stat((path() / "real").c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 0777) == 0640U);
  BOOST_TEST(run_shell(*this, "umask 027; " + kCheck + "--output concise:new cables/silent.txt").exit == 0);
  BOOST_REQUIRE(stat((path() / "new").c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 0777) == 0640U);
}

BOOST_AUTO_TEST_CASE(outputs_that_cannot_be_written) {
  const struct {
    std::string script;
    std::string_view error;
  } cases[] = {
      {kCheck + "--output json:none/r.json cables/all.txt",
       "cablelint: none/r.json: cannot be written: there is no folder `none`\n"},
      {kCheck + "--output json:/proc/r.json gone.txt",
       "cablelint: /proc/r.json: cannot be written: No such file or directory\n"},
      {"export GITHUB_STEP_SUMMARY=none/s.md; " + kCheck + "--output github gone.txt",
       "cablelint: none/s.md: cannot be written: No such file or directory\n"},
      {kCheck + "--output json:cables cables/all.txt",
       "cablelint: cables: cannot be written: Is a directory\n"},
      {kCheck + "cables/all.txt >/dev/full",
       "cablelint: standard output: cannot be written: No space left on device\n"},
      {kCheck + "--output json cables/silent.txt >/dev/full",
       "cablelint: standard output: cannot be written: No space left on device\n"},
      {kCheck + "--output json:/dev/full cables/all.txt",
       "cablelint: /dev/full: cannot be written: No space left on device\n"},
      {kCheck + "cables/all.txt >&-", "cablelint: standard output: cannot be written: Bad file descriptor\n"},
      {"cablelint parse cables/all.txt >/dev/full",
       "cablelint: standard output: cannot be written: No space left on device\n"},
      {"cablelint rules list >/dev/full",
       "cablelint: standard output: cannot be written: No space left on device\n"},
      {"cablelint --help >/dev/full",
       "cablelint: standard output: cannot be written: No space left on device\n"},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, each.script);
    BOOST_TEST(ran.exit == 2, each.script);
    BOOST_TEST(ran.error == each.error);
  }
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_the_old_file) {
  // The shell's limit on the size of files stands in for a full disk.
  const std::string full = "yes LOUD | head -5000 >cables/many.txt; trap '' XFSZ; ulimit -f 1; ";
  for (const std::string_view format : cablelint::reports::formats()) {
    write("report", "old");
    const Ran ran =
        run_shell(*this, full + kCheck + "--output " + std::string(format) + ":report cables/many.txt");
    BOOST_TEST(ran.exit == 2);
    BOOST_TEST(ran.error == "cablelint: report: cannot be written: File too large\n", format);
    BOOST_TEST(read("report") == "old");
    BOOST_TEST(run_shell(*this, "ls -A").out == "cables\npack.yaml\nreport\n");
  }
  // The summary of a step has an end and no beginning of its own.
  const Ran ran = run_shell(*this, full + "export GITHUB_STEP_SUMMARY=report; " + kCheck +
                                       "-q --output github:/dev/null cables/many.txt");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(ran.error == "cablelint: report: cannot be written: File too large\n");
  BOOST_TEST(read("report") == "old");
}

BOOST_AUTO_TEST_CASE(the_summary_of_a_step_is_added_to_its_file) {
  write("summary.md", "before\n");
  const Ran ran = run_shell(*this, "export GITHUB_STEP_SUMMARY=summary.md; " + kCheck +
                                       "--output github cables; " + kCheck + "--output concise:c cables");
  BOOST_TEST(ran.out.starts_with("::error title=TEST001 loud-word,file=cables/all.txt,line=2,"));
  const std::string summary = read("summary.md");
  BOOST_TEST(summary.starts_with("before\n## cablelint\n\nFound 5 findings"));
  BOOST_TEST(summary.find("## cablelint") == summary.rfind("## cablelint"));
}

BOOST_AUTO_TEST_CASE(a_reader_that_goes_away_is_no_fault) {
  std::vector<std::string> commands{"", "-j 1 "};
  for (const std::string_view format : cablelint::reports::formats()) {
    // Annotations are so few that a pipe takes them all.
    if (format != "github") commands.push_back("--output " + std::string(format) + ' ');
  }
  for (const std::string& command : commands) {
    const Ran ran = run_shell(
        *this, kMakeMany + "{ " + kCheck + command + "cables; echo $? >status; } | head -c 10; cat status");
    BOOST_TEST(ran.out.size() > 10U);
    BOOST_TEST(ran.out.substr(10) == "0\n", command);
    BOOST_TEST(ran.error == "");
  }
  const Ran parsed = run_shell(
      *this,
      kMakeMany + "{ cablelint parse cables cables/../cables; echo $? >status; } | head -c 0; cat status");
  BOOST_TEST(parsed.out == "0\n");
  BOOST_TEST(parsed.error == "");
}

BOOST_AUTO_TEST_CASE(reports_in_files_outlive_the_reader) {
  const Ran ran = run_shell(
      *this, kMakeMany + "{ " + kCheck +
                 "--output json:r.json --output full cables; echo $? >status; } | head -c 0; cat status");
  BOOST_TEST(ran.out == "1\n");
  BOOST_TEST((read("r.json").find("\"findings\":60005,") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(colors) {
  const std::string escape = "\x1b[";
  const struct {
    std::string setting, arguments;
    bool colored;
  } cases[] = {
      {"", "", false},
      {"", "--color always", true},
      {"NO_COLOR=1", "--color always", true},
      {"FORCE_COLOR=1", "", true},
      {"CLICOLOR_FORCE=1", "", true},
      {"FORCE_COLOR=", "", false},
      {"NO_COLOR=1 FORCE_COLOR=1", "", false},
      {"NO_COLOR= FORCE_COLOR=1", "", true},
      {"FORCE_COLOR=1 TERM=dumb", "", true},
      {"FORCE_COLOR=1", "--color never", false},
      {"FORCE_COLOR=1", "--color auto", true},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, "export " + (each.setting.empty() ? "A=1" : each.setting) + "; " +
                                         kCheck + each.arguments + " cables/odd.txt");
    BOOST_TEST((ran.out.find(escape) != std::string::npos) == each.colored,
               each.setting << ' ' << each.arguments);
  }
}

BOOST_AUTO_TEST_CASE(a_terminal_gets_the_full_report_in_color) {
  if (run_shell(*this, "command -v script").exit != 0) {
    BOOST_TEST_MESSAGE("skipped: the program `script` is not there");
    return;
  }
  const auto on_terminal = [this](const std::string& setting) {
    write("go", "#!/bin/sh\n" + setting +
                    " exec \"$PROGRAM\" check --rules pack.yaml --select TEST -q cables/odd.txt\n");
    return run_shell(*this, "PROGRAM=" CABLELINT_PROGRAM " script -qec 'sh go' /dev/null").out;
  };
  BOOST_TEST(on_terminal("").starts_with("\x1b[1;33mTEST002 warning\x1b[0m: the word ODD\r\n"));
  for (const char* setting : {"NO_COLOR=1", "TERM=dumb", "CLICOLOR=0"}) {
    BOOST_TEST(
        on_terminal(setting).starts_with("TEST002 warning: the word ODD\r\n --> cables/odd.txt:1:1\r\n"),
        setting);
  }
}

BOOST_AUTO_TEST_SUITE_END()
