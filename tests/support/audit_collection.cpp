#include "support/audit_collection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/audit/summary_json.hpp>
#include <iterator>

#include "reports/audit_page.hpp"

namespace cablelint::tests {
namespace {

using audit::FindingCounts;
using audit::Summary;

/// A number below `bound` that depends on `at` alone and looks like any.
std::uint64_t scattered(std::uint64_t at, std::uint64_t bound) {
  at = (at + 1) * 0x9E3779B97F4A7C15U;
  at ^= at >> 31U;
  return at % bound;
}

void add_to(audit::Group& group, std::uint64_t cables, const FindingCounts& findings, std::uint64_t overdue) {
  group.cables += cables;
  group.with_findings += std::min(cables, findings.all());
  group.overdue += overdue;
  group.findings.add(findings);
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

audit::Example example(const std::string& id, std::uint32_t line, Severity level, std::string message) {
  return {.id = id, .message = std::move(message), .line = line, .column = 13, .level = level};
}

struct SampleRule {
  std::string_view id, name, summary;
  Severity level;
  std::uint64_t findings;
};
constexpr SampleRule kSampleRules[] = {
    {"CLS001", "portion-above-header", "A portion is marked higher than the header.", Severity::error, 1204},
    {"CLS004", "no-classification", "A cable has no classification line.", Severity::error, 311},
    {"DCL001", "past-declassification", "The date of declassification has passed.", Severity::warning, 18432},
    {"DCL003", "date-too-far", "The date lies further ahead than the order allows.", Severity::warning, 2750},
    {"DCL008", "oadr-after-1995", "OADR is used after E.O. 12958 ended it.", Severity::error, 96},
    {"NOI001", "pilcrow", "A pilcrow stands in place of a line end.", Severity::note, 7410},
    {"POR002", "portion-missing", "A paragraph has no portion mark.", Severity::warning, 5120},
    {"STR016", "duplicate-tag", "A tag is listed twice.", Severity::note, 1},
    {"AUT002", "no-reason", "A reason is missing.", Severity::note, 0},
    {"RED001", "redaction-without-exemption", "An excision names no exemption.", Severity::error, 0},
    {"STR020", "subject-missing", "A cable has no subject.", Severity::warning, 0},
};

audit::RunFacts sample_run() {
  return {.version = "1.2.3",
          .rules_hash = "0123456789abcdef",
          .as_of = "2026-01-01",
          .profile = "archive",
          .fail_on = Severity::error,
          .inputs = {"cables/1973-1979", "cables/later.jsonl.zst"},
          .settings = {{"exclude", "drafts/"}, {"jobs", "2"}},
          .history = {}};
}

}  // namespace

std::string AuditCollection::json() const {
  return audit::summary_json(summary);
}

std::string AuditCollection::page() const {
  return reports::audit_page(run, summary, comparison ? &*comparison : nullptr, json(), files);
}

AuditCollection empty_collection() {
  return {.name = "empty", .run = sample_run(), .summary = {}, .comparison = {}, .files = {}};
}

AuditCollection ordinary_collection() {
  AuditCollection out = empty_collection();
  out.name = "ordinary";
  out.files = {"run.json",      "summary.json", "findings.jsonl", "findings.csv",
               "documents.csv", "errors.jsonl", "audit.sqlite"};
  Summary& all = out.summary;
  all.documents = 39'412;
  all.bytes = 163'840'127;
  constexpr std::string_view kPosts[] = {
      "ROME",    "PARIS",  "LONDON", "BONN",   "MOSCOW", "OTTAWA", "MEXICO", "LIMA",  "ATHENS",
      "ANKARA",  "CAIRO",  "TOKYO",  "SEOUL",  "MANILA", "DAKAR",  "ACCRA",  "LAGOS", "DELHI",
      "COLOMBO", "OSLO",   "BERN",   "VIENNA", "PRAGUE", "WARSAW", "SOFIA",  "TUNIS", "RABAT",
      "AMMAN",   "KUWAIT", "DOHA",   "QUITO",  "BOGOTA", "HAVANA", "NASSAU"};
  // Years, posts and levels are cut from the same 40,000 cables.
  for (std::uint64_t part = 0; part < 400; ++part) {
    constexpr std::uint64_t kCables = 100;
    const auto year = static_cast<std::int32_t>(1973 + scattered(part, 38));
    const std::size_t level = part % 10 < 4    ? 0
                              : part % 10 < 7  ? 2
                              : part % 10 < 9  ? 3
                              : part % 50 == 9 ? 4
                                               : 5;
    const FindingCounts findings{4, level == 0 ? 10U : 60U + scattered(part, 30), 18};
    const std::uint64_t dated = level == 2 || level == 3 ? 70 : 0;
    const auto due = static_cast<std::int32_t>(year + 10 + 5 * scattered(part, 5));
    const std::uint64_t overdue = due < 2026 ? dated : 0;
    all.cables += kCables;
    all.passed += kCables - 4;
    add_to(all.years[year], kCables, findings, overdue);
    add_to(all.posts[std::string(kPosts[scattered(part * part, std::size(kPosts))])], kCables, findings,
           overdue);
    add_to(all.levels.at(level), kCables, findings, overdue);
    all.findings.add(findings);
    const auto put = [&](audit::Due kind, std::uint64_t count) {
      all.dues.at(static_cast<std::size_t>(kind)) += count;
    };
    if (dated > 0) {
      all.due_years[due].cables += dated;
      all.due_years[due].overdue += overdue;
      put(audit::Due::dated, dated);
      put(audit::Due::exempt, 17);
      put(audit::Due::event, 3);
      put(audit::Due::unreadable, 2);
      put(audit::Due::missing, 8);
    } else {
      put(level == 0 ? audit::Due::unclassified : audit::Due::missing, kCables);
    }
    all.matrix.at(level).at(level) += level == 5 ? 0 : 61;
    all.matrix.at(level).at(5) += level == 5 ? kCables : 31;
    if (level > 0 && level < 5) all.matrix.at(level).at(level - 1 - (level == 2 ? 1 : 0)) += 8;
    if (level == 0) all.matrix.at(0).at(2) += 8;
  }
  all.matrix.at(2).at(3) = 12;
  all.due_years[1901].cables = all.due_years[1901].overdue = 2;
  all.due_years[9999].cables = 1;
  add_to(all.posts[std::string(Summary::kOtherPosts)], 120, {3, 9, 1}, 4);
  add_to(all.posts[""], 31, {31, 0, 2}, 0);
  add_to(all.no_year, 14, {14, 0, 0}, 0);

  for (const SampleRule& each : kSampleRules) {
    audit::RuleCount& rule = all.rules[std::string(each.id)];
    rule.name = each.name;
    rule.summary = each.summary;
    rule.level = each.level;
    (each.level == Severity::error     ? rule.findings.error
     : each.level == Severity::warning ? rule.findings.warning
                                       : rule.findings.note) = each.findings;
    rule.cables = each.findings - each.findings / 7;
    for (std::uint32_t index = 0; index < std::min<std::uint64_t>(each.findings, Summary::kExamples);
         ++index) {
      all.examples[std::string(each.id)].push_back(
          example(fmt::format("cables/1973-1979/1976ROME{:05}.txt", 1201 + 37 * index), 7 + index, each.level,
                  fmt::format("{} ({} of this cable)", each.summary, index + 1)));
    }
  }
  for (std::uint32_t index = 0; index < 12; ++index) {
    all.worst.push_back({.id = index % 4 == 3
                                   ? "cables/later.jsonl.zst#1988BONN0" + std::to_string(4410 + index)
                                   : fmt::format("cables/1973-1979/1976ROME{:05}.txt", 1201 + 37 * index),
                         .part = index % 4 == 3 ? 2U : 1U,
                         .record = fmt::format("1976ROME{:05}", 1201 + 37 * index),
                         .findings = {9 - index / 2, 14 - index, 3}});
  }
  all.unreadable = 3;
  all.unreadable_first = {{"cables/1973-1979/locked", "permission denied"},
                          {"cables/broken.jsonl.gz", "line 4: the record has no `text`"},
                          {"cables/pipe", "neither a file nor a folder"}};
  out.run.history = {{"2023-01-01", 38'000, 31'920, 12, {9'870, 30'411, 8'800}},
                     {"2024-01-01", 38'500, 34'611, 9, {7'020, 29'006, 8'100}},
                     {"2025-01-01", 39'100, 36'402, 4, {2'805, 28'350, 7'733}}};
  audit::Comparison& comparison = out.comparison.emplace();
  comparison.old_as_of = "2025-01-01";
  comparison.old_version = "1.1.0";
  comparison.same_rules = false;
  comparison.all = {1'404, 2'031, 33'920};
  comparison.rules = {{"DCL001", {1'212, 102, 17'220}},
                      {"CLS001", {190, 1'840, 1'014}},
                      {"NOI001", {2, 89, 7'408}},
                      {"CLS004", {0, 0, 311}}};
  comparison.cables_new = 912;
  comparison.cables_gone = 12;
  return out;
}

AuditCollection hostile_collection() {
  AuditCollection out = empty_collection();
  out.name = "hostile";
  const std::string evil =
      repeated("</script><img src=x onerror=alert(1)>'\"&\x1b[2J\xE2\x80\xAE\xFF\xF3\xA0\x81\x81\n", 20'000);
  const std::string path = evil.substr(0, 4'000);  // as long as systems have them
  Summary& all = out.summary;
  all.documents = all.cables = 1'000'000;
  all.passed = 3;
  all.bytes = 4'000'000'000;
  for (int index = 0; index < 120; ++index) {
    const std::string id = fmt::format("EVIL{:03}", index);
    all.rules[id] = {.name = evil.substr(0, 200),
                     .level = Severity::error,
                     .summary = evil,
                     .findings = {8'000, 10, 1},
                     .cables = 999'999};
    all.findings.add(all.rules[id].findings);
    for (std::uint32_t number = 0; number < Summary::kExamples; ++number)
      all.examples[id].push_back(example(evil, number, Severity::error, evil));
    out.comparison.emplace().rules[id] = {1, 2, 3};
  }
  for (int index = 0; index < 500; ++index) {
    add_to(all.posts[fmt::format("{}{}", index, evil.substr(0, 60))], 2'000, {7, 8, 9}, 1'000);
    out.run.settings.emplace_back(evil, evil);
    out.run.inputs.push_back(evil);
    out.run.history.push_back({evil, 1'000'000, 1, 1, {1, 2, 3}});
  }
  for (std::int32_t index = 0; index < 200; ++index) {
    const std::int32_t year = index == 0 ? -2'147'483'647 : index == 199 ? 2'147'483'647 : 1850 + index;
    add_to(all.years[year], 5'000, {4'800, 6, 1}, 5'000);
    all.due_years[year] = {5'000, 2'000};
  }
  all.dues.at(0) = 1'000'000;
  for (audit::Group& level : all.levels) add_to(level, 166'666, {160'000, 200, 20}, 1);
  for (auto& row : all.matrix) row.fill(27'777);
  all.unreadable = 10'000;
  for (std::size_t index = 0; index < Summary::kUnreadable; ++index)
    all.unreadable_first.push_back({evil, evil});
  for (std::size_t index = 0; index < Summary::kWorst; ++index)
    all.worst.push_back({.id = path, .part = 1, .record = evil.substr(0, 60), .findings = {100, 10, 1}});
  out.run.version = out.run.rules_hash = out.run.profile = evil;
  out.comparison->old_as_of = out.comparison->old_version = evil;
  return out;
}

std::vector<AuditCollection> audit_collections() {
  std::vector<AuditCollection> all{empty_collection(), ordinary_collection(), hostile_collection()};
  AuditCollection one = empty_collection();
  one.name = "one";
  one.run.inputs = {"cable.txt"};
  one.run.fail_on = Severity::warning;
  one.summary.documents = one.summary.cables = 1;
  one.summary.bytes = 812;
  one.summary.findings.warning = 1;
  one.summary.dues.at(0) = 1;
  one.summary.due_years[2016] = {1, 1};
  one.summary.matrix.at(3).at(2) = 1;
  add_to(one.summary.levels.at(3), 1, {0, 1, 0}, 1);
  add_to(one.summary.years[2004], 1, {0, 1, 0}, 1);
  add_to(one.summary.posts["ROME"], 1, {0, 1, 0}, 1);
  one.summary.rules["DCL001"] = {
      .name = "past-declassification", .summary = "The date has passed.", .findings = {0, 1, 0}, .cables = 1};
  one.summary.examples["DCL001"] = {
      example("cable.txt", 8, Severity::warning, "declassification date 2016-06-22 has passed")};
  one.summary.worst = {{.id = "cable.txt", .part = 1, .record = "2004ROME01636", .findings = {0, 1, 0}}};
  all.push_back(one);

  AuditCollection clean = empty_collection();
  clean.name = "clean";
  clean.summary.documents = clean.summary.cables = clean.summary.passed = 1'200;
  clean.summary.bytes = 2'400'000;
  clean.summary.dues.at(static_cast<std::size_t>(audit::Due::unclassified)) = 1'200;
  clean.summary.matrix.at(0).at(5) = 1'200;
  add_to(clean.summary.levels.at(0), 1'200, {}, 0);
  add_to(clean.summary.years[1999], 1'200, {}, 0);
  add_to(clean.summary.posts[""], 1'200, {}, 0);
  clean.summary.rules["DCL001"] = {.name = "past-declassification", .summary = "The date has passed."};
  clean.run.shard = {2};
  clean.run.shards = 7;
  all.push_back(clean);

  AuditCollection unreadable = empty_collection();
  unreadable.name = "unreadable";
  unreadable.summary.unreadable = 2'000;
  for (std::size_t index = 0; index < Summary::kUnreadable; ++index)
    unreadable.summary.unreadable_first.push_back(
        {fmt::format("cables/{:04}.txt", index), "permission denied"});
  all.push_back(unreadable);
  return all;
}

}  // namespace cablelint::tests
