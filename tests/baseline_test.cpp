#include <boost/test/unit_test.hpp>
#include <cablelint/baseline.hpp>
#include <cablelint/baseline_reader.hpp>
#include <string>
#include <string_view>
#include <vector>

using cablelint::Baseline;
using cablelint::baseline_text;
using cablelint::BaselineEntry;
using cablelint::Diagnostic;
using cablelint::read_baseline;

namespace {

/// What is wrong with a file, one line a fault.
std::string faults_of(std::string_view text) {
  std::vector<Diagnostic> faults;
  const bool read = read_baseline("b.json", text, faults).has_value();
  BOOST_TEST(read == faults.empty());
  std::string lines;
  for (Diagnostic& fault : faults) {
    fault.excerpt.clear();
    lines += to_text(fault) + '\n';
  }
  return lines;
}

std::string with_entries(std::string_view entries) {
  return "{\"schema\":\"cablelint.baseline/1\",\"entries\":[\n" + std::string(entries) + "\n]}\n";
}

constexpr std::string_view kEntry = R"({"fingerprint":"0123456789abcdef","rule":"A1","source":"a.txt")";

}  // namespace

BOOST_AUTO_TEST_SUITE(baseline_test)

BOOST_AUTO_TEST_CASE(one_sorted_entry_a_line_that_reads_back) {
  BOOST_TEST(
      baseline_text({}, "1.2.3") ==
      "{\"schema\":\"cablelint.baseline/1\",\n\"tool\":{\"name\":\"cablelint\",\"version\":\"1.2.3\"},\n"
      "\"entries\":[]}\n");
  const std::vector<BaselineEntry> entries{
      {.fingerprint = 2, .rule = "B1", .source = "b\n.txt", .message = "a \xE2\x80\xAE\x1b[2J \"\\\xC3\xA9"},
      {.fingerprint = 3, .rule = "B1", .source = "a.txt", .message = "m", .count = 4},
      {.fingerprint = 0xFEDCBA9876543210U,
       .rule = "A1",
       .source = "a.txt",
       .message = "m",
       .reason = "so it is",
       .author = "P. Example",
       .expires = cablelint::parse_iso("2027-01-31")},
  };
  const std::string text = baseline_text(entries, "1.2.3");
  BOOST_TEST(text ==
             R"({"schema":"cablelint.baseline/1",
"tool":{"name":"cablelint","version":"1.2.3"},
"entries":[
{"fingerprint":"fedcba9876543210","rule":"A1","source":"a.txt","message":"m","reason":"so it is","author":"P. Example","expires":"2027-01-31"},
{"fingerprint":"0000000000000003","rule":"B1","source":"a.txt","message":"m","count":4},
{"fingerprint":"0000000000000002","rule":"B1","source":"b\n.txt","message":"a \u202e\u001b[2J \"\\)"
             "\xC3\xA9"
             R"("}
]}
)");
  std::vector<Diagnostic> faults;
  const auto again = read_baseline("b.json", text, faults);
  BOOST_REQUIRE(again);
  BOOST_TEST(baseline_text(*again, "1.2.3") == text);
  BOOST_TEST((*again)[0].line == 4U);
  BOOST_TEST((*again)[2].line == 6U);
}

BOOST_AUTO_TEST_CASE(other_spellings_are_read) {
  for (const std::string& text : {
           with_entries(""),
           with_entries(std::string(kEntry) + "}"),
           with_entries(std::string(kEntry) + ",\"reason\":\"\",\"message\":\"\",\"count\":1}"),
           std::string("\xEF\xBB\xBF {\r\n \"entries\" : [ ] , \"tool\" : {\"x\": [{\"y\": 1}, null, "
                       "\"schema\"]},\r\n"
                       "\"schema\":\"cablelint.baseline\\/1\"}"),
       }) {
    BOOST_TEST(faults_of(text) == "", text);
  }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_and_where) {
  const std::string entry(kEntry);
  const std::string anew = "write it anew with `cablelint baseline write --force`\n";
  const struct {
    std::string text;
    std::string faults;
  } cases[] = {
      {"", "b.json:1:1: error: this file is empty; restore it, or " + anew},
      {" \n", "b.json:1:1: error: this file is empty; restore it, or " + anew},
      {"{", "b.json:1:2: error: the file ends too early: it was cut short; restore it, or " + anew},
      {"{\"schema\":\"cablelint.baseline/1\",\n\"entries\":[\n{\"finger\n",
       "b.json:3:9: error: the file ends too early: it was cut short; restore it, or " + anew},
      {"{\"schema\":\"cablelint.baseline/1\",\n\"entries\":[\n{\"finger",
       "b.json:3:9: error: the file ends too early: it was cut short; restore it, or " + anew},
      {with_entries(entry + "},"),
       "b.json:3:1: error: this is not JSON: unexpected ']'; expected '[', '{', or a "
       "literal\n"},
      {"- a\n", "b.json:1:2: error: this is not JSON: invalid number; expected digit after '-'\n"},
      {"[]", "b.json:1:1: error: a baseline must be an object, not a list; " + anew},
      {"17", "b.json:1:1: error: a baseline must be an object, not a number; " + anew},
      {"{}", "b.json:1:1: error: this is not a baseline: it has no `schema`; " + anew},
      {"{\"schema\":\"cablelint.baseline/1\"}", "b.json:1:1: error: this baseline has no `entries`; " + anew},
      {"{\"schema\":\"cablelint.baseline/2\",\"entris\":1}",
       "b.json:1:11: error: the layout `cablelint.baseline/2` is not that of this version, "
       "`cablelint.baseline/1`; use the cablelint that wrote it, or " +
           anew},
      {"{\"schema\":\"cablelint.findings/1\"}",
       "b.json:1:11: error: this is not a baseline but `cablelint.findings/1`; name another file\n"},
      {"{\"schema\":\"cablelint.baseline/1\",\"entris\":[],\"entries\":{}}",
       "b.json:1:34: error: unknown key `entris`; did you mean `entries`?\n"
       "b.json:1:56: error: `entries` must be a list, not an object\n"},
      {with_entries(entry + ",\"autor\":\"x\"}"),
       "b.json:2:64: error: unknown key `autor`; did you mean `author`?\n"},
      {with_entries(entry + ",\"rule\":\"x\"}"), "b.json:2:64: error: duplicate key `rule`\n"},
      {with_entries("{}"),
       "b.json:2:1: error: this entry has no `fingerprint`\nb.json:2:1: error: this entry has no `rule`\n"
       "b.json:2:1: error: this entry has no `source`\n"},
      {with_entries("{\"fingerprint\":\"0123\",\"rule\":\"\",\"source\":null}"),
       "b.json:2:16: error: a fingerprint has 16 digits from 0 to 9 and a to f\n"
       "b.json:2:30: error: `rule` is empty\nb.json:2:42: error: `source` must be text, not null\n"},
      {with_entries("{\"fingerprint\":\"0123456789ABCDEF\",\"rule\":\"A\",\"source\":\"a\"}"),
       "b.json:2:16: error: a fingerprint has 16 digits from 0 to 9 and a to f\n"},
      {with_entries(entry + ",\"expires\":\"2026-02-30\"}"),
       "b.json:2:74: error: `expires` must be a date that exists; write it as 2027-01-31\n"},
      {with_entries(entry + ",\"reason\":\"\\\"\\\\\",\"count\":0}"),
       "b.json:2:88: error: `count` must be a whole number of at least 1\n"},
      {with_entries(entry + ",\"count\":-1,\"author\":[\"x\"]}"),
       "b.json:2:72: error: `count` must be a whole number of at least 1\n"
       "b.json:2:84: error: `author` must be text, not a list\n"},
      {with_entries("5,\n[1]"),
       "b.json:2:1: error: every entry must be an object, not a number\n"
       "b.json:3:1: error: every entry must be an object, not a list\n"},
      {with_entries(entry + "},\n" + entry + "}"),
       "b.json:3:1: error: this entry is given twice; it is given first on line 2; remove one, or write "
       "`count`\n"},
  };
  for (const auto& each : cases) BOOST_TEST(faults_of(each.text) == each.faults);
}

BOOST_AUTO_TEST_CASE(no_prefix_of_a_baseline_is_one) {
  const std::string text = baseline_text(
      {{.fingerprint = 1, .rule = "A", .source = "a", .message = "m", .count = 12, .reason = "\"\\"}}, "1");
  for (std::size_t size = 0; size + 1 < text.size(); ++size) {
    BOOST_TEST((faults_of(text.substr(0, size)).find("ends too early") != std::string::npos || size == 0),
               text.substr(0, size));
  }
}

BOOST_AUTO_TEST_CASE(only_so_many_faults_are_listed) {
  std::string entries = "1";
  for (int i = 0; i < 100; ++i) entries += ",1";
  const std::string faults = faults_of(with_entries(entries));
  BOOST_TEST(std::count(faults.begin(), faults.end(), '\n') == 20);
}

BOOST_AUTO_TEST_CASE(entries_by_source_and_fingerprint) {
  const auto day = [](std::string_view text) { return cablelint::parse_iso(text); };
  const Baseline baseline({{.fingerprint = 9, .source = "b.txt", .expires = day("2026-01-02")},
                           {.fingerprint = 7, .source = "../x/./b.txt", .expires = day("2026-01-01")},
                           {.fingerprint = 5, .source = "-"},
                           {.fingerprint = 5, .source = "/p/q/b.txt"}},
                          "/p/q", *day("2026-01-01"));
  const Baseline::Range range = baseline.of("/p/q/b.txt");
  BOOST_TEST(range.end - range.begin == 2U);
  const std::size_t nine = baseline.find(range, 9);
  BOOST_REQUIRE(nine < baseline.entries().size());
  BOOST_TEST(!baseline.expired(nine));
  BOOST_TEST(baseline.find(range, 7) == baseline.entries().size());
  const std::size_t seven = baseline.find(baseline.of("/p/x/b.txt"), 7);
  BOOST_REQUIRE(seven < baseline.entries().size());
  BOOST_TEST(baseline.expired(seven));
  BOOST_TEST(baseline.find(baseline.of("-"), 5) < baseline.entries().size());
  BOOST_TEST(!baseline.stale(nine));
  std::string path;
  cablelint::set_source_path(path, "/p", "a\xFF/./b");
  BOOST_TEST(path == "/p/a\xEF\xBF\xBD/b");
}

BOOST_AUTO_TEST_SUITE_END()
