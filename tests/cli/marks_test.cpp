#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "support/program.hpp"

using cablelint::tests::Ran;
using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;

BOOST_FIXTURE_TEST_SUITE(marks_command_test, TemporaryFolder)

BOOST_AUTO_TEST_CASE(text_for_people) {
  const Ran ran = run_shell(*this, "cablelint marks '(S/NF)' '(SNF)' '(SBU)'");
  BOOST_TEST(ran.out ==
             "(S/NF): valid portion mark\n"
             "  S   SECRET\n"
             "  NF  not releasable to foreign nationals\n"
             "\n"
             "(SNF): not a valid portion mark\n"
             "  problem: `SNF` is no level; did you mean `S/NF`? [level-unknown]\n"
             "\n"
             "(SBU): valid portion mark\n"
             "  SBU  UNCLASSIFIED; sensitive but unclassified (State)\n");
  BOOST_TEST(ran.error == "");
  BOOST_TEST(ran.exit == 1);
  BOOST_TEST(run_shell(*this, "cablelint marks --profile ic 'SECRET//NF'").out ==
             "SECRET//NF: valid banner\n"
             "  SECRET  SECRET\n"
             "  NF      not releasable to foreign nationals\n"
             "  remark: a banner says NOFORN for `NF` [form]\n");
}

BOOST_AUTO_TEST_CASE(json_for_programs) {
  BOOST_TEST(
      run_shell(*this, "cablelint marks --output json '(S/NF)'").out ==
      R"x({"text":"(S/NF)","as":"portion","valid":true,"level":"S","controls":["NF"],"problems":[],"remarks":[]})x"
      "\n");
  const Ran ran =
      run_shell(*this, "printf 'S//TK\\r\\n\\nSECRET' | cablelint marks --profile ic --output json -");
  BOOST_TEST(ran.exit == 1);
  BOOST_TEST(
      ran.out ==
      R"({"text":"S//TK","as":"portion","valid":false,"level":"S","controls":["TK"],"problems":[)"
      R"({"code":"companion","message":"`TK` needs a release marking; add NOFORN, REL TO, RELIDO or DISPLAY ONLY"}],)"
      R"("remarks":[]})"
      "\n"
      R"({"text":"","as":"banner","valid":false,"level":null,"controls":[],"problems":[)"
      R"({"code":"empty","message":"there is no mark; write one, as in `(S/NF)`"}],"remarks":[]})"
      "\n"
      R"({"text":"SECRET","as":"banner","valid":true,"level":"S","controls":[],"problems":[],"remarks":[]})"
      "\n");
}

BOOST_AUTO_TEST_CASE(any_bytes) {
  const Ran ran =
      run_shell(*this,
                "head -c 100000 /dev/zero | tr '\\0' S >a; printf '\\n\\033[2J\\377\\000\\n(S/NF' >>a; "
                "cablelint marks --output json - <a");
  BOOST_TEST(ran.exit == 1);
  BOOST_TEST(ran.error == "");
  std::istringstream lines(ran.out);
  std::string found;
  for (std::string line; std::getline(lines, line);) {
    const auto parsed = nlohmann::json::parse(line);
    for (const auto& problem : parsed["problems"]) found += problem["code"].get<std::string>() + ' ';
  }
  BOOST_TEST(found == "too-long strange-character brackets ");
  BOOST_TEST(run_shell(*this, "cablelint marks \"$(printf '\\033[2J')\"").out ==
             "\\x1b[2J: not a valid banner\n"
             "  problem: `\\x1b` is no character of a mark; write capitals, digits, blanks and / - , only "
             "[strange-character]\n");
  BOOST_TEST(
      run_shell(*this, "cablelint marks ''").out ==
      "(nothing): not a valid banner\n  problem: there is no mark; write one, as in `(S/NF)` [empty]\n");
}

BOOST_AUTO_TEST_CASE(wrong_usage) {
  const struct {
    const char* arguments;
    const char* error;
  } cases[] = {
      {"",
       "no TEXT was given; write a mark, as in `cablelint marks \"(S/NF)\"`, or read one a line from "
       "standard input "
       "with `cablelint marks -`"},
      {"--profile stat S", "--profile stat: the profiles are ic and state; did you mean `state`?"},
      {"--as footer S", "--as footer: write banner or portion"},
      {"--output xml S", "--output xml: write text or json"},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, std::string("cablelint marks ") + each.arguments);
    BOOST_TEST(ran.exit == 2);
    BOOST_TEST(ran.out == "");
    BOOST_TEST(ran.error == std::string("cablelint: ") + each.error +
                                "\ncablelint: `cablelint marks --help` shows how to use it\n");
  }
  const Ran help = run_shell(*this, "cablelint marks --help");
  BOOST_TEST(help.exit == 0);
  BOOST_TEST((help.out.find("Example: ") != std::string::npos), help.out);
}

BOOST_AUTO_TEST_SUITE_END()
