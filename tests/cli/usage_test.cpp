#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "cli/pack.hpp"

using cablelint::tests::PackFolder;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;

BOOST_FIXTURE_TEST_SUITE(usage_test, PackFolder)

BOOST_AUTO_TEST_CASE(what_is_wrong_and_where_to_look) {
  const struct {
    const char* arguments;
    std::string_view error;
    std::string_view command;
  } cases[] = {
      {"", "no command was given", "cablelint"},
      {"chek cables", "there is no command `chek`; did you mean `check`?", "cablelint"},
      {"--frobnicate", "there is no option --frobnicate", "cablelint"},
      {"rules", "no command was given", "cablelint rules"},
      {"rules lst", "there is no command `lst`; did you mean `list`?", "cablelint rules"},
      {"check",
       "no PATH was given; name files or folders of cables, as in `cablelint check cables/`, or read "
       "standard input "
       "with `cablelint check -`",
       "cablelint check"},
      {"parse",
       "no PATH was given; name files or folders of cables, as in `cablelint parse cables/`, or read "
       "standard input "
       "with `cablelint parse -`",
       "cablelint parse"},
      {"check cables --statistic", "there is no option --statistic; did you mean `--statistics`?",
       "cablelint check"},
      {"check cables --as-of", "--as-of: 1 required YYYY-MM-DD missing", "cablelint check"},
      {"check cables --as-of 2026-02-30", "--as-of 2026-02-30: there is no such day; 2026-02 has 28 days",
       "cablelint check"},
      {"check cables --as-of 2024-02-30", "--as-of 2024-02-30: there is no such day; 2024-02 has 29 days",
       "cablelint check"},
      {"check cables --as-of 2026-13-01", "--as-of 2026-13-01: there is no month 13", "cablelint check"},
      {"check cables --as-of 0000-01-01", "--as-of 0000-01-01: years run from 0001 to 9999",
       "cablelint check"},
      {"check cables --as-of tomorrow", "--as-of tomorrow: write the date as YYYY-MM-DD, as in 2026-01-31",
       "cablelint check"},
      {"check cables --as-of 1/31/2026", "--as-of 1/31/2026: write the date as YYYY-MM-DD, as in 2026-01-31",
       "cablelint check"},
      {"check cables --fail-on info", "--fail-on info: write error, warning or note", "cablelint check"},
      {"check cables --color red", "--color red: write auto, always or never", "cablelint check"},
      {"check cables -j 0", "--jobs 0: write a number from 1 to 1024", "cablelint check"},
      {"check cables --output json:",
       "--output json:: name a file behind the colon, as in `--output json:report`", "cablelint check"},
      {"check cables --output json --output full",
       "--output json and --output full would both go to standard output; give one of them another file, as "
       "in "
       "`--output full:FILE`",
       "cablelint check"},
      {"check cables --output json:a --output full:a",
       "--output json and --output full would both go to a; give one of them another file, as in `--output "
       "full:FILE`",
       "cablelint check"},
      {"parse cables --output xml", "--output xml: the only format is json", "cablelint parse"},
      {"rules list --output xml", "--output xml: write text or json", "cablelint rules list"},
      {"rules explain", "RULE is required", "cablelint rules explain"},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, "cablelint " + std::string(each.arguments));
    BOOST_TEST(ran.exit == 2, each.arguments);
    BOOST_TEST(ran.out == "");
    BOOST_TEST(ran.error == "cablelint: " + std::string(each.error) + "\ncablelint: `" +
                                std::string(each.command) + " --help` shows how to use it\n");
  }
}

BOOST_AUTO_TEST_CASE(unknown_formats_and_selectors) {
  const Ran format = run_shell(*this, "cablelint check cables --output fulll");
  BOOST_TEST(format.exit == 2);
  BOOST_TEST(format.error.starts_with(
      "cablelint: --output fulll: there is no format `fulll`; did you mean `full`? the formats are "
      "full, "));
  const Ran selector =
      run_shell(*this, "cablelint check --rules pack.yaml cables --select TEST,TESTT001 --ignore od-word");
  BOOST_TEST(selector.exit == 2);
  BOOST_TEST((selector.error.find("TESTT001") != std::string::npos), selector.error);
  BOOST_TEST((selector.error.find("odd-word") != std::string::npos), selector.error);
}

BOOST_AUTO_TEST_CASE(every_command_has_help_with_an_example) {
  for (const char* command : {"", "check", "parse", "rules", "rules list", "rules explain", "rules test",
                              "config", "config show", "config init", "config schema", "baseline",
                              "baseline write", "baseline update", "baseline prune", "completions", "man"}) {
    const Ran ran = run_shell(*this, "cablelint " + std::string(command) + " --help");
    BOOST_TEST(ran.exit == 0);
    BOOST_TEST(ran.error == "");
    BOOST_TEST((ran.out.find("Example: ") != std::string::npos), ran.out);
    BOOST_TEST((ran.out.find("  cablelint ") != std::string::npos), ran.out);
  }
}

BOOST_AUTO_TEST_CASE(version) {
  for (const char* option : {"--version", "-V"}) {
    const Ran ran = run_shell(*this, std::string("cablelint ") + option);
    BOOST_TEST(ran.exit == 0);
    BOOST_TEST((ran.out.starts_with("cablelint ") && ran.out.ends_with('\n')), ran.out);
  }
}

BOOST_AUTO_TEST_CASE(words_that_look_like_something_else) {
  write("-dash.txt", "ODD");
  write("[1973]/a.txt", "ODD");
  write("check.txt", "ODD");
  const std::string check = "cablelint check --rules pack.yaml --select TEST -q ";
  BOOST_TEST(run_shell(*this, check + "-- -dash.txt").out ==
             "./-dash.txt:1:1: TEST002 warning: the word ODD\n");
  BOOST_TEST(
      run_shell(*this, check + "check.txt -- -dash.txt").out ==
      "./-dash.txt:1:1: TEST002 warning: the word ODD\ncheck.txt:1:1: TEST002 warning: the word ODD\n");
  BOOST_TEST(run_shell(*this, check + "'[1973]'").out ==
             "./[1973]/a.txt:1:1: TEST002 warning: the word ODD\n");
  BOOST_TEST(run_shell(*this, check + "check parse").error ==
             "cablelint: check: no such file or folder\ncablelint: parse: no such file or folder\n");
  BOOST_TEST(run_shell(*this, "cablelint check \"$(printf 'a\\033[2J')\"").error ==
             "cablelint: a\\x1b[2J: no such file or folder\n");
}

BOOST_AUTO_TEST_SUITE_END()
