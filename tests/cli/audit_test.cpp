#include <re2/re2.h>
#include <sqlite3.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cli/pack.hpp"

using cablelint::tests::PackFolder;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;

namespace fs = std::filesystem;

namespace {

const std::string kOptions = "audit --rules pack.yaml --select TEST --as-of 2026-01-01 ";
const std::string kAudit = "cablelint " + kOptions;
/// The program itself, for signals and terminals, which do not meet functions of a shell.
const std::string kProgram = CABLELINT_PROGRAM " " + kOptions;

/// Cables of which each has an id and a finding of its own.
struct ManyCables : PackFolder {
  ManyCables() {
    std::string lines;
    for (int i = 0; i < 400; ++i) {
      const std::string number = std::to_string(i * 7 % 400);
      lines += R"({"id":"cable )" + number + R"(","text":"SECRET ROME 000001\n\n1. (C) )" +
               (i % 3 == 0   ? "LOUD"
                : i % 3 == 1 ? "ODD"
                             : "FAINT") +
               R"( word.\n"})" + '\n';
    }
    write("many.jsonl", lines);
  }
};

/// What a query over a database gives: columns apart by "|", rows by line ends.
std::string query(const fs::path& file, const std::string& sql) {
  sqlite3* database = nullptr;
  BOOST_TEST_REQUIRE(sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
  std::string text;
  const auto row = [](void* out, int columns, char** cells, char** /*names*/) {
    for (int i = 0; i < columns; ++i) {
      if (i > 0) *static_cast<std::string*>(out) += '|';
      *static_cast<std::string*>(out) += cells[i] == nullptr ? "NULL" : cells[i];
    }
    *static_cast<std::string*>(out) += '\n';
    return 0;
  };
  const int result = sqlite3_exec(database, sql.c_str(), row, &text, nullptr);
  BOOST_TEST(result == SQLITE_OK, sqlite3_errmsg(database));
  sqlite3_close(database);
  return text;
}

const std::string kRun =
    "audit.sqlite\ndocuments.csv\nerrors.jsonl\nfindings.csv\nfindings.jsonl\nreport.html\nrun.json\n"
    "summary.json\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(audit_test, ManyCables)

BOOST_AUTO_TEST_CASE(a_run_and_its_files) {
  const Ran ran =
      run_shell(*this, kAudit + "--out run cables; ls -A run; cat run/documents.csv run/errors.jsonl");
  BOOST_TEST(ran.error == "");
  BOOST_TEST(
      ran.out ==
      "4 cables, 3 without a finding of level error or above; 5 findings: 1 error, 2 warnings, 2 notes\n"
      "Results: run/report.html\n" +
          kRun +
          "id,part,status,container,offset,length,record,post,date,year,level,highest_portion,due,due_date,"
          "overdue,errors,warnings,notes\r\n"
          "cables/all.txt,1,fail,,0,38,,ROME,,,SECRET,,missing,,no,1,1,1\r\n"
          "cables/faint.txt,1,pass,,0,6,,,,,,,missing,,no,0,0,1\r\n"
          "cables/odd.txt,1,pass,,0,4,,,,,,,missing,,no,0,1,0\r\n"
          "cables/silent.txt,1,pass,,0,7,,,,,SECRET,,missing,,no,0,0,0\r\n");
  const std::string check = "cablelint check --rules pack.yaml --select TEST --as-of 2026-01-01 --output ";
  BOOST_TEST(read("run/findings.jsonl") == run_shell(*this, check + "jsonl cables").out);
  BOOST_TEST(read("run/findings.csv") == run_shell(*this, check + "csv cables").out);
}

BOOST_AUTO_TEST_CASE(all_files_count_alike) {
  BOOST_TEST(run_shell(*this, kAudit + "-q --exit-zero --out run many.jsonl cables").exit == 0);
  const auto summary = nlohmann::json::parse(read("run/summary.json"));
  BOOST_TEST(summary["cables"] == 404);
  BOOST_TEST(summary["findings"]["error"] == 135);
  BOOST_TEST(summary["posts"]["ROME"]["cables"] == 401);
  BOOST_TEST(summary["header_by_highest_portion"]["S"]["C"] == 400);
  const fs::path database = path() / "run/audit.sqlite";
  BOOST_TEST(query(database, "SELECT count(*), sum(errors), sum(warnings), sum(notes) FROM document") ==
             "404|135|135|135\n");
  BOOST_TEST(query(database, "SELECT rule, count(*) FROM finding GROUP BY rule ORDER BY rule") ==
             "TEST001|135\nTEST002|135\nTEST003|135\n");
  BOOST_TEST(query(database, "SELECT id, cables, errors FROM rule ORDER BY id") ==
             "TEST001|135|135\nTEST002|135|0\nTEST003|135|0\n");
  BOOST_TEST(query(database,
                   "SELECT d.id, f.rule, f.line FROM document d JOIN finding f ON f.document = d.key "
                   "WHERE d.level = 'SECRET' AND d.container IS NULL ORDER BY f.key") ==
             "cables/all.txt|TEST001|2\ncables/all.txt|TEST002|2\ncables/all.txt|TEST003|3\n");
  BOOST_TEST(query(database, "PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n");
  const auto lines = [&](const std::string& file) {
    const std::string text = read(file);
    return std::count(text.begin(), text.end(), '\n');
  };
  BOOST_TEST(lines("run/documents.csv") == 405);
  BOOST_TEST(lines("run/findings.csv") == 406);
  BOOST_TEST(lines("run/findings.jsonl") == 405);
  const std::string page = read("run/report.html");
  const std::size_t data = page.find("id=\"cablelint-data\">");
  BOOST_TEST_REQUIRE(data != std::string::npos);
  const std::size_t begin = page.find('>', data) + 1;
  BOOST_TEST(nlohmann::json::parse(page.substr(begin, page.find("</script>", begin) - begin)) == summary);
}

BOOST_AUTO_TEST_CASE(the_same_bytes_on_any_number_of_threads_and_from_any_parts) {
  const Ran ran = run_shell(
      *this,
      "a=\"" + kAudit +
          "-q --exit-zero\"; $a -j1 --out whole many.jsonl cables; $a -j3 --out again many.jsonl cables; "
          "for i in 1 2 3 4 5 6 7; do $a --shard $i/7 --out s$i many.jsonl cables; done; "
          "$a --shard 1/2 --out h1 many.jsonl cables; $a --shard 2/2 --out h2 many.jsonl cables; "
          "m='cablelint merge -q --exit-zero'; $m --out m1 whole; $m --out m2 h2 h1; "
          "$m --out m7 s3 s1 s7 s2 s4 s6 s5; $m --out left s1 s2 s3; $m --out right s7 s6 s5 s4; "
          "$m --out both right left; "
          "for run in again m1 m2 m7 both; do diff -r whole $run && echo $run; done");
  BOOST_TEST(ran.error == "");
  BOOST_TEST(ran.out == "again\nm1\nm2\nm7\nboth\n");
  BOOST_TEST(nlohmann::json::parse(read("left/run.json"))["shard"].dump() == R"({"numbers":[1,2,3],"of":7})");
}

BOOST_AUTO_TEST_CASE(only_what_is_wanted) {
  const Ran ran = run_shell(*this, kAudit + "--out run --only summary.json,errors.jsonl cables; ls -A run");
  BOOST_TEST(
      ran.out ==
      "4 cables, 3 without a finding of level error or above; 5 findings: 1 error, 2 warnings, 2 notes\n"
      "Results: run/run.json\nerrors.jsonl\nrun.json\nsummary.json\n");
}

BOOST_AUTO_TEST_CASE(results_are_no_input) {
  const Ran ran = run_shell(
      *this, "mkdir results; " + kAudit + "-q --exit-zero --out results/a .; " + kAudit +
                 "-q --exit-zero --no-ignore --out results/b . && cut -d, -f1,4 results/b/documents.csv "
                 "| grep -v many; " +
                 kAudit + "-q --out c results/a");
  BOOST_TEST(
      ran.out ==
      "id,container\n./cables/all.txt,\n./cables/faint.txt,\n./cables/odd.txt,\n./cables/silent.txt,\n");
  BOOST_TEST(ran.error == "cablelint: results/a: no cables (*.txt, *.cable, *.jsonl, *.csv, *.tar) found\n");
}

BOOST_AUTO_TEST_CASE(exit_codes) {
  const struct {
    std::string_view arguments;
    int exit;
  } cases[] = {{"cables/silent.txt", 0},
               {"cables/odd.txt", 0},
               {"--fail-on warning cables/odd.txt", 1},
               {"cables", 1},
               {"--exit-zero cables", 0},
               {"cables/silent.txt gone.txt", 2},
               {"--exit-zero cables gone.txt", 2}};
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, kAudit + "-q --overwrite --out run " + std::string(each.arguments));
    BOOST_TEST(ran.exit == each.exit, each.arguments);
    BOOST_TEST(ran.out == "", each.arguments);
  }
}

BOOST_AUTO_TEST_CASE(ids_that_come_twice_and_records_that_are_none) {
  write(
      "bad.jsonl",
      "{\"id\":\"b\",\"text\":\"ODD\"}\n{\"id\":\"=a\",\"text\":\"LOUD\"}\n{\"id\":\"b\",\"text\":\"LOUD\"}\n"
      "{\"id\":\"c\"}\n");
  const Ran ran =
      run_shell(*this, kAudit + "--out run bad.jsonl; cut -d, -f1-4 run/documents.csv; cat run/errors.jsonl");
  BOOST_TEST(
      ran.out ==
      "2 cables, 1 without a finding of level error or above; 2 findings: 1 error, 1 warning, 0 notes; "
      "2 inputs could not be read\nResults: run/report.html\n"
      "id,part,status,container\n'=a,1,fail,bad.jsonl\nb,1,pass,bad.jsonl\n"
      "{\"schema\":\"cablelint.error/1\",\"source\":\"b\",\"message\":\"more than one document has this id; "
      "only the first of them was audited\"}\n"
      "{\"schema\":\"cablelint.error/1\",\"source\":\"bad.jsonl\",\"message\":\"line 4: has no `text`\"}\n");
  BOOST_TEST(ran.error ==
             "cablelint: b: more than one document has this id; only the first of them was audited\n"
             "cablelint: bad.jsonl: line 4: has no `text`\n");
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_take_a_run) {
  write("other/mine.txt", "mine");
  BOOST_TEST(run_shell(*this, kAudit + "-q --exit-zero --out run cables").exit == 0);
  const std::string usage = "cablelint: `cablelint audit --help` shows how to use it\n";
  const struct {
    std::string arguments, error;
  } cases[] = {
      {"cables", "cablelint: no folder for the results was given; name one with --out DIR\n" + usage},
      {"--out run",
       "cablelint: no PATH was given; name files or folders of cables, as in `cablelint audit --out DIR "
       "cables/`, or read standard input with `cablelint audit --out DIR -`\n" +
           usage},
      {"--out run cables",
       "cablelint: --out run: holds an audit already; name another folder, or replace it with --overwrite\n" +
           usage},
      {"--out other cables",
       "cablelint: --out other: the folder holds other files; name a new or an empty one\n" + usage},
      {"--out other --overwrite cables",
       "cablelint: --out other: the folder holds other files; name a new or an empty one\n" + usage},
      {"--out pack.yaml cables", "cablelint: pack.yaml: cannot be written: Not a directory\n"},
      {"--out none/run cables", "cablelint: none/run: cannot be written: No such file or directory\n"},
      {"--out new --resume cables",
       "cablelint: --resume: new holds no audit; begin one without --resume\n" + usage},
      {"--out run --resume --fail-on note cables",
       "cablelint: --resume: the audit in run was begun with another setting of --fail-on; give the same, or "
       "begin "
       "anew with --overwrite\n" +
           usage},
      {"--out run --resume --overwrite cables",
       "cablelint: --resume goes on with what is there and --overwrite throws it away; give one of them\n" +
           usage},
      {"--out new --shard 8/7 cables",
       "cablelint: --shard 8/7: write the number of this shard and how many there are, as in 2/7\n" + usage},
      {"--out new --only report.pdf cables",
       "cablelint: --only report.pdf: there is no such file; write some of report.html, summary.json, "
       "findings.jsonl, "
       "documents.csv, findings.csv, errors.jsonl, audit.sqlite\n" +
           usage},
      {"--out new --fail-on-new cables",
       "cablelint: --fail-on-new needs an older audit to compare with; name it with --compare DIR\n" + usage},
      {"--out new --compare cables cables",
       "cablelint: cables: holds no audit: there is no run.json in it\n"},
  };
  const std::string before = run_shell(*this, "cat run/*").out;
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, kAudit + each.arguments);
    BOOST_TEST(ran.exit == 2, each.arguments);
    BOOST_TEST(ran.error == each.error, each.arguments << "\n" << ran.error);
    BOOST_TEST(run_shell(*this, "cat run/*; cat other/*").out == before + "mine", each.arguments);
  }
}

BOOST_AUTO_TEST_CASE(a_resumed_run_ends_with_the_same_bytes) {
  // The state of a run that was killed: a segment, rests of one and of outputs, and a mark that it is not
  // complete.
  const Ran ran = run_shell(
      *this,
      "a=\"" + kAudit +
          "-q --exit-zero\"; $a --out whole many.jsonl cables gone.txt; head -200 many.jsonl >half.jsonl; "
          "$a --out half half.jsonl; $a --out run many.jsonl cables gone.txt; cd run; "
          "mkdir -p segments/000000 segments/000001.unfinished; "
          "cp ../half/documents.csv ../half/findings.jsonl ../half/errors.jsonl segments/000000; "
          "sed -i 's/,half.jsonl,/,many.jsonl,/' segments/000000/documents.csv; "
          "sed -i 's/\"complete\": true/\"complete\": false/' run.json; "
          "rm report.html summary.json findings.jsonl documents.csv findings.csv errors.jsonl audit.sqlite; "
          "touch .findings.csv.AbCdEf .report.html.AbCdEf .run.json.AbCdEf .audit.sqlite; cd ..; "
          "$a --resume --out run many.jsonl cables gone.txt; diff -r whole run && echo same; "
          "$a --resume --out run many.jsonl cables gone.txt");
  BOOST_TEST(ran.out == "same\n");
  BOOST_TEST(ran.error ==
             "cablelint: gone.txt: no such file or folder\ncablelint: gone.txt: no such file or folder\n"
             "cablelint: gone.txt: no such file or folder\n"
             "cablelint: run: this audit is complete; there is nothing to go on with\n");
}

BOOST_AUTO_TEST_CASE(what_a_killed_run_left_half_written_goes_and_nothing_else) {
  const std::string files = ".findings.csv.AbCdEf .audit.sqlite .notes.csv.AbCdEf .findings.csv.longest";
  const Ran ran = run_shell(
      *this, "a=\"" + kAudit + "-q --exit-zero --only summary.json\"; list() { ls -A $1 | tr '\\n' ' '; }; " +
                 "$a --out run cables; (cd run; touch " + files + "); $a --out run cables; list run; " +
                 "$a --overwrite --out run cables; list run; mkdir other; (cd other; touch " + files +
                 "); $a --out other cables; list other");
  const std::string kept = ".findings.csv.longest .notes.csv.AbCdEf ";
  const std::string all = ".audit.sqlite .findings.csv.AbCdEf " + kept;
  BOOST_TEST(ran.out == all + "run.json summary.json " + kept + "run.json summary.json " + all);
}

BOOST_AUTO_TEST_CASE(what_changed_since) {
  const Ran ran = run_shell(
      *this,
      kAudit +
          "-q --exit-zero --out old cables; echo LOUD LOUD >>cables/odd.txt; rm cables/faint.txt; "
          "echo FAINT >cables/new.txt; " +
          kAudit + "--out new --compare old --fail-on-new cables; echo $?; " +
          "cablelint compare-runs old new; echo $?; cablelint compare-runs new new --fail-on-new; echo $?; " +
          "cablelint compare-runs --output json new old | tr -d ' \\n'");
  const std::string changes =
      "Since the audit as of 2026-01-01: 3 new findings, 1 gone, 4 unchanged\nCables: 1 new, 1 gone\n"
      "rule             new      gone   unchanged\nTEST001            2         0           1\n"
      "TEST003            1         1           1\n";
  BOOST_TEST(
      ran.out ==
      "4 cables, 2 without a finding of level error or above; 7 findings: 3 errors, 2 warnings, 2 notes\n" +
          changes + "Results: new/report.html\n1\n" + changes +
          "0\nSince the audit as of 2026-01-01: 0 new findings, 0 gone, 7 unchanged\n0\n"
          "{\"schema\":\"cablelint.comparison/1\",\"old_as_of\":\"2026-01-01\",\"same_rules\":true,"
          "\"cables\":{\"new\":1,\"gone\":1},\"findings\":{\"new\":1,\"gone\":3,\"unchanged\":4},"
          "\"new_failing\":0,\"rules\":{\"TEST001\":{\"new\":0,\"gone\":2,\"unchanged\":1},"
          "\"TEST002\":{\"new\":0,\"gone\":0,\"unchanged\":2},"
          "\"TEST003\":{\"new\":1,\"gone\":1,\"unchanged\":1}}}");
  const auto history = nlohmann::json::parse(read("new/run.json"))["history"];
  BOOST_TEST(history.size() == 1);
  BOOST_TEST(history[0]["cables"] == 4);
}

BOOST_AUTO_TEST_CASE(runs_that_cannot_be_merged) {
  const Ran made =
      run_shell(*this, "a=\"" + kAudit +
                           "-q --exit-zero\"; $a --out run cables; $a --out one cables/all.txt; "
                           "$a --ignore TEST001 --out rules many.jsonl; "
                           "cablelint audit --rules pack.yaml --select TEST --as-of 2027-01-01 -q "
                           "--exit-zero --out later many.jsonl; "
                           "$a --only summary.json --out small many.jsonl; "
                           "$a --out cut many.jsonl; head -c 100 run/documents.csv >cut/documents.csv; "
                           "$a --out short many.jsonl; head -n 9 many.jsonl >short/findings.jsonl");
  BOOST_TEST_REQUIRE(made.exit == 0);
  const std::string usage = "cablelint: `cablelint merge --help` shows how to use it\n";
  const struct {
    std::string runs, error;
  } cases[] = {
      {"run one",
       "cablelint: more than one of the audits has the document cables/all.txt; leave one of them out, or "
       "keep one of "
       "its results with --dedupe\n" +
           usage},
      {"run rules",
       "cablelint: run and rules cannot be merged: they differ in the rules or their choice\n" + usage},
      {"run later", "cablelint: run and later cannot be merged: they differ in the day (--as-of)\n" + usage},
      {"run small",
       "cablelint: small: this audit was made without documents.csv, which is needed here; make it again\n"},
      {"run cables", "cablelint: cables: holds no audit: there is no run.json in it\n"},
      {"cut", "cablelint: cut/documents.csv:1: the file is cut short; make the audit again\n"},
      {"short",
       "cablelint: short/findings.jsonl:10: has fewer findings than documents.csv counts; make the audit "
       "again\n"},
      {"", "cablelint: no RUN was given; name the folders of audits\n" + usage},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, "cablelint merge --out merged " + each.runs);
    BOOST_TEST(ran.exit == 2, each.runs);
    BOOST_TEST(ran.error == each.error, each.runs << "\n" << ran.error);
    BOOST_TEST(!fs::exists(path() / "merged"), each.runs);
  }
  const Ran kept = run_shell(*this, "cablelint merge -q --dedupe --out both one run");
  BOOST_TEST(kept.exit == 1);
  BOOST_TEST(kept.error == "");
  BOOST_TEST(read("both/documents.csv") == read("run/documents.csv"));
}

BOOST_AUTO_TEST_CASE(an_interrupted_run_says_so_and_goes_on) {
  // Its input stays open until the signal has come, so the run waits in its middle.
  const Ran ran = run_shell(
      *this,
      "a='" + kProgram +
          "--exit-zero'; mkfifo pipe; (head -n 300 many.jsonl; until [ -e go ]; do sleep 0.1; done; "
          "tail -n +301 many.jsonl) >pipe & "
          "$a -j2 --out run --stdin-filename many.jsonl - <pipe & run=$!; "
          "until [ -e run/segments ]; do sleep 0.1; done; sleep 1; kill -TERM $run; touch go; "
          "{ wait $run; } 2>/dev/null; echo $?; grep complete run/run.json; "
          "cat many.jsonl | $a -q --resume --out run --stdin-filename many.jsonl -; "
          "cat many.jsonl | $a -q --out whole --stdin-filename many.jsonl -; diff -r run whole && echo same");
  BOOST_TEST(ran.out == "143\n \"complete\": false,\nsame\n");
  BOOST_TEST(
      ran.error ==
      "cablelint: interrupted; what was checked is kept in run: go on with the same command and --resume\n");
}

BOOST_AUTO_TEST_CASE(a_terminal_sees_how_far_it_is) {
  const Ran waiting =
      run_shell(*this,
                "mkfifo pipe; (head -n 300 many.jsonl; sleep 1; tail -n +301 many.jsonl) >pipe & "
                "script -qec '" +
                    kProgram + "--exit-zero --out run1 --stdin-filename many.jsonl - <pipe' /dev/null");
  BOOST_TEST(RE2::PartialMatch(waiting.out, R"(\r\x1b\[K[0-9,]+ cables, [0-9,]+ a second)"), waiting.out);
  BOOST_TEST(
      RE2::PartialMatch(waiting.out, R"(\r\x1b\[K400 cables: writing the results\r\x1b\[K400 cables, )"),
      waiting.out);
  BOOST_TEST(
      run_shell(*this, "script -qec '" + kProgram + "--exit-zero -q --out run2 many.jsonl' /dev/null").out ==
      "");
}

BOOST_AUTO_TEST_SUITE_END()
