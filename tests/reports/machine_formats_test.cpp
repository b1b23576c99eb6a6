#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reports/written.hpp"

using cablelint::Finding;
using cablelint::Severity;
using cablelint::tests::past_declassification;
using cablelint::tests::written;

namespace {

Finding finding(Severity level) {
  Finding made = past_declassification();
  made.level = level;
  return made;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(machine_formats_test)

BOOST_AUTO_TEST_CASE(levels_as_each_format_names_them) {
  const struct {
    const char* format;
    std::string_view error, warning, note;
  } cases[] = {
      {"jsonl", R"("level":"error")", R"("level":"warning")", R"("level":"note")"},
      {"sarif", R"("level":"error","message")", R"("level":"warning","message")",
       R"("level":"note","message")"},
      {"gitlab", R"("severity":"major")", R"("severity":"minor")", R"("severity":"info")"},
      {"github", "::error ", "::warning ", "::notice "},
      {"checkstyle", R"(severity="error")", R"(severity="warning")", R"(severity="info")"},
      {"junit", R"(<failure type="error")", "<system-out>warning: ", "<system-out>note: "},
      {"rdjsonl", R"("severity":"ERROR")", R"("severity":"WARNING")", R"("severity":"INFO")"},
      {"csv", ",error,", ",warning,", ",note,"},
      {"markdown", "| error |", "| warning |", "| note |"},
      {"html", R"(<div class="finding error")", R"(<div class="finding warning")",
       R"(<div class="finding note")"},
  };
  for (const auto& each : cases) {
    for (const auto& [level, word] :
         {std::pair{Severity::error, each.error}, std::pair{Severity::warning, each.warning},
          std::pair{Severity::note, each.note}}) {
      BOOST_TEST(count(written(each.format, {{finding(level)}}), word) == 1U, each.format << ' ' << word);
    }
  }
}

BOOST_AUTO_TEST_CASE(suppressed_findings_are_left_out) {
  Finding suppressed = past_declassification();
  suppressed.suppressed = "known";
  for (const std::string_view format : cablelint::reports::formats()) {
    if (format == "sarif") continue;  // has a place for them
    // What ends with a line of counts says how many they are.
    std::string with = written(format, {{suppressed, past_declassification()}});
    const std::string_view counted = "; 1 suppressed by the baseline";
    if (const std::size_t at = with.find(counted); at != std::string::npos) with.erase(at, counted.size());
    BOOST_TEST((with == written(format, {{past_declassification()}})), format);
  }
}

BOOST_AUTO_TEST_CASE(junit_fails_from_the_chosen_level_on) {
  const std::vector<std::vector<Finding>> documents{
      {finding(Severity::error), finding(Severity::warning), finding(Severity::note)}, {}};
  const struct {
    Severity fail_on;
    std::string_view counts;
    std::size_t failures;
  } cases[] = {
      {Severity::error, R"( tests="5" failures="1" errors="1")", 1},
      {Severity::warning, R"( tests="5" failures="2" errors="1")", 2},
      {Severity::note, R"( tests="5" failures="3" errors="1")", 3},
  };
  for (const auto& each : cases) {
    const std::string text =
        written("junit", documents, {.fail_on = each.fail_on}, {{"gone.txt", "not there"}});
    BOOST_TEST(count(text, each.counts) == 2U, text);
    BOOST_TEST(count(text, "<failure ") == each.failures);
    BOOST_TEST(count(text, "<system-out>") == 3 - each.failures);
    for (const char* const name : {"\"DCL001 at 8:13\"", "\"DCL001 at 8:13 #2\"", "\"DCL001 at 8:13 #3\""})
      BOOST_TEST(count(text, name) == 1U, name);
    BOOST_TEST(count(text, R"(<testcase name="no findings" classname="cables/clean.txt" time="0"/>)") == 1U);
    BOOST_TEST(count(text, R"(<error type="unreadable-input" message="not there"/>)") == 1U);
  }
}

BOOST_AUTO_TEST_CASE(gitlab_knows_equal_findings_apart) {
  Finding other = past_declassification();
  other.source = "cables/b.txt";
  const std::vector<std::vector<Finding>> documents{{past_declassification(), past_declassification()},
                                                    {other}};
  const auto entries =
      nlohmann::json::parse(written("gitlab", documents, {}, {{"gone.txt", "x"}, {"gone2.txt", "x"}}));
  std::set<std::string> fingerprints;
  for (const auto& entry : entries) fingerprints.insert(entry["fingerprint"]);
  BOOST_TEST(entries.size() == 5U);
  BOOST_TEST(fingerprints.size() == 5U);
  BOOST_TEST(written("gitlab", {{}}) == "[]\n");
}

BOOST_AUTO_TEST_CASE(github_shows_the_worst_and_counts_the_others) {
  const struct {
    int errors, warnings, notes;
    std::size_t unreadable;
    std::size_t shown_errors, shown_warnings, shown_notices;
    std::string_view last;
  } cases[] = {
      {10, 10, 10, 0, 10, 10, 10, ""},
      {11, 0, 0, 0, 10, 0, 1, "::notice title=cablelint::not shown here: 1 error\n"},
      {9, 0, 0, 3, 10, 0, 1, "::notice title=cablelint::not shown here: 2 errors\n"},
      {0, 12, 10, 0, 0, 10, 10, "::notice title=cablelint::not shown here: 2 warnings, 1 note\n"},
      {25, 25, 25, 0, 10, 10, 10,
       "::notice title=cablelint::not shown here: 15 errors, 15 warnings, 16 notes\n"},
  };
  for (const auto& each : cases) {
    std::vector<std::vector<Finding>> documents(3);
    for (int i = 0; i < 25; ++i) {
      if (i < each.notes) documents[static_cast<std::size_t>(i % 3)].push_back(finding(Severity::note));
      if (i < each.warnings) documents[static_cast<std::size_t>(i % 3)].push_back(finding(Severity::warning));
      if (i < each.errors) documents[static_cast<std::size_t>(i % 3)].push_back(finding(Severity::error));
    }
    const std::string text = written("github", documents, {},
                                     std::vector<cablelint::InputError>(each.unreadable, {"gone.txt", "x"}));
    BOOST_TEST(count(text, "::error ") == each.shown_errors);
    BOOST_TEST(count(text, "::warning ") == each.shown_warnings);
    BOOST_TEST(count(text, "::notice ") == each.shown_notices);
    // Worst first.
    if (each.errors > 0 && each.warnings > 0) BOOST_TEST(text.rfind("::error ") < text.find("::warning "));
    if (each.warnings > 0 && each.notes > 0) BOOST_TEST(text.rfind("::warning ") < text.find("::notice "));
    BOOST_TEST(text.ends_with(each.last), text);
  }
}

BOOST_AUTO_TEST_CASE(github_takes_columns_of_one_line_only) {
  Finding finding = past_declassification();
  BOOST_TEST(
      written("github", {{finding}}) ==
      "::warning title=DCL001 past-declassification,file=cables/a.txt,line=8,endLine=8,col=13,endColumn=29"
      "::declassification date 2016-06-22 has passed%0AReview the cable for release.\n");
  finding.end_line = 9;
  finding.help = "";
  BOOST_TEST(written("github", {{finding}}) ==
             "::warning title=DCL001 past-declassification,file=cables/a.txt,line=8,endLine=9"
             "::declassification date 2016-06-22 has passed\n");
}

BOOST_AUTO_TEST_CASE(rdjsonl_counts_bytes) {
  Finding finding = past_declassification();
  finding.at = {10, 3};
  finding.line = finding.end_line = 2;
  finding.column = 4;
  finding.end_column = 6;
  const std::string text =
      written("rdjsonl", {{finding}}, {}, {}, "first\n\xC3\xBC\xC3\xBC\xC3\xBC X\xC3\xBC\n");
  BOOST_TEST((text.find(R"("range":{"start":{"line":2,"column":5},"end":{"line":2,"column":8}})") !=
              std::string::npos),
             text);
}

BOOST_AUTO_TEST_CASE(grouped_names_documents_without_findings) {
  const std::vector<std::vector<Finding>> documents{{}, {past_declassification(), past_declassification()}};
  const std::string group =
      "cables/a.txt\n"
      "  8:13  DCL001 warning: declassification date 2016-06-22 has passed\n"
      "  8:13  DCL001 warning: declassification date 2016-06-22 has passed\n\n";
  BOOST_TEST(written("grouped", documents) == "cables/clean.txt: no findings\n\n" + group +
                                                  "Found 2 findings (2 warnings) in 1 of 2 cables.\n");
  BOOST_TEST(written("grouped", documents, {.quiet = true}) == group);
}

BOOST_AUTO_TEST_SUITE_END()
