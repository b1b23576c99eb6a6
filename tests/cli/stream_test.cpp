#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/pack.hpp"

namespace {

using cablelint::tests::PackFolder;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;

const std::string kStream = "cablelint stream --rules pack.yaml --select TEST ";

/// The lines that a program may be given, as a file.
struct LineFolder : PackFolder {
  LineFolder() {
    write("a.jsonl", std::string(R"({"id":"A","text":"ODD"})") + "\n" +
                         R"({"id":"\t\"B\u2028","text":"FAINT"})" + "\r\n" + R"({"id":"C","text":"EVEN"})");
  }
};

constexpr const char* kOdd =
    R"({"rule":"TEST002","name":"odd-word","level":"warning","source":"A","line":1,"column":1,"end_line":1,)"
    R"("end_column":4,"offset":0,"length":3,"message":"the word ODD","help":"","fingerprint":")";

/// A line of an answer to a line that could not be checked.
std::string fault(const std::string& id, int seq, const std::string& kind, const std::string& message) {
  return R"({"schema":"cablelint.stream/1","id":)" + id + ",\"seq\":" + std::to_string(seq) +
         ",\"status\":\"" + (kind == "too_long" ? "skipped" : "error") +
         R"(","findings":[],"error":{"kind":")" + kind + R"(","message":")" + message + "\"}}\n";
}

std::string ok(const std::string& id, int seq) {
  return R"({"schema":"cablelint.stream/1","id":")" + id + "\",\"seq\":" + std::to_string(seq) +
         ",\"status\":\"ok\",\"findings\":[]}\n";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(stream_test, LineFolder)

BOOST_AUTO_TEST_CASE(one_answer_a_line) {
  const Ran ran = run_shell(*this, kStream + "< a.jsonl");
  BOOST_TEST(ran.exit == 0);
  BOOST_TEST(ran.error == "");
  BOOST_TEST(
      ran.out.starts_with(R"({"schema":"cablelint.stream/1","id":"A","seq":1,"status":"ok","findings":[)" +
                          std::string(kOdd)),
      ran.out);
  BOOST_TEST((ran.out.find("\n"
                           R"({"schema":"cablelint.stream/1","id":"\t\"B\u2028","seq":2,"status":"ok",)") !=
              std::string::npos),
             ran.out);
  BOOST_TEST(ran.out.ends_with(ok("C", 3)));
}

BOOST_AUTO_TEST_CASE(a_line_a_finding_with_the_id_in_front) {
  const Ran ran =
      run_shell(*this, kStream + "--flat --key id --no-seq < a.jsonl | sed 's/\"fingerprint.*//'");
  BOOST_TEST(
      ran.out ==
      "A\t"
      R"({"schema":"cablelint.stream/1","id":"A","kind":"finding","rule":"TEST002","name":"odd-word","level":"warning",)"
      R"("source":"A","line":1,"column":1,"end_line":1,"end_column":4,"offset":0,"length":3,"message":"the word ODD","help":"",)"
      "\n"
      "A\t"
      R"({"schema":"cablelint.stream/1","id":"A","kind":"status","status":"ok","findings":1})"
      "\n"
      R"(\t\"B\u2028)"
      "\t"
      R"({"schema":"cablelint.stream/1","id":"\t\"B\u2028","kind":"finding","rule":"TEST003","name":"faint-word","level":"note",)"
      R"("source":"\t\"B\u2028","line":1,"column":1,"end_line":1,"end_column":6,"offset":0,"length":5,"message":"the word FAINT","help":"",)"
      "\n"
      R"(\t\"B\u2028)"
      "\t"
      R"({"schema":"cablelint.stream/1","id":"\t\"B\u2028","kind":"status","status":"ok","findings":1})"
      "\n"
      "C\t"
      R"({"schema":"cablelint.stream/1","id":"C","kind":"status","status":"ok","findings":0})"
      "\n");
}

BOOST_AUTO_TEST_CASE(a_bad_line_is_data_and_stops_no_other) {
  const std::string no_json = "is not JSON: brackets, commas or quotes are not where they should be";
  const struct {
    const char* line;  // for printf
    std::string answer;
  } cases[] = {
      {"", fault("null", 1, "syntax", "the line is blank")},
      {"\\r", fault("null", 1, "syntax", "the line is blank")},
      {"{", fault("null", 1, "syntax", no_json)},
      {"a\\0b", fault("null", 1, "syntax", no_json)},
      {"{\"id\":\"A\"}", fault("\"A\"", 1, "fields", "has no `text`")},
      {"{\"text\":\"A\"}", fault("null", 1, "fields", "has no `id`")},
      {"{\"id\":\"A\",\"text\":\"\\377\"}", fault("null", 1, "encoding", "is not UTF-8")},
      {"{\"id\":\"A\",\"text\":\"%%PDF-\"}",
       fault("\"A\"", 1, "not_text", "`text` is a PDF document, not text; extract its text first")},
      {"[]", fault("null", 1, "fields", "is an array, not an object with `id` and `text`")},
      {"%070d", fault("null", 1, "too_long", "the line is too long: it may have 60 bytes")},
      {"%0900000d", fault("null", 1, "too_long", "the line is too long: it may have 60 bytes")},
      {"\\357\\273\\277{\"id\":\"B\",\"text\":\"x\"}", ok("B", 1)},
  };
  for (const auto& each : cases) {
    for (const char* jobs : {"-j1 ", "-j3 "}) {
      const Ran ran =
          run_shell(*this, std::string("printf '") + each.line + "\\n{\"id\":\"B\",\"text\":\"x\"}\\n' | " +
                               kStream + "--max-record-bytes 60 " + jobs);
      BOOST_TEST(ran.exit == 0);
      BOOST_TEST(ran.out == each.answer + ok("B", 2));
      BOOST_TEST(ran.error == "");
    }
  }
}

BOOST_AUTO_TEST_CASE(needs_no_environment_and_writes_nothing) {
  const Ran empty = run_shell(*this, kStream + "< /dev/null");
  BOOST_TEST(empty.exit == 0);
  BOOST_TEST(empty.out == "");
  // Root may write anywhere, so that only what is there afterwards can tell.
  const Ran ran = run_shell(
      *this,
      "mkdir none && chmod 555 none && printf '{\"id\":\"A\",\"text\":\"x\"}\\n' > line\n"
      "env -i sh -c 'cd none && exec \"$0\" stream < ../line' '" CABLELINT_PROGRAM "'; echo $?; ls -A none");
  BOOST_TEST(ran.error == "");
  BOOST_TEST((ran.out.find("\n0\n") + 3 == ran.out.size()), ran.out);
  BOOST_TEST(
      ran.out.starts_with(R"({"schema":"cablelint.stream/1","id":"A","seq":1,"status":"ok","findings":[)"));
}

BOOST_AUTO_TEST_CASE(an_answer_does_not_wait_for_the_next_line) {
  // Each line is only written when the answer to the one before has come.
  write("drive",
        "mkfifo in out; " + kStream +
            "$1 < in > out & exec 3> in 4< out\n"
            "for id in A B C D E; do printf '{\"id\":\"%s\",\"text\":\"x\"}\\n' $id >&3; read -r answer <&4; "
            "echo \"$answer\" | cut -c 32-39; done; exec 3>&-; wait\n");
  for (const char* jobs : {"-j1", "-j2", "-j5"}) {
    const Ran ran = run_shell(*this, std::string("set -- ") + jobs + "; . ./drive; rm in out");
    BOOST_TEST(ran.out == "\"id\":\"A\"\n\"id\":\"B\"\n\"id\":\"C\"\n\"id\":\"D\"\n\"id\":\"E\"\n",
               ran.out << ran.error);
  }
}

BOOST_AUTO_TEST_CASE(any_partition_and_any_number_of_threads_give_the_same) {
  std::string lines;
  for (int number = 0; number < 5000; ++number) {
    const std::string id = std::to_string(number);
    lines += number % 40 == 7
                 ? "{\n"
                 : "{\"id\":\"" + id + "\",\"text\":\"" +
                       (number % 3 == 0 ? "ODD" : std::string(static_cast<std::size_t>(number % 300), 'x')) +
                       "\"}\n";
  }
  write("many.jsonl", lines);
  const std::string one = run_shell(*this, kStream + "-j1 < many.jsonl").out;
  BOOST_TEST(one.size() > 500'000U);
  BOOST_TEST((run_shell(*this, kStream + "-j2 < many.jsonl").out == one));
  BOOST_TEST((run_shell(*this, "cat many.jsonl | " + kStream + "-j7 --buffer").out == one));
  const std::string sorted = run_shell(*this, kStream + "--no-seq < many.jsonl | sort").out;
  for (const char* parts : {"2", "7"}) {
    const Ran ran =
        run_shell(*this, std::string("split -n l/") + parts + " many.jsonl part.; for part in part.*; do " +
                             kStream + "--no-seq < $part; done | sort; rm part.*");
    BOOST_TEST((ran.out == sorted));
  }
}

BOOST_AUTO_TEST_CASE(a_summary_is_that_of_an_audit) {
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    constexpr const char* kTexts[] = {"ODD", "FAINT", "EVEN",
                                      "SECRET ROME 000001\\nE.O. 12958: DECL: 01/01/2015"};
    lines += R"({"id":"record )" + std::to_string(i) + R"(","text":")" + kTexts[i % 4] + "\"}\n";
  }
  write("b.jsonl", lines);
  const std::string options = "--rules pack.yaml --as-of 2026-01-01 ";
  const Ran audit = run_shell(*this, "cablelint audit -q --exit-zero --out run " + options + "b.jsonl");
  BOOST_TEST(audit.exit == 0);
  const std::string expected = read("run/summary.json");
  BOOST_TEST(nlohmann::json::parse(expected)["cables"] == 300);
  for (const std::string threads : {"-j1", "-j3"}) {
    const Ran ran = run_shell(*this, "cablelint stream " + threads + " --summary sum.json " + options +
                                         "< b.jsonl > answers.jsonl");
    BOOST_TEST(ran.exit == 0);
    BOOST_TEST(ran.error == "");
    BOOST_TEST((read("sum.json") == expected));
  }
  // Lines that cannot be checked are counted; a run that stops leaves what was there.
  const std::string two_bad = "printf '{\"id\":\"A\"}\\n\\n' | ";
  BOOST_TEST(run_shell(*this, two_bad + "cablelint stream --summary bad.json " + options).exit == 0);
  const auto bad = nlohmann::json::parse(read("bad.json"));
  BOOST_TEST(bad["unreadable"] == 2);
  BOOST_TEST(bad["cables"] == 0);
  BOOST_TEST(
      run_shell(*this, two_bad + "cablelint stream --max-errors 1 --summary sum.json " + options).exit == 2);
  BOOST_TEST((read("sum.json") == expected));
  const Ran refused = run_shell(*this, "cablelint stream --summary gone/sum.json " + options + "< b.jsonl");
  BOOST_TEST(refused.exit == 2);
  BOOST_TEST(refused.out == "");
  BOOST_TEST(refused.error == "cablelint: gone/sum.json: cannot be written: there is no folder `gone`\n");
}

BOOST_AUTO_TEST_CASE(exit_codes) {
  const std::string two_bad = "printf '1\\n2\\n{\"id\":\"C\",\"text\":\"x\"}\\n' | ";
  const struct {
    std::string command;
    int exit;
    std::string error;
    int lines;
  } cases[] = {
      {two_bad + kStream, 0, "", 3},
      {two_bad + kStream + "--max-errors 2", 0, "", 3},
      {two_bad + kStream + "--max-errors 1", 2,
       "cablelint: stopped behind 2 lines that could not be checked; --max-errors permits 1\n", 2},
      // Standard input stays open.
      {"{ echo 1; sleep 5; } | " + kStream + "-j4 --max-errors 0", 2,
       "cablelint: stopped behind 1 line that could not be checked; --max-errors permits 0\n", 1},
      {kStream + "< a.jsonl > /dev/full", 2,
       "cablelint: standard output: cannot be written: No space left on device\n", 0},
      {kStream + "<&-", 2, "cablelint: standard input: cannot be read: Bad file descriptor\n", 0},
      {"cablelint stream --rules gone.yaml < a.jsonl", 2, "", 0},
      {kStream + "--max-errors x < a.jsonl", 2,
       "cablelint: --max-errors x: write a number of at least 1\n"
       "cablelint: `cablelint stream --help` shows how to use it\n",
       0},
      {kStream + "--max-record-bytes 67108865 < a.jsonl", 2,
       "cablelint: --max-record-bytes 67108865: write a number from 1 to 67108864\n"
       "cablelint: `cablelint stream --help` shows how to use it\n",
       0},
      {kStream + "--key name < a.jsonl", 2,
       "cablelint: --key name: the only key is id\ncablelint: `cablelint stream --help` shows how to use "
       "it\n",
       0},
      {kStream + "a.jsonl", 2, "", 0},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, each.command);
    BOOST_TEST(ran.exit == each.exit, each.command);
    if (!each.error.empty()) BOOST_TEST(ran.error == each.error);
    BOOST_TEST(std::count(ran.out.begin(), ran.out.end(), '\n') == each.lines, each.command);
  }
}

BOOST_AUTO_TEST_CASE(version_for_drivers) {
  const Ran ran = run_shell(*this, "cablelint --version --json");
  BOOST_TEST(ran.exit == 0);
  const auto version = nlohmann::json::parse(ran.out);
  BOOST_TEST(version["program"] == "cablelint");
  BOOST_TEST(version["version"].get<std::string>().size() > 4U);
  BOOST_TEST(version["rules_hash"].get<std::string>().size() == 16U);
  BOOST_TEST(version["schemas"].dump().find("\"cablelint.stream/1\"") != std::string::npos);
  const Ran alone = run_shell(*this, "cablelint --json check cables");
  BOOST_TEST(alone.exit == 2);
  BOOST_TEST(alone.error.starts_with("cablelint: --json goes with --version; commands have --output\n"));
}

BOOST_AUTO_TEST_SUITE_END()
