#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "cli/pack.hpp"
#include "reports/report.hpp"

namespace {

using cablelint::tests::PackFolder;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;

const std::string kRules = " --rules pack.yaml --select TEST --baseline b.json --as-of 2026-01-01 ";
const std::string kWrite = "cablelint baseline write" + kRules;
const std::string kUpdate = "cablelint baseline update" + kRules;
const std::string kPrune = "cablelint baseline prune" + kRules;
const std::string kCheck = "cablelint check" + kRules + "--fail-on note ";

/// That folder with a baseline of all its findings.
struct BaselineFolder : PackFolder {
  BaselineFolder() { BOOST_REQUIRE(run_shell(*this, kWrite + "cables").exit == 0); }
  /// Replaces text of the baseline, which must be there.
  void edit(std::string_view from, std::string_view to) const {
    std::string text = read("b.json");
    const std::size_t at = text.find(from);
    BOOST_REQUIRE(at != std::string::npos);
    write("b.json", text.replace(at, from.size(), to));
  }
};

constexpr std::string_view kLoud = R"("message":"the word LOUD")";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(baseline_command_test, BaselineFolder)

BOOST_AUTO_TEST_CASE(all_findings_are_written_and_none_is_left) {
  BOOST_TEST(std::filesystem::remove(path() / "b.json"));
  BOOST_TEST(run_shell(*this, kWrite + "-j 3 cables").out == "Wrote b.json: 5 entries\n");
  BOOST_TEST(read("b.json") ==
             R"({"schema":"cablelint.baseline/1",
"tool":{"name":"cablelint","version":")" CABLELINT_VERSION R"("},
"entries":[
{"fingerprint":"93e2592c06e14ffa","rule":"TEST001","source":"cables/all.txt","message":"the word LOUD"},
{"fingerprint":"b18cfd81b87e6553","rule":"TEST002","source":"cables/all.txt","message":"the word ODD"},
{"fingerprint":"7334ba7dc6b45182","rule":"TEST003","source":"cables/all.txt","message":"the word FAINT"},
{"fingerprint":"1e482226cbaa9362","rule":"TEST003","source":"cables/faint.txt","message":"the word FAINT"},
{"fingerprint":"7bafa5295ba2cbd2","rule":"TEST002","source":"cables/odd.txt","message":"the word ODD"}
]}
)");
  const Ran ran = run_shell(*this, kCheck + "cables");
  BOOST_TEST(ran.exit == 0);
  BOOST_TEST(ran.out == "No findings in 4 cables; 5 suppressed by the baseline.\n");
  BOOST_TEST(ran.error == "");
}

BOOST_AUTO_TEST_CASE(new_findings_count) {
  write("cables/odd.txt", "ODD\nNEW AND ODD\n");
  const Ran ran = run_shell(*this, kCheck + "cables");
  BOOST_TEST(ran.exit == 1);
  BOOST_TEST(ran.out ==
             "cables/odd.txt:2:9: TEST002 warning: the word ODD\n"
             "Found 1 finding (1 warning) in 1 of 4 cables; 5 suppressed by the baseline.\n");
  BOOST_TEST(ran.error == "");
}

BOOST_AUTO_TEST_CASE(entries_outlive_edits_elsewhere) {
  const std::string header = "SECRET ROME 000001\n\nSUBJECT: A HARBOR\n\n";
  write("cables/long.txt",
        header + "1. (S) First.\n\n2. (S) LOUD text.\n\n3. (S) LOUD text.\n\n4. (S) Last.\n");
  BOOST_REQUIRE(run_shell(*this, kWrite + "--force cables").exit == 0);
  for (const std::string& text : {
           "\n\n\n" + header + "1. (S) First.\n\n2. (S) LOUD text.\n\n3. (S) LOUD text.\n\n4. (S) Last.\n",
           header + "1. (S) Other words,\nand more.\n\n2. (S) LOUD text.\n\n3. (S) LOUD text.\n",
           std::string("SECRET ROME 000001\r\n\r\nSUBJECT: A HARBOR\r\n\r\n1. (S) First.\r\n\r\n2. (S) LOUD "
                       "text.\r\n\r\n3. (S)  LOUD  text.\r\n\r\n"),
       }) {
    write("cables/long.txt", text);
    const Ran ran = run_shell(*this, kCheck + "cables");
    BOOST_TEST(ran.out == "No findings in 5 cables; 7 suppressed by the baseline.\n", ran.out);
    BOOST_TEST(ran.error == "");
  }
}

BOOST_AUTO_TEST_CASE(equal_findings_count_one_by_one) {
  const std::string cable = "SECRET ROME 000001\nSUBJECT: A\n\n1. (S) ODD text\n\nNNNN\n";
  write("two/a.txt", cable + cable);
  BOOST_TEST(run_shell(*this, kWrite + "--force two").out == "Wrote b.json: 1 entry\n");
  BOOST_TEST((read("b.json").find(",\"count\":2}\n") != std::string::npos), read("b.json"));
  BOOST_TEST(run_shell(*this, kCheck + "two").out ==
             "No findings in 2 cables; 2 suppressed by the baseline.\n");
  // A copy in another file is another finding.
  write("two/copy/a.txt", cable + cable + cable);
  write("two/a.txt", cable + cable + cable);
  const Ran more = run_shell(*this, kCheck + "two");
  BOOST_TEST(more.out ==
             "two/a.txt:16:8: TEST002 warning: the word ODD\n"
             "two/copy/a.txt:4:8: TEST002 warning: the word ODD\n"
             "two/copy/a.txt:10:8: TEST002 warning: the word ODD\n"
             "two/copy/a.txt:16:8: TEST002 warning: the word ODD\n"
             "Found 4 findings (4 warnings) in 4 of 6 cables; 2 suppressed by the baseline.\n");
  BOOST_TEST(run_shell(*this, kUpdate + "two two/../two").out == "Wrote b.json: 2 entries, 1 new\n");
  BOOST_TEST(run_shell(*this, kCheck + "two").exit == 0);
  write("two/a.txt", cable + cable);
  const Ran less = run_shell(*this, kCheck + "two");
  BOOST_TEST(less.exit == 0);
  BOOST_TEST(less.error ==
             "cablelint: b.json:4: found 2 times, not 3: TEST002 in two/a.txt, \"the word ODD\"\n"
             "cablelint: b.json: 1 entry is stale; `cablelint baseline prune --as-of 2026-01-01 --rules "
             "pack.yaml --select TEST --baseline b.json two` removes it\n");
  BOOST_TEST(run_shell(*this, kPrune + "two").out == "Wrote b.json: 2 entries, 0 removed\n");
  BOOST_TEST(run_shell(*this, kCheck + "two").error == "");
}

BOOST_AUTO_TEST_CASE(update_keeps_what_people_wrote) {
  edit(kLoud, std::string(kLoud) + R"(,"reason":"so it is","author":"P. Example","expires":"2027-01-01")");
  BOOST_TEST(run_shell(*this, kUpdate + "cables").out == "b.json has all findings: 5 entries\n");
  write("cables/odd.txt", "ODD LOUD\n");
  BOOST_TEST(run_shell(*this, kUpdate + "--reason new --author Q --expires 2026-06-01 cables").out ==
             "Wrote b.json: 7 entries, 2 new\n");
  const std::string text = read("b.json");
  BOOST_TEST((text.find(std::string(kLoud) +
                        R"(,"reason":"so it is","author":"P. Example","expires":"2027-01-01"})") !=
              std::string::npos),
             text);
  BOOST_TEST((text.find(std::string(kLoud) + R"(,"reason":"new","author":"Q","expires":"2026-06-01"})") !=
              std::string::npos),
             text);
  BOOST_TEST(run_shell(*this, kPrune + "cables").out == "Wrote b.json: 6 entries, 1 removed\n");
  BOOST_TEST(run_shell(*this, kPrune + "cables").out == "b.json has nothing to remove: 6 entries\n");
}

BOOST_AUTO_TEST_CASE(what_was_said_moves_with_a_file) {
  edit(kLoud, std::string(kLoud) + R"(,"reason":"so it is")");
  write("cables/deep/all.txt", read("cables/all.txt"));
  std::filesystem::remove(path() / "cables/all.txt");
  BOOST_TEST(run_shell(*this, kCheck + "cables").exit == 1);
  BOOST_TEST(run_shell(*this, kUpdate + "cables").out ==
             "Wrote b.json: 5 entries, 0 new, 3 in another file than before\n");
  BOOST_TEST((read("b.json").find(R"("source":"cables/deep/all.txt",)" + std::string(kLoud) +
                                  R"(,"reason":"so it is"})") != std::string::npos),
             read("b.json"));
  BOOST_TEST(run_shell(*this, kCheck + "cables").error == "");
}

BOOST_AUTO_TEST_CASE(prune_looks_at_what_was_read_and_at_rules_that_ran) {
  write("cables/all.txt", "SECRET ROME 000001\n");
  write("cables/odd.txt", "EVEN\n");
  const Ran one = run_shell(*this, kCheck + "--ignore TEST001 cables/all.txt");
  BOOST_TEST(one.exit == 0);
  BOOST_TEST(one.error ==
             "cablelint: b.json:5: no longer found: TEST002 in cables/all.txt, \"the word ODD\"\n"
             "cablelint: b.json:6: no longer found: TEST003 in cables/all.txt, \"the word FAINT\"\n"
             "cablelint: b.json: 2 entries are stale; `cablelint baseline prune --as-of 2026-01-01 --rules "
             "pack.yaml --select TEST --ignore TEST001 --baseline b.json cables/all.txt` removes them\n");
  BOOST_TEST(run_shell(*this, kPrune + "--ignore TEST001 cables/all.txt").out ==
             "Wrote b.json: 3 entries, 2 removed\n");
  // A file that is gone from a folder that was named, and one that nobody asked for.
  std::filesystem::remove(path() / "cables/odd.txt");
  BOOST_TEST(run_shell(*this, kCheck + "cables/faint.txt").error == "");
  const Ran gone = run_shell(*this, kCheck + "./cables/");
  BOOST_TEST(gone.error ==
             "cablelint: b.json:4: no longer found: TEST001 in cables/all.txt, \"the word LOUD\"\n"
             "cablelint: b.json:6: no longer found: TEST002 in cables/odd.txt, \"the word ODD\"\n"
             "cablelint: b.json: 2 entries are stale; `cablelint baseline prune --as-of 2026-01-01 --rules "
             "pack.yaml --select TEST --baseline b.json ./cables/` removes them\n");
  BOOST_TEST(run_shell(*this, kPrune + "cables").out == "Wrote b.json: 1 entry, 2 removed\n");
}

BOOST_AUTO_TEST_CASE(expired_entries_accept_nothing) {
  edit(kLoud, std::string(kLoud) + R"(,"expires":"2026-01-01")");
  const Ran ran = run_shell(*this, kCheck + "cables");
  BOOST_TEST(ran.exit == 1);
  BOOST_TEST(ran.out ==
             "cables/all.txt:2:1: TEST001 error: the word LOUD\n"
             "Found 1 finding (1 error) in 1 of 4 cables; 4 suppressed by the baseline.\n");
  BOOST_TEST(ran.error ==
             "cablelint: b.json:4: expired on 2026-01-01: TEST001 in cables/all.txt, \"the word LOUD\"\n");
  BOOST_TEST(run_shell(*this, kCheck + "--as-of 2025-12-31 cables").exit == 2);
  BOOST_TEST(run_shell(*this,
                       "cablelint check --rules pack.yaml --select TEST --baseline b.json --as-of "
                       "2025-12-31 --fail-on note cables")
                 .exit == 0);
}

BOOST_AUTO_TEST_CASE(sarif_alone_shows_what_is_suppressed) {
  edit(kLoud, std::string(kLoud) + R"(,"reason":"so it is")");
  for (const std::string_view format : cablelint::reports::formats()) {
    const std::string out = run_shell(*this, kCheck + "cables/odd.txt --output " + std::string(format)).out;
    BOOST_TEST((out.find("the word ODD") != std::string::npos) == (format == "sarif"), format);
  }
  const auto run = nlohmann::json::parse(run_shell(*this, kCheck + "--output sarif cables").out)["runs"][0];
  BOOST_TEST(run["results"].size() == 5U);
  BOOST_TEST(run["properties"]["suppressed"] == 5);
  BOOST_TEST(run["results"][0]["suppressions"].dump() ==
             R"([{"justification":"so it is","kind":"external","status":"accepted"}])");
  BOOST_TEST(run["results"][1]["suppressions"].dump() == R"([{"kind":"external","status":"accepted"}])");
}

BOOST_AUTO_TEST_CASE(sources_are_seen_from_the_baseline) {
  std::filesystem::create_directory(path() / ".git");
  write("cablelint.yaml", "rules: pack.yaml\nselect: TEST\nbaseline: b.json\nfail_on: note\n");
  const std::string none = "No findings in 4 cables; 5 suppressed by the baseline.\n";
  BOOST_TEST(run_shell(*this, "cablelint check cables").out == none);
  BOOST_TEST(run_shell(*this, "cd cables; cablelint check .").out == none);
  BOOST_TEST(
      run_shell(*this, "cd /; cablelint check --config \"$OLDPWD/cablelint.yaml\" \"$OLDPWD/cables\"").out ==
      none);
  BOOST_TEST(run_shell(*this, "cd cables; cablelint check - --stdin-filename ./odd.txt <odd.txt").exit == 0);
  BOOST_TEST(run_shell(*this, "cd cables; cablelint check - <odd.txt").exit == 1);
  BOOST_TEST(run_shell(*this, "CABLELINT_BASELINE=none cablelint check cables").exit == 1);
  BOOST_TEST(run_shell(*this, "cablelint check --baseline none cables").exit == 1);
  BOOST_TEST(run_shell(*this, "CABLELINT_BASELINE=gone.json cablelint check cables").exit == 2);
  BOOST_TEST(run_shell(*this, "cablelint config show | grep baseline").out ==
             "baseline: b.json                      # cablelint.yaml:3\n");
  BOOST_TEST(run_shell(*this, "cd cables; cablelint baseline update .").out ==
             "../b.json has all findings: 5 entries\n");
  const std::string before = read("b.json");
  BOOST_TEST(run_shell(*this, "cd cables; cablelint baseline write --force ../cables").exit == 0);
  BOOST_TEST(read("b.json") == before);
  write("cablelint.yaml", "rules: pack.yaml\nselect: TEST\nbaseline: none\n");
  BOOST_TEST(run_shell(*this, "cd cables; cablelint check .").exit == 1);
}

BOOST_AUTO_TEST_CASE(any_number_of_threads_gives_the_same) {
  for (int number = 0; number < 200; ++number)
    write("many/" + std::to_string(number) + ".txt", number % 3 == 0 ? "ODD\nLOUD\n" : "FAINT\n");
  BOOST_REQUIRE(run_shell(*this, kWrite + "--force -j 1 many").exit == 0);
  const std::string text = read("b.json");
  BOOST_REQUIRE(run_shell(*this, kWrite + "--force -j 5 many").exit == 0);
  BOOST_TEST(read("b.json") == text);
  for (int number = 0; number < 100; ++number) write("many/" + std::to_string(number) + ".txt", "ODD NOW\n");
  const Ran one = run_shell(*this, kCheck + "-j 1 many");
  BOOST_TEST((one.error.find("cablelint: b.json: and 124 more like the last\n") != std::string::npos),
             one.error);
  for (const char* threads : {"-j 2 ", "-j 7 "}) {
    const Ran more = run_shell(*this, kCheck + threads + "many");
    BOOST_TEST(more.out == one.out);
    // The command that prunes is given the same options.
    BOOST_TEST(more.error.substr(0, more.error.rfind("cablelint:")) ==
               one.error.substr(0, one.error.rfind("cablelint:")));
  }
}

BOOST_AUTO_TEST_CASE(bad_input_writes_nothing) {
  const std::string before = read("b.json");
  const std::string help = "cablelint: `cablelint baseline write --help` shows how to use it\n";
  const struct {
    std::string command;
    std::string error;
  } cases[] = {
      {kWrite + "cables",
       "cablelint: b.json is there already; `cablelint baseline update` adds what is new, --force begins "
       "anew\n" +
           help},
      {kWrite + "--force cables gone.txt",
       "cablelint: gone.txt: no such file or folder\ncablelint: 1 input could not be read; nothing was "
       "written\n"},
      {kWrite + "--force --expires 2026-02-30 cables",
       "cablelint: --expires 2026-02-30: there is no such day; 2026-02 has 28 days\n" + help},
      {kWrite + "--force",
       "cablelint: no PATH was given; name files or folders of cables, as in `cablelint baseline write "
       "cables/`, or read standard input with `cablelint baseline write -`\n" +
           help},
      {"cablelint baseline write cables",
       "cablelint: no baseline was named; name its file, as in `cablelint baseline write --baseline "
       "cablelint-baseline.json cables/`\n" +
           help},
      {"cablelint baseline write --baseline cables cables",
       "cablelint: cables: cannot be written: Is a directory\n"},
      {"cablelint baseline write --force --baseline cables cables",
       "cablelint: cables: cannot be written: Is a directory\n"},
      {"cablelint baseline write --baseline none/b.json cables",
       "cablelint: none/b.json: cannot be written: there is no folder `none`\n"},
      {"cablelint baseline update --baseline gone.json cables",
       "gone.json: error: no such file or folder; `cablelint baseline write` makes it\n"
       "cablelint: 1 fault in the baseline; nothing was written\n"},
      {"cablelint check --baseline cables cables",
       "cables: error: is a folder, not a file\ncablelint: 1 fault in the baseline; nothing was checked\n"},
      {"cablelint check --baseline pack.yaml cables",
       "pack.yaml:1:2: error: this is not JSON: invalid number; expected digit after '-'\n"
       "  |\n1 | - id: TEST001\n  |  ^\ncablelint: 1 fault in the baseline; nothing was checked\n"},
      {"cablelint check --baseline b.json --output json:./b.json cables",
       "cablelint: --output json would take the place of the baseline b.json; give it another file\n"
       "cablelint: `cablelint check --help` shows how to use it\n"},
      {"yes LOUD | head -5000 >cables/many.txt; trap '' XFSZ; ulimit -f 1; " + kWrite + "--force cables",
       "cablelint: b.json: cannot be written: File too large\n"},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, each.command);
    BOOST_TEST(ran.exit == 2, each.command);
    BOOST_TEST(ran.out == "", each.command);
    BOOST_TEST(ran.error == each.error, each.command);
    BOOST_TEST(read("b.json") == before);
  }
  BOOST_TEST(run_shell(*this, "ls -A").out == "b.json\ncables\npack.yaml\n");

  const std::string cut = before.substr(0, 200);
  write("b.json", cut);
  for (const std::string& command : {kUpdate, kPrune, kCheck}) {
    const Ran ran = run_shell(*this, command + "cables");
    BOOST_TEST(ran.exit == 2);
    BOOST_TEST(ran.out == "");
    BOOST_TEST((ran.error.find(": error: the file ends too early: it was cut short; ") != std::string::npos),
               ran.error);
    BOOST_TEST(read("b.json") == cut);
  }
}

BOOST_AUTO_TEST_CASE(links_and_hostile_names) {
  std::filesystem::rename(path() / "b.json", path() / "real.json");
  std::filesystem::create_symlink("real.json", path() / "b.json");
  write("cables/\x1b[2J'\xFF.txt", "ODD\n");
  BOOST_TEST(run_shell(*this, kUpdate + "cables").out == "Wrote b.json: 6 entries, 1 new\n");
  BOOST_TEST(std::filesystem::is_symlink(path() / "b.json"));
  BOOST_TEST(run_shell(*this, kCheck + "cables").exit == 0);
  write("cables/\x1b[2J'\xFF.txt", "EVEN\n");
  const Ran ran = run_shell(*this, kCheck + "cables/*J*");
  BOOST_TEST(
      ran.error ==
      "cablelint: b.json:4: no longer found: TEST002 in cables/\\x1b[2J'\xEF\xBF\xBD.txt, \"the word "
      "ODD\"\n"
      "cablelint: b.json: 1 entry is stale; `cablelint baseline prune --as-of 2026-01-01 --rules pack.yaml "
      "--select TEST --baseline b.json 'cables/\\x1b[2J'\\''\\xff.txt'` removes it\n");
}

BOOST_AUTO_TEST_SUITE_END()
