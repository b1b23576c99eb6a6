#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "reports/line_hash.hpp"
#include "reports/written.hpp"

using cablelint::Finding;
using cablelint::Severity;
using cablelint::tests::past_declassification;
using cablelint::tests::Wish;
using cablelint::tests::written;
using nlohmann::json;

namespace {

json run_of(const std::vector<std::vector<Finding>>& documents, const Wish& wish = {},
            const std::vector<cablelint::InputError>& errors = {}) {
  return json::parse(written("sarif", documents, wish, errors))["runs"][0];
}

Finding finding(Severity level, const std::string& message) {
  Finding made = past_declassification();
  made.level = level;
  made.message = message;
  return made;
}

std::vector<std::string> messages(const json& run) {
  std::vector<std::string> all;
  for (const json& result : run["results"]) all.push_back(result["message"]["text"]);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sarif_report_test)

BOOST_AUTO_TEST_CASE(a_result) {
  Finding named = past_declassification();
  named.record = "2006ARCADIA00042";
  const json result = run_of({{named}})["results"][0];
  BOOST_TEST(
      result.dump() ==
      R"({"level":"warning","locations":[{"physicalLocation":{"artifactLocation":{"uri":"cables/a.txt","uriBaseId":"%SRCROOT%"},)"
      R"("contextRegion":{"endLine":9,"snippet":{"text":")" +
          std::string(191, 'X') +
          R"(\nE.O. 12958: DECL: 06/22/2016\nTAGS: PREL"},"startLine":7},)"
          R"("region":{"endColumn":29,"endLine":8,"snippet":{"text":"DECL: 06/22/2016"},"startColumn":13,"startLine":8}}}],)"
          R"("message":{"text":"declassification date 2016-06-22 has passed"},)"
          R"("partialFingerprints":{"cablelint/v1":"0123456789abcdef","primaryLocationLineHash":")" +
          cablelint::reports::LineHashes(cablelint::tests::document_of_findings()).all()[7] +
          R"("},)"
          R"("properties":{"record":"2006ARCADIA00042"},"ruleId":"DCL001","ruleIndex":2})");
}

BOOST_AUTO_TEST_CASE(a_rule) {
  const json rule = run_of({})["tool"]["driver"]["rules"][2];
  BOOST_TEST(
      rule.dump() ==
      R"({"defaultConfiguration":{"level":"warning"},"fullDescription":{"text":"A cable is declassified on its date unless it was extended."},)"
      R"("help":{"markdown":"Review the cable for release.\n\nA cable is declassified on its date unless it was extended.\n\nAuthority: E.O. 13526 s. 1.5",)"
      R"("text":"Review the cable for release.\n\nA cable is declassified on its date unless it was extended.\n\nAuthority: E.O. 13526 s. 1.5"},)"
      R"("id":"DCL001","name":"past-declassification",)"
      R"("properties":{"precision":"high","problem.severity":"warning","tags":["cablelint","DCL"]},)"
      R"("shortDescription":{"text":"The date of declassification has passed."}})");
}

BOOST_AUTO_TEST_CASE(the_worst_are_kept) {
  const std::vector<std::vector<Finding>> documents{
      {finding(Severity::note, "n1"), finding(Severity::warning, "w1"), finding(Severity::error, "e1")},
      {},
      {finding(Severity::warning, "w2"), finding(Severity::error, "e2"), finding(Severity::note, "n2")}};
  const struct {
    std::size_t most;
    std::vector<std::string> kept;
  } cases[] = {
      {1, {"e1"}},
      {2, {"e1", "e2"}},
      {3, {"e1", "e2", "w1"}},
      {5, {"e1", "e2", "w1", "w2", "n1"}},
      {6, {"e1", "e2", "w1", "w2", "n1", "n2"}},
      {5'000, {"e1", "e2", "w1", "w2", "n1", "n2"}},
  };
  for (const auto& each : cases) {
    const json run = run_of(documents, {.sarif_max_results = each.most});
    BOOST_TEST(messages(run) == each.kept, boost::test_tools::per_element());
    BOOST_TEST(run["properties"]["truncated"].get<bool>() == (each.most < 6));
    BOOST_TEST(run["properties"]["findings"] == 6);
  }
}

BOOST_AUTO_TEST_CASE(suppressed_findings_stay) {
  Finding reasoned = past_declassification();
  reasoned.suppressed = "the original says so, too";
  Finding silent = past_declassification();
  silent.suppressed = "";
  const json run = run_of({{reasoned, silent, past_declassification()}});
  BOOST_TEST(run["results"][0]["suppressions"].dump() ==
             R"([{"justification":"the original says so, too","kind":"external","status":"accepted"}])");
  BOOST_TEST(run["results"][1]["suppressions"].dump() == R"([{"kind":"external","status":"accepted"}])");
  BOOST_TEST(!run["results"][2].contains("suppressions"));
  BOOST_TEST(run["properties"]["findings"] == 1);
  BOOST_TEST(run["properties"]["suppressed"] == 2);
}

BOOST_AUTO_TEST_CASE(inputs_that_could_not_be_read) {
  const json invocation =
      run_of({}, {.exit_code = 2},
             {{"a b.txt", "no such file or folder"}, {"/etc/x", "is a folder"}})["invocations"][0];
  BOOST_TEST(
      invocation.dump() ==
      R"({"executionSuccessful":false,"exitCode":2,"toolExecutionNotifications":[)"
      R"({"level":"error","locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b.txt","uriBaseId":"%SRCROOT%"}}}],"message":{"text":"no such file or folder"}},)"
      R"({"level":"error","locations":[{"physicalLocation":{"artifactLocation":{"uri":"file:///etc/x"}}}],"message":{"text":"is a folder"}}]})");
  BOOST_TEST(run_of({}, {.exit_code = 1})["invocations"].dump() ==
             R"([{"executionSuccessful":true,"exitCode":1,"toolExecutionNotifications":[]}])");
}

BOOST_AUTO_TEST_CASE(places_of_every_size) {
  Finding empty = past_declassification();
  empty.at = {0, 0};
  empty.line = empty.column = empty.end_line = empty.end_column = 1;
  const auto location_in = [&](const Finding& one, const std::string& bytes) {
    return json::parse(written("sarif", {{one}}, {}, {},
                               bytes))["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
  };
  BOOST_TEST(location_in(empty, "").dump() ==
             R"({"artifactLocation":{"uri":"cables/a.txt","uriBaseId":"%SRCROOT%"},)"
             R"("contextRegion":{"endLine":1,"snippet":{"text":""},"startLine":1},)"
             R"("region":{"endColumn":2,"endLine":1,"snippet":{"text":""},"startColumn":1,"startLine":1}})");
  Finding all = past_declassification();
  all.at = {0, 10'000};
  all.line = all.column = 1;
  all.end_line = 1;
  all.end_column = 10'001;
  const json location = location_in(all, std::string(10'000, 'X'));
  BOOST_TEST(location["region"].dump() == R"({"endColumn":10001,"endLine":1,"startColumn":1,"startLine":1})");
  BOOST_TEST(!location.contains("contextRegion"));
}

BOOST_AUTO_TEST_CASE(messages_hold_no_links) {
  BOOST_TEST(messages(run_of({{finding(Severity::note, "[read](https://x.example) ](](")}})).front() ==
             "[read] (https://x.example) ] (] (");
}

BOOST_AUTO_TEST_SUITE_END()
