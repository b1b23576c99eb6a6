#include <boost/test/unit_test.hpp>
#include <regex>
#include <set>
#include <string>

#include "cli/pack.hpp"

using cablelint::tests::Ran;
using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;

namespace {

/// The options that stand at the beginning of lines.
std::set<std::string> options_in(const std::string& text) {
  std::set<std::string> options;
  const std::regex line("(?:^|\n) +((?:-[A-Za-z], ?)?--[^\n]*)");
  const std::regex option("--[a-z-]+");
  for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at) {
    const std::string found = std::regex_replace((*at)[1].str(), std::regex("\\[no-\\]"), "");
    std::smatch first;
    if (std::regex_search(found, first, option)) options.insert(first.str());
  }
  return options;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(manual_test, TemporaryFolder)

BOOST_AUTO_TEST_CASE(linters_are_content) {
  BOOST_TEST(run_shell(*this, "cablelint man > cablelint.1").exit == 0);
  const Ran mandoc = run_shell(*this, "mandoc -T lint -W warning cablelint.1");
  BOOST_TEST(mandoc.exit == 0, mandoc.out << mandoc.error);
  const Ran man = run_shell(*this, "man --warnings -E UTF-8 -l cablelint.1 > shown");
  BOOST_TEST(man.exit == 0);
  BOOST_TEST(man.error == "");
  BOOST_TEST((read("shown").find("nearest cablelint.yaml") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(has_every_option_of_every_command) {
  const std::string page = run_shell(*this, "cablelint man | MANWIDTH=200 man -E ascii -l - | col -bx").out;
  const std::set<std::string> known = options_in(page);
  BOOST_TEST(known.size() > 20U);
  for (const char* command : {"",
                              "check",
                              "parse",
                              "marks",
                              "redactions list",
                              "rules list",
                              "rules explain",
                              "rules new",
                              "rules test",
                              "rules eval",
                              "rules reference",
                              "rules schema",
                              "rules docs",
                              "config show",
                              "config init",
                              "config schema",
                              "baseline write",
                              "baseline update",
                              "baseline prune",
                              "completions",
                              "man"}) {
    const std::string name = "cablelint" + (*command == '\0' ? "" : ' ' + std::string(command));
    BOOST_TEST((page.find("   " + name + '\n') != std::string::npos || *command == '\0'), name);
    for (const std::string& option : options_in(run_shell(*this, name + " --help").out))
      BOOST_TEST(known.contains(option), name << " has " << option);
  }
}

BOOST_AUTO_TEST_CASE(has_the_variables_of_the_environment) {
  const std::string page = run_shell(*this, "cablelint man").out;
  BOOST_TEST((page.find(".TP\n\\fBCABLELINT_FAIL_ON\\fR\n\\fB\\-\\-fail\\-on\\fR, and \\fBfail_on\\fR in the "
                        "configuration.\n") != std::string::npos));
}

BOOST_AUTO_TEST_SUITE_END()
