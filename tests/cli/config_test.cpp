#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <string_view>

#include "cli/pack.hpp"
#include "support/schema_validator.hpp"
#include "support/up_to_date.hpp"

namespace {

using cablelint::tests::PackFolder;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;
using cablelint::tests::SchemaValidator;

const std::filesystem::path kExample = std::filesystem::path{CABLELINT_SOURCE_DIR} / "examples/config";

/// The shortest way to see which findings there are: `-q`, and a report of one line each.
constexpr std::string_view kBase = "rules: pack.yaml\nselect: TEST\nquiet: true\n";

/// A folder with that pack and a configuration that takes it.
struct ConfigFolder : PackFolder {
  ConfigFolder() { configure(""); }
  void configure(std::string_view more) const {
    write("cablelint.yaml", std::string(kBase) + std::string(more));
  }
  /// The rules that fire on the file with every finding, and the levels that they have, or what went wrong.
  [[nodiscard]] std::string found(const std::string& command) const {
    const Ran ran = run_shell(*this, command);
    if (!ran.error.empty()) return ran.error;
    std::string text;
    const std::regex line("(\\S+?):\\d+:\\d+: (\\S+) (\\S+): .*\n");
    for (std::sregex_iterator at(ran.out.begin(), ran.out.end(), line), end; at != end; ++at)
      text += (text.empty() ? "" : " ") + (*at)[2].str() + '=' + (*at)[3].str();
    return text;
  }
};

constexpr std::string_view kAll = "TEST001=error TEST002=warning TEST003=note";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(config_test, ConfigFolder)

BOOST_AUTO_TEST_CASE(command_line_over_environment_over_file_over_default) {
  const struct {
    std::string_view file;
    const char* command;
    int exit;
  } cases[] = {
      {"", "cablelint check cables/odd.txt", 0},
      {"fail_on: warning\n", "cablelint check cables/odd.txt", 1},
      {"fail_on: warning\n", "CABLELINT_FAIL_ON=error cablelint check cables/odd.txt", 0},
      {"fail_on: error\n", "CABLELINT_FAIL_ON=warning cablelint check cables/odd.txt", 1},
      {"fail_on: error\n", "CABLELINT_FAIL_ON=error cablelint check --fail-on warning cables/odd.txt", 1},
      {"fail_on: error\n", "CABLELINT_FAIL_ON= cablelint check cables/all.txt", 1},
      {"exit_zero: true\n", "cablelint check cables/all.txt", 0},
      {"exit_zero: true\n", "cablelint check --no-exit-zero cables/all.txt", 1},
      {"exit_zero: true\n", "CABLELINT_EXIT_ZERO=false cablelint check cables/all.txt", 1},
      {"exit_zero: false\n", "CABLELINT_EXIT_ZERO=1 cablelint check cables/all.txt", 0},
      {"exit_zero: false\n", "CABLELINT_EXIT_ZERO=1 cablelint check --no-exit-zero cables/all.txt", 1},
      {"", "cablelint check --no-exit-zero --exit-zero cables/all.txt", 0},
  };
  for (const auto& each : cases) {
    configure(each.file);
    const Ran ran = run_shell(*this, each.command);
    BOOST_TEST(ran.exit == each.exit, each.file << each.command << " gave " << ran.exit << "\n" << ran.error);
  }
}

BOOST_AUTO_TEST_CASE(which_rules_run) {
  const struct {
    std::string_view file;
    const char* command;
    std::string_view found;
  } cases[] = {
      {"", "cablelint check cables/all.txt", kAll},
      {"ignore: [odd-word]\n", "cablelint check cables/all.txt", "TEST001=error TEST003=note"},
      {"ignore: [TEST002]\n", "cablelint check --ignore TEST001 cables/all.txt",
       "TEST002=warning TEST003=note"},
      {"ignore: [TEST002]\n", "CABLELINT_IGNORE=TEST001,TEST003 cablelint check cables/all.txt",
       "TEST002=warning"},
      {"levels: {TEST: note, faint-word: warning, TEST001: off}\n", "cablelint check cables/all.txt",
       "TEST002=note TEST003=warning"},
      {"levels: {TEST: note}\n", "cablelint check --levels TEST002=error cables/all.txt",
       "TEST001=note TEST002=error TEST003=note"},
      {"levels: {TEST: off}\n", "CABLELINT_LEVELS=TEST002=note,TEST001=error cablelint check cables/all.txt",
       "TEST001=error TEST002=note"},
      // Whoever chooses anew is not bound by a weaker choice.
      {"ignore: [TEST002]\n", "cablelint check --select TEST002 cables/all.txt", "TEST002=warning"},
      {"levels: {TEST002: off, TEST: note}\n", "cablelint check --select TEST002 cables/all.txt",
       "TEST002=note"},
      {"ignore: [TEST002]\n", "cablelint check --select TEST --ignore TEST001 cables/all.txt",
       "TEST002=warning TEST003=note"},
      {"profile: release\n", "cablelint check cables/all.txt", kAll},
      {"", "cablelint check --profile archive --ignore ARC cables/all.txt", ""},
  };
  for (const auto& each : cases) {
    configure(each.file);
    BOOST_TEST(found(each.command) == each.found, each.file << each.command);
  }
}

BOOST_AUTO_TEST_CASE(other_rules_for_some_paths) {
  for (const char* name : {"cables/old/all.txt", "cables/old/deep/all.txt", "cables/new/draft.txt"})
    write(name, "LOUD AND ODD\nFAINT\n");
  configure(
      "overrides:\n"
      "  - paths: [old/]\n"
      "    ignore: [TEST001, TEST002]\n"
      "    levels: {TEST: error}\n"
      "  - paths: [/cables/old/deep, \"draft.*\"]\n"
      "    ignore: [TEST003]\n"
      "  - paths: [all.txt, \"!/cables/old/all.txt\"]\n"
      "    select: TEST001\n");
  const struct {
    const char* command;
    std::string_view found;
  } cases[] = {
      {"cablelint check cables/faint.txt", "TEST003=note"},
      {"cablelint check cables/all.txt", "TEST001=error"},
      {"cablelint check cables/old/all.txt", "TEST003=error"},
      {"cablelint check ./cables/../cables/old//all.txt", "TEST003=error"},
      {"cablelint check $PWD/cables/old/all.txt", "TEST003=error"},
      {"cablelint check cables/old/deep/all.txt", "TEST001=error"},
      {"cablelint check cables/new/draft.txt", "TEST001=error TEST002=warning"},
      {"cd cables/old && cablelint check --config ../../cablelint.yaml all.txt", "TEST003=error"},
      // The command line counts more than what is said of paths.
      {"cablelint check --ignore TEST003 cables/new/draft.txt", "TEST001=error TEST002=warning"},
      {"cablelint check --select TEST002 cables/old/all.txt", "TEST002=error"},
      {"cablelint check --levels TEST=warning cables/old/all.txt", "TEST003=warning"},
      // Standard input stands where its name says.
      {"printf 'ODD FAINT' | cablelint check -", "TEST002=warning TEST003=note"},
      {"printf 'ODD FAINT' | cablelint check --stdin-filename old/x.txt -", "TEST003=error"},
  };
  for (const auto& each : cases) BOOST_TEST(found(each.command) == each.found, each.command);
  const Ran one = run_shell(*this, "cablelint check -j 1 cables");
  BOOST_TEST(one.out ==
             "cables/all.txt:2:1: TEST001 error: the word LOUD\n"
             "cables/faint.txt:1:1: TEST003 note: the word FAINT\n"
             "cables/new/draft.txt:1:1: TEST001 error: the word LOUD\n"
             "cables/new/draft.txt:1:10: TEST002 warning: the word ODD\n"
             "cables/odd.txt:1:1: TEST002 warning: the word ODD\n"
             "cables/old/all.txt:2:1: TEST003 error: the word FAINT\n"
             "cables/old/deep/all.txt:1:1: TEST001 error: the word LOUD\n");
  BOOST_TEST(run_shell(*this, "cablelint check -j 3 cables").out == one.out);
}

BOOST_AUTO_TEST_CASE(an_override_asks_another_question) {
  write("cables/out/a.txt", "CONFIDENTIAL ARCADIA 000042\n\nSUBJECT: A HARBOR\n\n1. (C) Text.\n");
  write("cablelint.yaml",
        "as_of: 1980-01-01\nselect: [CLS]\nquiet: true\noverrides:\n- {paths: out, profile: release}\n");
  BOOST_TEST((found("cablelint check cables/out").find("REL002=error") != std::string::npos));
  BOOST_TEST(found("cablelint check --profile marking --select CLS cables/out") == "");
}

BOOST_AUTO_TEST_CASE(which_file_is_read) {
  configure("ignore: TEST001\n");
  write("other.yaml", std::string(kBase) + "ignore: TEST002\n");
  std::filesystem::create_directories(path() / "cables/deep/er");
  const std::string_view own = "TEST002=warning TEST003=note";
  const std::string_view other = "TEST001=error TEST003=note";
  const struct {
    const char* command;
    std::string_view found;
  } cases[] = {
      {"cablelint check cables/all.txt", own},
      {"cablelint check --config other.yaml cables/all.txt", other},
      {"CABLELINT_CONFIG=other.yaml cablelint check cables/all.txt", other},
      {"CABLELINT_CONFIG=gone.yaml cablelint check --config other.yaml cables/all.txt", other},
      {"CABLELINT_ISOLATED=1 cablelint check --config other.yaml cables/all.txt", other},
      {"CABLELINT_ISOLATED=1 cablelint check --no-isolated cables/all.txt", own},
      {"cablelint check -q --isolated --rules pack.yaml --select TEST cables/all.txt", kAll},
      {"CABLELINT_CONFIG=gone.yaml cablelint check -q --isolated --rules pack.yaml --select TEST "
       "cables/all.txt",
       kAll},
      // Outside of a repository no folder above counts; inside, the nearest file alone does.
      {"cd cables && cablelint check -q --rules ../pack.yaml --select TEST all.txt", kAll},
      {"mkdir .git; cd cables/deep/er && cablelint check ../../all.txt", own},
      {"cp cablelint.yaml cables/deep; sed -i s/pack/..\\\\/..\\\\/pack/ cables/deep/cablelint.yaml; cd "
       "cables/deep/er && "
       "cablelint check --no-quiet --ignore TEST002 ../../all.txt",
       other},
      {"cd cables; mkdir .git; cd deep; rm cablelint.yaml; cablelint check -q --rules ../../pack.yaml "
       "--select TEST ../all.txt",
       kAll},
  };
  for (const auto& each : cases) BOOST_TEST(found(each.command) == each.found, each.command);
}

BOOST_AUTO_TEST_CASE(paths_are_those_of_the_file) {
  std::filesystem::create_directory(path() / ".git");
  configure("output: [concise, \"json:report.json\"]\nexclude: [/cables/odd.txt]\n");
  const Ran ran = run_shell(*this, "cd cables && cablelint check . --ignore TEST001");
  BOOST_TEST(ran.out ==
             "./all.txt:2:10: TEST002 warning: the word ODD\n./all.txt:3:1: TEST003 note: the word FAINT\n"
             "./faint.txt:1:1: TEST003 note: the word FAINT\n");
  BOOST_TEST(ran.error == "");
  BOOST_TEST((read("report.json").find("cablelint.findings/1") != std::string::npos));
  // Patterns of the command line take their place, and are seen from the working directory.
  BOOST_TEST(run_shell(*this, "cd cables && cablelint check . --exclude /all.txt --output concise").out ==
             "./faint.txt:1:1: TEST003 note: the word FAINT\n./odd.txt:1:1: TEST002 warning: the word ODD\n");
  BOOST_TEST(
      run_shell(*this, "cablelint parse cables | grep -o '\"source\":\"[^\"]*\"'").out ==
      "\"source\":\"cables/all.txt\"\n\"source\":\"cables/faint.txt\"\n\"source\":\"cables/silent.txt\"\n");
}

BOOST_AUTO_TEST_CASE(left_out_files) {
  write(".cablelintignore", "odd.*\n");
  const struct {
    const char* command;
    int exit;
    std::string_view out;
    std::string_view error;
  } cases[] = {
      {"cables --ignore TEST001,TEST002", 0,
       "cables/all.txt:3:1: TEST003 note: the word FAINT\ncables/faint.txt:1:1: TEST003 note: the word "
       "FAINT\n",
       ""},
      {"cables --exclude all.txt,faint.txt --fail-on note", 0, "", ""},
      {"cables --exclude all.txt,faint.txt --no-ignore", 0,
       "cables/odd.txt:1:1: TEST002 warning: the word ODD\n", ""},
      {"cables/odd.txt", 0, "cables/odd.txt:1:1: TEST002 warning: the word ODD\n", ""},
      {"cables/odd.txt --force-exclude --fail-on note", 0, "", ""},
      {"cables --exclude cables", 0, "cables/all.txt:2:1: TEST001 error: the word LOUD\n", ""},
      {"cables --exclude '*'", 2, "",
       "cablelint: cables: no cables (*.txt, *.cable) found that are not ignored\n"},
      {"cables --force-exclude --exclude cables", 0, "", ""},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, std::string("cablelint check ") + each.command);
    if (std::string_view(each.command) == "cables --exclude cables") {
      BOOST_TEST(ran.out.starts_with(each.out), ran.out);
      continue;
    }
    BOOST_TEST(ran.exit == each.exit, each.command);
    BOOST_TEST(ran.out == each.out, each.command);
    BOOST_TEST(ran.error == each.error, each.command);
  }
}

BOOST_AUTO_TEST_CASE(all_faults_of_a_file_at_once) {
  write("cablelint.yaml",
        "fail_no: error\n"
        "select: [TEST, {a: b}]\n"
        "ignore:\n"
        "fail_on: info\n"
        "jobs: many\n"
        "as_of: 2026-02-30\n"
        "levels: {TEST001: warnin}\n"
        "output: [fulll]\n"
        "statistics: sometimes\n"
        "overrides:\n"
        "  - path: old\n"
        "  - ignore: TEST\n"
        "  - old\n");
  const Ran ran = run_shell(*this, "cablelint check cables");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(ran.out == "");
  const std::string formats = ran.error.substr(ran.error.find("did you mean `full`?"));
  BOOST_TEST(ran.error ==
             "cablelint.yaml:1:1: error: unknown key `fail_no`; did you mean `fail_on`?\n"
             "  |\n1 | fail_no: error\n  | ^^^^^^^\n"
             "cablelint.yaml:2:16: error: every item of `select` must be text\n"
             "  |\n2 | select: [TEST, {a: b}]\n  |                ^^\n"
             "cablelint.yaml:3:1: error: `ignore` must be text or a list of texts\n"
             "  |\n3 | ignore:\n  | ^^^^^^\n"
             "cablelint.yaml:4:10: error: fail_on info: write error, warning or note\n"
             "  |\n4 | fail_on: info\n  |          ^^^^\n"
             "cablelint.yaml:5:7: error: `jobs` must be a whole number\n"
             "  |\n5 | jobs: many\n  |       ^^^^\n"
             "cablelint.yaml:6:8: error: as_of 2026-02-30: there is no such day; 2026-02 has 28 days\n"
             "  |\n6 | as_of: 2026-02-30\n  |        ^^^^^^^^^^\n"
             "cablelint.yaml:7:19: error: unknown level `warnin`; did you mean `warning`?\n"
             "  |\n7 | levels: {TEST001: warnin}\n  |                   ^^^^^^\n"
             "cablelint.yaml:8:10: error: output fulll: there is no format `fulll`; " +
                 formats.substr(0, formats.find('\n')) +
                 "\n  |\n8 | output: [fulll]\n  |          ^^^^^\n"
                 "cablelint.yaml:9:13: error: `statistics` must be `true` or `false`\n"
                 "  |\n9 | statistics: sometimes\n  |             ^^^^^^^^^\n"
                 "cablelint.yaml:11:5: error: unknown key `path`; did you mean `paths`?\n"
                 "   |\n11 |   - path: old\n   |     ^^^^\n"
                 "cablelint.yaml:12:5: error: this override has no `paths`; name the files it is for\n"
                 "   |\n12 |   - ignore: TEST\n   |     ^^^^^^\n"
                 "cablelint.yaml:13:5: error: every item of `overrides` must be a map of keys\n"
                 "   |\n13 |   - old\n   |     ^^^\n"
                 "cablelint: 12 faults in the configuration; nothing was done\n");
}

BOOST_AUTO_TEST_CASE(words_that_mean_nothing_are_shown_where_they_stand) {
  configure(
      "profile: relase\n"
      "ignore: [TEST001, TESTT]\n"
      "overrides:\n"
      "  - paths: old\n"
      "    levels: {ood-word: note}\n");
  const Ran ran = run_shell(*this, "cablelint check --select TEST --profile marking cables");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(ran.error ==
             "cablelint.yaml:4:10: error: there is no profile `relase`; did you mean `release`?\n"
             "  |\n4 | profile: relase\n  |          ^^^^^^\n"
             "cablelint.yaml:5:19: error: no rule is called \"TESTT\"\n"
             "  |\n5 | ignore: [TEST001, TESTT]\n  |                   ^^^^^\n"
             "cablelint.yaml:8:14: error: no rule is called \"ood-word\"; did you mean \"odd-word\"?\n"
             "  |\n8 |     levels: {ood-word: note}\n  |              ^^^^^^^^\n"
             "cablelint: 3 faults in the configuration; nothing was done\n");
}

BOOST_AUTO_TEST_CASE(files_that_are_no_configuration) {
  const struct {
    std::string_view file;
    std::string_view error;
  } cases[] = {
      {"- a\n", "cablelint.yaml:1:1: error: a configuration must be a map of keys; write fail_on: warning\n"},
      {"a: [\n", "cablelint.yaml:2:1: error: "},
      {"quiet: true\nquiet: true\n",
       "cablelint.yaml:2:1: error: duplicate key `quiet`; it is given first on line 1\n"},
      {"overrides: old\n",
       "cablelint.yaml:1:12: error: `overrides` must be a list of maps; begin each with `- paths:`\n"},
      {"levels: TEST\n",
       "cablelint.yaml:1:9: error: `levels` must be a map of rules to levels; write DCL001: error, or "
       "STR013: off\n"},
      {"exclude: [\"\"]\n", "cablelint.yaml:1:12: error: an empty text in `exclude`\n"},
      {"config: other.yaml\n", "cablelint.yaml:1:1: error: unknown key `config`\n"},
      {"stdin_filename: a\n", "cablelint.yaml:1:1: error: unknown key `stdin_filename`\n"},
      {"\x1b[2J: a\n", "cablelint.yaml:1:1: error: a control character"},
  };
  for (const auto& each : cases) {
    write("cablelint.yaml", each.file);
    const Ran ran = run_shell(*this, "cablelint check cables");
    BOOST_TEST(ran.exit == 2);
    BOOST_TEST(ran.error.starts_with(each.error), ran.error);
    BOOST_TEST(ran.error.ends_with("\ncablelint: 1 fault in the configuration; nothing was done\n"),
               ran.error);
  }
  for (const std::string_view empty : {"", "# nothing\n", "{}\n", "---\n"}) {
    write("cablelint.yaml", empty);
    BOOST_TEST(run_shell(*this, "cablelint check --select CLS cables/odd.txt").exit == 0);
  }
  std::filesystem::remove(path() / "cablelint.yaml");
  std::filesystem::create_directory(path() / "cablelint.yaml");
  BOOST_TEST(run_shell(*this, "cablelint check cables").error ==
             "cablelint.yaml: error: this is a folder, not a file\n"
             "cablelint: 1 fault in the configuration; nothing was done\n");
  BOOST_TEST(run_shell(*this, "cablelint check --config gone.yaml cables").error ==
             "gone.yaml: error: there is no such file\n"
             "cablelint: 1 fault in the configuration; nothing was done\n");
}

BOOST_AUTO_TEST_CASE(words_of_the_environment_and_the_command_line) {
  const struct {
    const char* command;
    std::string_view error;
  } cases[] = {
      {"CABLELINT_FAIL_ON=info cablelint check cables",
       "CABLELINT_FAIL_ON info: write error, warning or note"},
      {"CABLELINT_QUIET=maybe cablelint check cables", "CABLELINT_QUIET maybe: write true or false"},
      {"CABLELINT_JOBS=0 cablelint check cables", "CABLELINT_JOBS 0: write a number from 1 to 1024"},
      {"CABLELINT_AS_OF=tomorrow cablelint check cables",
       "CABLELINT_AS_OF tomorrow: write the date as YYYY-MM-DD, as in 2026-01-31"},
      {"CABLELINT_PROFILE=none cablelint check cables",
       "CABLELINT_PROFILE none: there is no such profile; the profiles are marking, release, archive"},
      {"cablelint check --levels TEST cables",
       "--levels TEST: write a rule, `=` and error, warning, note or off, as in `DCL=note`"},
      {"cablelint check --levels TEST=of cables",
       "--levels TEST=of: write a rule, `=` and error, warning, note or off, as in `DCL=note`"},
      {"cablelint check --levels TESTED=off cables", "no rule is called \"TESTED\""},
      {"cablelint check --config a --isolated cables",
       "--config and --isolated contradict each other; give one of them"},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, each.command);
    BOOST_TEST(ran.exit == 2);
    BOOST_TEST(ran.error == "cablelint: " + std::string(each.error) +
                                "\ncablelint: `cablelint check --help` shows how to use it\n");
  }
}

BOOST_AUTO_TEST_CASE(show_says_where_each_value_comes_from) {
  std::filesystem::create_directory(path() / ".git");
  configure(
      "ignore: [TEST001]\n"
      "jobs: 3\n"
      "output: [\"json:a b.json\"]\n"
      "levels: {TEST: note}\n"
      "overrides:\n"
      "  - paths: [\"*.old\", x/]\n"
      "    profile: release\n"
      "    ignore: [REL]\n"
      "    levels: {REL001: off}\n");
  const Ran ran = run_shell(*this,
                            "cd cables; CABLELINT_FAIL_ON=note cablelint config show --levels TEST003=off "
                            "--as-of 2026-01-01 --select TEST002");
  BOOST_TEST(ran.error == "");
  BOOST_TEST(ran.exit == 0);
  BOOST_TEST(ran.out ==
             "# configuration: ../cablelint.yaml\n"
             "csv_columns: []                       # default: id=id,text=text\n"
             "exclude: []                           # default\n"
             "no_ignore: false                      # default\n"
             "force_exclude: false                  # default\n"
             "jobs: 3                               # ../cablelint.yaml:5\n"
             "as_of: 2026-01-01                     # --as-of\n"
             "profile: marking                      # default\n"
             "rules: [../pack.yaml]                 # ../cablelint.yaml:1\n"
             "select: [TEST002]                     # --select\n"
             "ignore: []                            # ../cablelint.yaml:4 is set aside by --select\n"
             "levels: {TEST: note, TEST003: off}    # ../cablelint.yaml:7, --levels\n"
             "baseline: none                        # default\n"
             "fail_on: note                         # CABLELINT_FAIL_ON\n"
             "exit_zero: false                      # default\n"
             "output: [\"json:../a b.json\"]          # ../cablelint.yaml:6\n"
             "sarif_max_results: 5000               # default\n"
             "statistics: false                     # default\n"
             "quiet: true                           # ../cablelint.yaml:3\n"
             "color: auto                           # default\n"
             "overrides:\n"
             "  - paths: [\"*.old\", x/]  # ../cablelint.yaml:9\n"
             "    profile: release\n"
             "    ignore: [REL]\n"
             "    levels: {REL001: off}\n");
  BOOST_TEST(run_shell(*this, "cablelint config show --isolated | head -1").out ==
             "# configuration: none (--isolated)\n");
  BOOST_TEST(run_shell(*this, "cd /; cablelint config show | grep as_of")
                 .out.ends_with("# default: today in UTC\n"));
  BOOST_TEST(run_shell(*this, "cablelint config show --fail-on info").exit == 2);
  BOOST_TEST(run_shell(*this, "cablelint config show --ignore TESTED").exit == 2);
}

BOOST_AUTO_TEST_CASE(what_is_shown_is_a_configuration) {
  configure("ignore: [TEST001]\nlevels: {TEST002: note}\noverrides: [{paths: faint.*, select: [TEST002]}]\n");
  const std::string before = run_shell(*this, "cablelint check cables").out;
  BOOST_TEST(
      run_shell(*this, "cablelint config show > shown.yaml; cablelint check --config shown.yaml cables")
          .out == before);
  BOOST_TEST(
      before ==
      "cables/all.txt:2:10: TEST002 note: the word ODD\ncables/all.txt:3:1: TEST003 note: the word FAINT\n"
      "cables/odd.txt:1:1: TEST002 note: the word ODD\n");
}

BOOST_AUTO_TEST_CASE(init_explains_every_key_and_overwrites_nothing) {
  std::filesystem::remove(path() / "cablelint.yaml");
  const Ran ran = run_shell(*this, "cablelint config init");
  BOOST_TEST(ran.exit == 0);
  BOOST_TEST(ran.out == "Wrote cablelint.yaml\n");
  const std::string text = read("cablelint.yaml");
  BOOST_TEST(text.starts_with("# yaml-language-server: $schema=cablelint.schema.json\n"));
  cablelint::tests::expect_up_to_date(kExample / "cablelint.yaml", text);
  BOOST_TEST(run_shell(*this, "cablelint config show | head -1").out == "# configuration: cablelint.yaml\n");
  BOOST_TEST(run_shell(*this, "cablelint check --select CLS cables/odd.txt").exit == 0);

  const Ran again = run_shell(*this, "cablelint config init");
  BOOST_TEST(again.exit == 2);
  BOOST_TEST(again.error ==
             "cablelint: cablelint.yaml is there already; edit it, or remove it first\n"
             "cablelint: `cablelint config init --help` shows how to use it\n");
  BOOST_TEST(read("cablelint.yaml") == text);

  // Every key without its `#` is valid, for the program and for editors.
  const std::string whole = std::regex_replace(text, std::regex("\n# ( *(- )?[a-z_]+:)(?=[ \n])"), "\n$1");
  const SchemaValidator validator(run_shell(*this, "cablelint config schema").out);
  BOOST_TEST(validator.check("cablelint.yaml", whole) == "");
  BOOST_TEST(validator.check("cablelint.yaml", text) == "");
  write("cablelint.yaml", std::regex_replace(whole, std::regex("our-rules/"), "pack.yaml"));
  const Ran shown = run_shell(*this, "cablelint config show");
  BOOST_TEST(shown.error == "");
  BOOST_TEST((shown.out.find("levels: {DCL: warning, STR013: off}") != std::string::npos), shown.out);
  BOOST_TEST((shown.out.find("ignore: [NOI]                         # cablelint.yaml:") != std::string::npos),
             shown.out);
}

BOOST_AUTO_TEST_CASE(the_schema_knows_the_keys) {
  const std::string schema = run_shell(*this, "cablelint config schema").out;
  cablelint::tests::expect_up_to_date(kExample / "cablelint.schema.json", schema);
  const SchemaValidator validator(schema);
  const std::pair<std::string, std::string> kRows[] = {
      {"fail_on: note\nselect: DCL\nlevels: {A: off}\njobs: 2\n", ""},
      {"overrides:\n- paths: [a, b]\n  levels: {A: note}\n", ""},
      {"fail_no: note\n", ": unknown key fail_no"},
      {"fail_on: info\n", "/fail_on: no such word"},
      {"color: red\n", "/color: no such word"},
      {"quiet: maybe\n", "/quiet: wrong type"},
      {"levels: {A: of}\n", "/levels/A: no such word"},
      {"overrides: [{ignore: A}]\n", "/overrides[]: no paths"},
      {"overrides: [{paths: A, fail_on: note}]\n", "/overrides[]: unknown key fail_on"},
  };
  for (const auto& [text, trouble] : kRows) {
    BOOST_TEST_INFO(text);
    BOOST_TEST(validator.check("cablelint.yaml", text) == trouble);
  }
}

BOOST_AUTO_TEST_SUITE_END()
