#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cli/pack.hpp"

namespace {

using cablelint::tests::Ran;
using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;

/// Keys that put all completions in the place of a word: Meta-* of readline.
constexpr std::string_view kAll = "\033*";

struct Typed {
  std::string keys;
  std::string_view command;  // that bash and zsh then run
};

struct Folder : TemporaryFolder {
  Folder() {
    write("cables/a.txt", "");
    write("cables/with blank.txt", "");
  }

  /// What a shell on a terminal runs when these keys are typed: the words of `cablelint`, one line each time.
  [[nodiscard]] std::string typed(const std::string& shell, const std::string& setup,
                                  const std::vector<Typed>& lines) const {
    std::string keys = "PS1='' PS2='' PROMPT_EOL_MARK=''; stty -echo\n" + setup +
                       "\ncablelint() { printf 'GIV''EN'; printf ' <%s>' \"$@\"; printf '\\n'; }\n";
    for (const Typed& line : lines) keys += "cablelint " + line.keys + '\n';
    write("keys", keys + "exit\n");
    const Ran ran =
        run_shell(*this, "script -qec '" + shell +
                             "' /dev/null <keys | tr -d '\\r' | grep -a '^GIVEN' | sed 's/^GIVEN //'");
    BOOST_TEST(ran.error == "");
    return ran.out;
  }
};

std::string commands(const std::vector<Typed>& lines) {
  std::string text;
  for (const Typed& line : lines) text += std::string(line.command) + '\n';
  return text;
}

/// What both shells complete alike.
const std::vector<Typed> kLines = {
    {"che\t", "<check>"},
    {"check --fail-on w\t", "<check> <--fail-on> <warning>"},
    {"check --fail-on=w\t", "<check> <--fail-on=warning>"},
    {"check --levels DCL001=w\t", "<check> <--levels> <DCL001=warning>"},
    {"check --select CLS001,DCL017\t", "<check> <--select> <CLS001,DCL017>"},
    {"check cables/w\t", "<check> <cables/with blank.txt>"},
    {"check --output js\tl\t", "<check> <--output> <jsonl>"},
    {"rules expl\t DCL017\t", "<rules> <explain> <DCL017>"},
    {"check --profile arc\t", "<check> <--profile> <archive>"},
    {"check --no-st\t", "<check> <--no-statistics>"},
    {"marks --as ban\t", "<marks> <--as> <banner>"},
    {"completions z\t", "<completions> <zsh>"},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(completions_test, Folder)

BOOST_AUTO_TEST_CASE(bash) {
  BOOST_TEST(run_shell(*this, "cablelint completions bash > bash").exit == 0);
  BOOST_TEST(run_shell(*this, "bash -n bash").error == "");
  std::vector<Typed> lines = kLines;
  lines.push_back({"check --output json:cables/a\t", "<check> <--output> <json:cables/a.txt>"});
  lines.push_back({"check -- --fail\t", "<check> <--> <--fail>"});
  lines.push_back({"check --config ch\t", "<check> <--config> <ch>"});
  lines.push_back({"check --fail-on " + std::string(kAll), "<check> <--fail-on> <error> <note> <warning>"});
  lines.push_back({"check -q --fail-on note --color=" + std::string(kAll),
                   "<check> <-q> <--fail-on> <note> <--color=always> <auto> <never>"});
  lines.push_back({"config " + std::string(kAll), "<config> <init> <schema> <show>"});
  lines.push_back({"rules list -" + std::string(kAll), "<rules> <list> <--help> <--output> <--rules> <-h>"});
  BOOST_TEST(typed("bash --noprofile --norc -i", "source ./bash", lines) == commands(lines));
}

BOOST_AUTO_TEST_CASE(zsh) {
  BOOST_TEST(run_shell(*this, "mkdir zsh && cablelint completions zsh > zsh/_cablelint").exit == 0);
  BOOST_TEST(run_shell(*this, "zsh -n zsh/_cablelint").error == "");
  BOOST_TEST(typed("zsh -f -i", "fpath=($PWD/zsh $fpath); autoload -Uz compinit; compinit -u -D", kLines) ==
             commands(kLines));
}

BOOST_AUTO_TEST_CASE(fish) {
  BOOST_TEST(run_shell(*this, "cablelint completions fish > fish").exit == 0);
  BOOST_TEST(run_shell(*this, "fish --no-execute fish").error == "");
  const struct {
    const char* line;
    std::string_view words;
  } cases[] = {
      {"ch", "check "},
      {"config ", "init schema show "},
      {"check --fail-on ", "error note warning "},
      {"check --fail-on=w", "--fail-on=warning "},
      {"check --select CLS001,DCL017", "CLS001,DCL017 "},
      {"check --select CLS001,DCL01",
       "CLS001,DCL010 CLS001,DCL011 CLS001,DCL012 CLS001,DCL013 CLS001,DCL014 "
       "CLS001,DCL015 CLS001,DCL016 CLS001,DCL017 CLS001,DCL018 "},
      {"check cables/w", "cables/with blank.txt "},
      {"check --output json:cables/a", "json:cables/a.txt "},
      {"rules explain DCL017", "DCL017 "},
      {"check --profile ", "archive marking release "},
      {"check --no-st", "--no-statistics "},
      {"marks --as ", "banner portion "},
      {"completions ", "bash fish zsh "},
      {"man cab", ""},
  };
  for (const auto& each : cases) {
    const Ran ran =
        run_shell(*this, "HOME=$PWD fish --no-config -c 'source ./fish; complete -C \"cablelint " +
                             std::string(each.line) + "\"' | cut -f 1 | tr '\\n' ' '");
    BOOST_TEST(ran.out == each.words, each.line << " gives " << ran.out << ran.error);
  }
}

BOOST_AUTO_TEST_CASE(another_shell) {
  const Ran ran = run_shell(*this, "cablelint completions tcsh");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(ran.out == "");
  BOOST_TEST(ran.error ==
             "cablelint: there are no completions for tcsh; write bash, fish or zsh\n"
             "cablelint: `cablelint completions --help` shows how to use it\n");
}

BOOST_AUTO_TEST_SUITE_END()
