#include <boost/test/unit_test.hpp>
#include <cablelint/audit/summary.hpp>
#include <cablelint/audit/summary_json.hpp>
#include <cablelint/calendar.hpp>
#include <cstdint>
#include <string>

using namespace cablelint;
using namespace cablelint::audit;

namespace {

/// Any cable: the numbers decide what it is.
CableFacts cable(std::uint32_t number) {
  CableFacts facts;
  facts.id = "cable " + std::to_string(number * 7919 % 1000);
  facts.post = number % 5 == 0 ? "" : "POST" + std::to_string(number % 11);
  if (number % 4 != 0) facts.year = 1970 + static_cast<std::int32_t>(number % 40);
  if (number % 6 != 0) facts.level = static_cast<Level>(number % 5);
  if (number % 3 != 0) facts.highest_portion = static_cast<Level>(number % 4);
  facts.due = static_cast<Due>(number % kDues);
  if (facts.due == Due::dated) {
    facts.due_day = day_of(1980 + static_cast<int>(number % 60), 1, 1);
    facts.overdue = number % 60 < 46;
  }
  facts.findings = {number % 2, number % 3, number % 13};
  facts.length = number;
  return facts;
}

/// The cables from `begin` with a step.
Summary summary_of(std::uint32_t begin, std::uint32_t step) {
  Summary summary;
  summary.rules["AAA001"].name = "never-fires";
  for (std::uint32_t number = begin; number < 1000; number += step) {
    const CableFacts facts = cable(number);
    ++summary.documents;
    summary.bytes += facts.length;
    summary.count(facts, facts.findings.error == 0);
    for (std::uint64_t i = 0; i < facts.findings.error; ++i) summary.count("CLS001", Severity::error, i == 0);
    for (std::uint64_t i = 0; i < facts.findings.warning; ++i)
      summary.count("DCL001", Severity::warning, i == 0);
  }
  return summary;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(summary_test)

BOOST_AUTO_TEST_CASE(parts_add_up_to_the_whole_in_any_order) {
  const std::string whole = summary_json(summary_of(0, 1));
  Summary parts[3];
  for (const bool backwards : {false, true}) {
    for (std::uint32_t i = 0; i < 3; ++i) parts[i] = summary_of(backwards ? 2 - i : i, 3);
    Summary left = parts[0];
    left.add(parts[1]);
    left.add(parts[2]);
    Summary right = parts[1];
    right.add(parts[2]);
    Summary first = parts[0];
    first.add(right);
    BOOST_TEST(summary_json(left) == whole);
    BOOST_TEST(summary_json(first) == whole);
  }
}

BOOST_AUTO_TEST_CASE(counts_agree_with_one_another) {
  const Summary summary = summary_of(0, 1);
  std::uint64_t by_level = 0, by_year = summary.no_year.cables, by_post = 0, by_due = 0, by_cell = 0;
  for (const Group& group : summary.levels) by_level += group.cables;
  for (const auto& [year, group] : summary.years) by_year += group.cables;
  for (const auto& [post, group] : summary.posts) by_post += group.cables;
  for (const std::uint64_t count : summary.dues) by_due += count;
  for (const auto& row : summary.matrix) {
    for (const std::uint64_t count : row) by_cell += count;
  }
  for (const std::uint64_t count : {by_level, by_year, by_post, by_due, by_cell}) BOOST_TEST(count == 1000);
  BOOST_TEST(summary.passed == 500);
  BOOST_TEST(summary.rules.at("CLS001").cables == 500);
  BOOST_TEST(summary.rules.at("AAA001").findings.all() == 0);
}

BOOST_AUTO_TEST_CASE(the_worst_come_first) {
  const Summary summary = summary_of(0, 1);
  BOOST_TEST(summary.worst.size() == Summary::kWorst);
  for (std::size_t i = 1; i < summary.worst.size(); ++i) {
    const WorstCable &a = summary.worst[i - 1], &b = summary.worst[i];
    const bool in_order =
        a.findings.error > b.findings.error ||
        (a.findings.error == b.findings.error &&
         (a.findings.warning > b.findings.warning ||
          (a.findings.warning == b.findings.warning &&
           (a.findings.note > b.findings.note || (a.findings.note == b.findings.note && a.id < b.id)))));
    BOOST_TEST(in_order, a.id << " before " << b.id);
  }
}

BOOST_AUTO_TEST_CASE(posts_nobody_can_count) {
  constexpr std::uint32_t kPosts = 3000;
  // As many parts as there are, in any order: the same names are kept, with all that was counted for them.
  std::string first;
  for (const std::uint32_t parts : {1U, 2U, 7U}) {
    for (const bool backwards : {false, true}) {
      Summary whole;
      for (std::uint32_t part = 0; part < parts; ++part) {
        Summary summary;
        for (std::uint32_t i = part; i < 2 * kPosts; i += parts) {
          CableFacts facts;
          facts.post = "POST" + std::to_string((backwards ? 2 * kPosts - 1 - i : i) % kPosts);
          facts.findings.note = 1;
          summary.count(facts, true);
        }
        whole.add(summary);
      }
      BOOST_TEST(whole.posts.size() == Summary::kMostPosts + 1);
      BOOST_TEST(whole.posts.at(std::string(Summary::kOtherPosts)).cables ==
                 2 * (kPosts - Summary::kMostPosts));
      BOOST_TEST(whole.posts.at("POST0").cables == 2U);
      whole.worst.clear();
      const std::string text = summary_json(whole);
      if (first.empty()) first = text;
      BOOST_TEST((text == first), parts << " parts");
    }
  }
}

BOOST_AUTO_TEST_CASE(the_first_examples_are_shown) {
  Summary summary;
  for (std::uint32_t number = 0; number < 40; ++number)
    summary.show("DCL001", {"cable " + std::to_string(10 + number * 7 % 40), "passed", 1, 1, Severity::note});
  const std::vector<Example>& shown = summary.examples.at("DCL001");
  BOOST_TEST(shown.size() == Summary::kExamples);
  for (std::size_t i = 0; i < shown.size(); ++i) BOOST_TEST(shown[i].id == "cable " + std::to_string(10 + i));
}

BOOST_AUTO_TEST_SUITE_END()
