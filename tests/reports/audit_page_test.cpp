#include <fmt/format.h>

#include <re2/re2.h>

#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "reports/audit_page.hpp"
#include "support/audit_collection.hpp"

using cablelint::Severity;
using cablelint::audit::Due;
using cablelint::audit::Summary;
using cablelint::tests::audit_collections;
using cablelint::tests::AuditCollection;
using cablelint::tests::empty_collection;
using cablelint::tests::hostile_collection;
using cablelint::tests::ordinary_collection;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostBytes = 2'000'000;

/// The first stretch between two texts; empty when there is none.
std::string between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t at = text.find(begin);
  if (at == std::string_view::npos) return "";
  text.remove_prefix(at + begin.size());
  return std::string(text.substr(0, text.find(end)));
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

/// The text of HTML as a reader has it, without drawings.
std::string text_of(const std::string& html) {
  static const RE2 drawings("(?s)<svg.*?</svg>"), tags("<[^>]*>");
  std::string text = html;
  RE2::GlobalReplace(&text, drawings, "");
  RE2::GlobalReplace(&text, tags, "");
  return text;
}

/// The rows of a table, head and foot included, with "|" between their cells.
std::vector<std::string> rows(const std::string& page, const std::string& table) {
  std::string rest = between(page, "<table id=\"" + table + "\"", "</table>");
  std::vector<std::string> found;
  static const RE2 cell_end("</t[hd]><");
  for (std::size_t at = rest.find("<tr"); at != std::string::npos; at = rest.find("<tr")) {
    rest.erase(0, at);
    std::string row = rest.substr(0, rest.find("</tr>"));
    rest.erase(0, row.size());
    RE2::GlobalReplace(&row, cell_end, "|<");
    found.push_back(text_of(row));
  }
  return found;
}

std::string verdict(const AuditCollection& collection) {
  return between(collection.page(), "id=\"verdict\">", "</p>");
}

std::string figure(const std::string& page, const std::string& id) {
  return text_of(between(page, "<div id=\"figure-" + id + "\">", "</div>"));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(audit_page_test)

// The pages for people's eyes and for browser.sh: CABLELINT_AUDIT_PAGES names a folder for them.
BOOST_AUTO_TEST_CASE(any_collection_fits_into_a_page) {
  const char* const folder = std::getenv("CABLELINT_AUDIT_PAGES");
  for (const AuditCollection& collection : audit_collections()) {
    const std::string page = collection.page();
    BOOST_TEST_CONTEXT(collection.name) {
      BOOST_TEST(page.size() <= kMostBytes);
      BOOST_TEST(page.ends_with("</html>\n"));
      BOOST_TEST((page == collection.page()));
      BOOST_TEST(count(text_of(page), "nan") == 0U);
    }
    if (folder == nullptr) continue;
    fs::create_directories(folder);
    const fs::path file = fs::path(folder) / (std::string(collection.name) + ".html");
    BOOST_TEST(!(std::ofstream(file, std::ios::binary) << page).fail());
  }
}

BOOST_AUTO_TEST_CASE(the_verdict_is_one_sentence_for_each_thing_to_know) {
  const auto of = [](std::uint64_t cables, std::uint64_t passed, std::uint64_t errors, Severity fail_on,
                     std::uint64_t overdue = 0, std::uint64_t unreadable = 0) {
    AuditCollection collection = empty_collection();
    collection.summary.cables = cables;
    collection.summary.passed = passed;
    collection.summary.findings.error = errors;
    collection.run.fail_on = fail_on;
    collection.summary.due_years[2016] = {overdue, overdue};
    collection.summary.unreadable = unreadable;
    return verdict(collection);
  };
  constexpr auto kError = Severity::error;
  BOOST_TEST(of(0, 0, 0, kError) == "No cable was read.");
  BOOST_TEST(of(0, 0, 0, kError, 0, 1) == "No cable was read. 1 input could not be read.");
  BOOST_TEST(of(1, 1, 0, kError) == "The one cable passes: no rule found anything.");
  BOOST_TEST(of(1'200, 1'200, 0, kError) == "All 1,200 cables pass: no rule found anything.");
  BOOST_TEST(of(1, 1, 2, kError) == "The one cable passes.");
  BOOST_TEST(of(1'200, 1'200, 2, kError) == "All 1,200 cables pass.");
  BOOST_TEST(of(1, 0, 2, Severity::warning) == "The one cable has errors or warnings.");
  BOOST_TEST(of(3, 2, 2, Severity::note) == "1 of 3 cables (33.3%) has findings.");
  BOOST_TEST(
      of(40'000, 38'000, 5'000, kError, 1'200, 3) ==
      "2,000 of 40,000 cables (5.0%) have errors. The day of declassification has come for 1,200 cables. "
      "3 inputs could not be read.");
}

BOOST_AUTO_TEST_CASE(figures_are_readable_at_a_glance) {
  const std::string page = ordinary_collection().page();
  BOOST_TEST(figure(page, "pass") == "Pass rate96.0%38,400 of 40,000 cables without an error");
  BOOST_TEST(figure(page, "cables") == "Cables40,000in 39,412 documents, 163.8 MB");
  BOOST_TEST(figure(page, "findings") == "Findings28,488in 27,865 cables");
  BOOST_TEST(figure(page, "overdue") == "Overdue11,622of 14,003 cables with a day");
  BOOST_TEST(figure(page, "unreadable") == "Unreadable3inputs");
  BOOST_TEST(figure(empty_collection().page(), "pass") == "Pass rate–0 of 0 cables without an error");
  const std::vector<std::string> levels{"Level|Findings|Share|", "■ error|1,600|5.6%|",
                                        "▲ warning|19,688|69.1%|", "● note|7,200|25.3%|"};
  BOOST_TEST(rows(page, "levels") == levels, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(rules_stand_in_order_of_their_findings) {
  const std::string page = ordinary_collection().page();
  const std::vector<std::string> table = rows(page, "rules");
  BOOST_TEST(table.size() == 9U);
  BOOST_TEST(table.at(0) == "Rule|Level|Findings||Errors|Warnings|Notes|Cables|Share");
  BOOST_TEST(table.at(1) ==
             "DCL001 past-declassificationThe date of declassification has passed.|▲ "
             "warning|18,432||0|18,432|0|15,799|39.5%");
  BOOST_TEST(table.at(8) == "STR016 duplicate-tagA tag is listed twice.|● note|1||0|0|1|1|under 0.1%");
  BOOST_TEST(count(page, "<tr data-rule=\"DCL001\"><th scope=\"row\"><a href=\"#examples-DCL001\">") == 1U);
  BOOST_TEST(count(page, "<ol id=\"examples-DCL001\">") == 1U);
  BOOST_TEST(between(page, "<h2>Rules that found nothing</h2>\n<p>", "</p>") ==
             "3 of 11 rules found nothing.");
  BOOST_TEST(text_of(between(page, "<ul class=\"compact\">\n", "</ul>")) ==
             "AUT002 no-reason\nRED001 redaction-without-exemption\nSTR020 subject-missing\n");
}

BOOST_AUTO_TEST_CASE(posts_beyond_the_thirtieth_are_added_up) {
  const std::string page = ordinary_collection().page();
  const std::vector<std::string> table = rows(page, "posts");
  BOOST_TEST(table.size() == 1U + 30 + 3);
  BOOST_TEST(table.at(1) == "SOFIA|2,100|1,515|72.1%|700|84|1,105|378|");
  BOOST_TEST(table.at(31) == "4 more posts|3,100|1,724|55.6%|630|124|1,060|558|");
  BOOST_TEST(table.at(32) == "other posts|120|13|10.8%|4|3|9|1|");
  BOOST_TEST(table.at(33) == "no post|31|31|100.0%|0|31|0|2|");
  BOOST_TEST(count(page, "The 30 of more than 34 posts with most findings") == 1U);
}

BOOST_AUTO_TEST_CASE(levels_of_headers_and_portions) {
  const std::string page = ordinary_collection().page();
  const std::vector<std::string> table = rows(page, "matrix");
  const std::vector<std::string> expected{
      "Header|U|R|C|S|TS|no marks",   "UNCLASSIFIED|9,760|0|▲above the header:  1,280|0|0|4,960",
      "RESTRICTED|0|0|0|0|0|0",       "CONFIDENTIAL|960|0|7,320|▲above the header:  12|0|3,720",
      "SECRET|0|0|640|4,880|0|2,480", "TOP SECRET|0|0|0|64|488|248",
      "no level|0|0|0|0|0|3,200"};
  BOOST_TEST(table == expected, boost::test_tools::per_element());
  BOOST_TEST(
      count(page,
            "Of 25,404 cables with portion marks, 1,292 have a portion above the level of the header.") ==
      1U);
  BOOST_TEST(rows(page, "classifications").at(3) ==
             "CONFIDENTIAL|12,000|11,424|95.2%|7,000|480|9,154|2,160|");
}

BOOST_AUTO_TEST_CASE(the_calendar_counts_every_cable_with_a_day) {
  const std::string page = ordinary_collection().page();
  BOOST_TEST(
      count(page,
            "A day is named by 14,003 of 40,000 cables. On 2026-01-01 it has come for 11,622 of them (83.0%) "
            "and lies ahead for 2,381.") == 1U);
  const std::vector<std::string> table = rows(page, "due-years");
  BOOST_TEST(table.at(1) == "1901|2|2|0");
  BOOST_TEST(table.at(table.size() - 2) == "9999|1|0|1");
  BOOST_TEST(table.back() == "all|14,003|11,622|2,381");
  BOOST_TEST(rows(page, "instructions").at(3) ==
             "exempt an exemption or schedule that names no day|3,400|8.5%|");
  BOOST_TEST(count(page, "before 1984: 2 cables; after 2040: 1 cable.") == 1U);

  AuditCollection undated = empty_collection();
  undated.summary.cables = 1;
  undated.summary.dues.at(static_cast<std::size_t>(Due::missing)) = 1;
  BOOST_TEST(count(undated.page(), "No cable names a day on which it becomes due.") == 1U);
  BOOST_TEST(count(undated.page(), "due-chart") == 0U);
}

BOOST_AUTO_TEST_CASE(many_years_are_listed_as_far_as_the_chart_goes) {
  AuditCollection collection = empty_collection();
  collection.summary.cables = 400;
  for (std::int32_t year = 1801; year <= 2200; ++year) {
    collection.summary.due_years[year] = {1, year < 2026 ? 1U : 0U};
    collection.summary.years[year].cables = 1;
    collection.summary.years[year].findings.note = 1;
  }
  const std::string page = collection.page();
  const std::vector<std::string> due = rows(page, "due-years");
  BOOST_TEST(due.size() == 1U + 120 + 2);
  BOOST_TEST(due.at(121) == "before 2081|280|225|55");
  BOOST_TEST(due.at(122) == "all|400|225|175");
  const std::vector<std::string> sent = rows(page, "years");
  BOOST_TEST(sent.size() == 1U + 120 + 1);
  BOOST_TEST(sent.back() == "280 more years|280|0|0.0%|0|0|0|280|");
}

BOOST_AUTO_TEST_CASE(changes_stand_there_when_there_is_something_to_compare_with) {
  AuditCollection collection = ordinary_collection();
  const std::string page = collection.page();
  BOOST_TEST(
      count(page,
            "Against the run of 2025-01-01, 1,404 findings are new, 2,031 are gone and 33,920 are unchanged. "
            "912 cables are new in the collection, 12 are no longer in it.") == 1U);
  BOOST_TEST(count(page, "The rules differ from those of the older run (cablelint 1.1.0)") == 1U);
  const std::vector<std::string> changes{"Rule|New|Gone|Unchanged",
                                         "CLS001 portion-above-header|190|1,840|1,014",
                                         "DCL001 past-declassification|1,212|102|17,220",
                                         "NOI001 pilcrow|2|89|7,408",
                                         "1 rule without a change|0|0|311",
                                         "all|1,404|2,031|33,920"};
  BOOST_TEST(rows(page, "changes-rules") == changes, boost::test_tools::per_element());
  const std::vector<std::string> trend{
      "As of|Cables|Pass|Errors|Warnings|Notes|Unreadable inputs",
      "2023-01-01|38,000|84.0%|9,870|30,411|8,800|12", "2024-01-01|38,500|89.9%|7,020|29,006|8,100|9",
      "2025-01-01|39,100|93.1%|2,805|28,350|7,733|4", "2026-01-01|40,000|96.0%|1,600|19,688|7,200|3"};
  BOOST_TEST(rows(page, "trend") == trend, boost::test_tools::per_element());

  collection.comparison->rules = {{"CLS004", {0, 0, 311}}};
  BOOST_TEST(count(collection.page(), "id=\"changes-rules\"") == 0U);
  collection.comparison->same_rules = true;
  BOOST_TEST(count(collection.page(), "The rules differ") == 0U);
  collection.comparison.reset();
  BOOST_TEST(count(collection.page(), "id=\"changes-rules\"") == 0U);
  BOOST_TEST(count(collection.page(), "id=\"trend\"") == 1U);
  collection.run.history.clear();
  BOOST_TEST(count(collection.page(), "#changes") == 0U);
  collection.run.history.resize(100);
  BOOST_TEST(rows(collection.page(), "trend").size() == 1U + 24);
  BOOST_TEST(count(collection.page(), "77 older runs left out.") == 1U);
}

BOOST_AUTO_TEST_CASE(examples_say_where_the_others_are) {
  AuditCollection collection = ordinary_collection();
  BOOST_TEST(count(collection.page(),
                   "<p>71 of 28,488 findings are shown; 28,417 more stand in <a "
                   "href=\"findings.jsonl\">findings.jsonl</a> "
                   "and <a href=\"findings.csv\">findings.csv</a>.</p>") == 1U);
  collection.files.clear();
  BOOST_TEST(count(collection.page(), "more stand in findings.jsonl and findings.csv.</p>") == 1U);
  BOOST_TEST(count(collection.page(),
                   "<li><span class=\"where\">cables/1973-1979/1976ROME01201.txt:7:13</span>") == 7U + 1);
}

BOOST_AUTO_TEST_CASE(examples_are_at_most_2000) {
  AuditCollection collection = empty_collection();
  collection.summary.cables = 1;
  collection.summary.findings.note = 10'000;
  for (int rule = 0; rule < 250; ++rule) {
    const std::string id = fmt::format("MANY{:03}", rule);
    collection.summary.rules[id].findings.note = 40;
    collection.summary.examples[id].resize(Summary::kExamples);
  }
  const std::string page = collection.page();
  BOOST_TEST(count(page, "<li><span class=\"where\">") == 2'000U);
  BOOST_TEST(count(page, "<p>2,000 of 10,000 findings are shown; 8,000 more stand in") == 1U);
}

BOOST_AUTO_TEST_CASE(numbers_for_programs_are_the_summary) {
  AuditCollection collection = ordinary_collection();
  collection.summary.worst.at(0).id = "</script><!--";
  const auto data = [](const std::string& page) {
    return between(page, "<script type=\"application/json\" id=\"cablelint-data\">", "</script>");
  };
  const std::string shown = data(collection.page());
  BOOST_TEST(count(shown, "<") == 0U);
  BOOST_TEST(count(shown, "\\u003c/script>\\u003c!--") == 1U);
  std::string unescaped = shown;
  RE2::GlobalReplace(&unescaped, R"(\\u003c)", "<");
  BOOST_TEST((unescaped == collection.json()));
  const std::string long_json = '"' + std::string(kMostBytes, 'x') + '"';
  const std::string page = cablelint::reports::audit_page(collection.run, collection.summary, nullptr,
                                                          long_json, {"summary.json"});
  BOOST_TEST(page.size() <= kMostBytes);
  BOOST_TEST(data(page) == "");
  BOOST_TEST(count(page, "are too many to stand in it: <a href=\"summary.json\">summary.json</a>.") == 1U);
}

BOOST_AUTO_TEST_CASE(examples_take_the_room_that_is_left) {
  AuditCollection collection = hostile_collection();
  Summary& summary = collection.summary;
  while (summary.rules.size() < 200) {
    const std::string id = "MORE" + std::to_string(summary.rules.size());
    summary.rules[id] = summary.rules.at("EVIL000");
    summary.examples[id] = summary.examples.at("EVIL000");
  }
  const std::string json = '"' + std::string(699'000, 'x') + '"';
  const std::string page = cablelint::reports::audit_page(collection.run, summary, nullptr, json, {});
  BOOST_TEST(page.size() <= kMostBytes);
  BOOST_TEST(page.size() > kMostBytes / 2);
  BOOST_TEST(count(page, "findings are shown") == 1U);
  const std::size_t examples = count(page, "<li><span class=\"where\">") - Summary::kUnreadable;
  BOOST_TEST(examples % 200 == 0U);
  BOOST_TEST(examples > 0U);
  BOOST_TEST(examples < 2'000U);
}

BOOST_AUTO_TEST_CASE(what_strangers_wrote_is_inert) {
  const AuditCollection collection = hostile_collection();
  const std::string page =
      cablelint::reports::audit_page(collection.run, collection.summary, &*collection.comparison, "{}", {});
  BOOST_TEST(count(page, "<img") == 0U);
  BOOST_TEST(count(page, "</script>") == 2U);
  for (const std::string_view bytes : {"\x1b", "\xE2\x80\xAE", "\xFF", "\xF3\xA0\x81\x81", "\x02"})
    BOOST_TEST(count(page, bytes) == 0U);
  BOOST_TEST(count(page, "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;") > 1'000U);
}

BOOST_AUTO_TEST_CASE(only_the_page_s_own_script_may_run) {
  const std::string page = ordinary_collection().page();
  const std::string policy = between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
  static const RE2 wanted(
      R"(default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[A-Za-z0-9+/]{43}=')");
  BOOST_TEST(RE2::FullMatch(policy, wanted), policy);
  for (const std::string_view link : {"http:", "https:", "url(\"", "@import"})
    BOOST_TEST(count(page, link) == 0U);
}

BOOST_AUTO_TEST_CASE(without_cables_the_page_is_short) {
  AuditCollection collection = empty_collection();
  collection.summary.unreadable = 51;
  collection.summary.unreadable_first.assign(Summary::kUnreadable, {"locked", "permission denied"});
  collection.files = {"errors.jsonl"};
  const std::string page = collection.page();
  for (const std::string_view id : {"calendar", "portions", "by-rule", "examples", "silent-rules"})
    BOOST_TEST(count(page, fmt::format("#{}\"", id)) == 0U);
  BOOST_TEST(count(page, "<h2>") == 3U);
  BOOST_TEST(count(page, "<p>51 inputs could not be read.</p>") == 1U);
  BOOST_TEST(count(page, "<li><span class=\"where\">locked</span> permission denied</li>") == 50U);
  BOOST_TEST(count(page, "<p>1 more: <a href=\"errors.jsonl\">errors.jsonl</a>.</p>") == 1U);
}

BOOST_AUTO_TEST_CASE(the_run_names_what_decides_its_results) {
  AuditCollection collection = ordinary_collection();
  BOOST_TEST(
      text_of(between(collection.page(), "<dl class=\"facts\">\n", "</dl>")) ==
      "Program\ncablelint 1.2.3\nRules\n11 rules, 0123456789abcdef\nJudged as "
      "of\n2026-01-01\nProfile\narchive\n"
      "Fails on\nerror\nInputs\n\ncables/1973-1979\ncables/later.jsonl.zst\n\nexclude\ndrafts/\njobs\n2\n"
      "Files of this "
      "run\n\nrun.json\nsummary.json\nfindings.jsonl\nfindings.csv\ndocuments.csv\nerrors.jsonl\n"
      "audit.sqlite\n\n");
}

BOOST_AUTO_TEST_SUITE_END()
