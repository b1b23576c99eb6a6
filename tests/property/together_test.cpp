// What is read and asked together comes out as if each cable had been alone, and quick ways of evaluating as
// slow ones.

#include <boost/test/unit_test.hpp>
#include <cablelint/cable_json.hpp>
#include <cablelint/cable_schema.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/expression/known.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/rule_scope.hpp>
#include <memory>
#include <string>
#include <vector>

#include "tests/generator/generator.hpp"
#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;
using generator::NoiseAmount;

constexpr std::uint64_t kSeed = 31;

std::string text_of(std::size_t index) {
  generator::Recipe recipe;
  recipe.era = generator::kEras[index % std::size(generator::kEras)];
  recipe.noise = index % 3 == 0 ? NoiseAmount::none : NoiseAmount::some;
  recipe.bytes = 1200 + index % 7 * 500;
  return generator::generate(kSeed, index, recipe).text;
}

/// Some cables, an empty text and two cables in a row.
std::vector<std::unique_ptr<const Source>> sources() {
  std::vector<std::unique_ptr<const Source>> made;
  for (std::size_t i = 0; i < 60; ++i) {
    std::string text = text_of(i);
    if (i == 7) text.clear();
    if (i == 21) text += "\n\n" + text_of(100);
    made.push_back(std::make_unique<Source>("cable" + std::to_string(i), text));
  }
  return made;
}

std::string to_string(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings)
    text += finding.rule + ' ' + std::to_string(finding.at.offset) + ' ' + finding.message + ' ' +
            finding.fingerprint + '\n';
  return text;
}

std::string json_of(const Cable& cable, const Source& source) {
  std::string text;
  append_json(text, source, cable);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(together_test)

BOOST_AUTO_TEST_CASE(cables_read_and_asked_together_are_as_if_alone) {
  const RuleSet& rules = tests::shipped_rules();
  const Parser parser(rules.vocabulary());
  Linter linter(rules, {*parse_iso("2026-01-01"), {}, {}});
  const auto all = sources();
  std::vector<Cable> cables(all.size());
  std::vector<std::vector<Finding>> findings(all.size());
  std::vector<ParseTask> to_parse;
  for (std::size_t i = 0; i < all.size(); ++i) to_parse.push_back({all[i].get(), &cables[i]});
  parser.parse_together(to_parse);
  std::vector<LintTask> to_ask;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!to_parse[i].several) to_ask.push_back({all[i].get(), &cables[i], &findings[i]});
  }
  linter.check(to_ask);

  std::size_t found = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::size_t parts = 0;
    Cable cable;
    parser.parse_each(*all[i], cable, [&](const Cable& each) {
      ++parts;
      if (to_parse[i].several) return;
      BOOST_TEST(json_of(cables[i], *all[i]) == json_of(each, *all[i]));
      std::vector<Finding> alone;
      linter.check(*all[i], each, alone);
      BOOST_TEST(to_string(findings[i]) == to_string(alone));
      found += alone.size();
    });
    BOOST_TEST((parts > 1) == to_parse[i].several);
    BOOST_TEST(to_parse[i].several == (i == 21));
  }
  BOOST_TEST(found > 50U);
}

// `dyn` hides what a field is, so that no quick way fits.
BOOST_AUTO_TEST_CASE(quick_ways_of_evaluating_give_what_slow_ones_give) {
  struct Case {
    std::string_view quick, slow;
  };
  const RuleSet::Compiled& set = tests::shipped_rules().compiled();
  const Parser parser(set.vocabulary);
  const expression::Environment scope = rule_scope(set);
  std::size_t yes = 0;
  std::size_t no = 0;
  std::size_t failed = 0;
  for (const Case& each : {
           Case{"cable.paragraphs.exists(p, p.number == 2)",
                "cable.paragraphs.exists(p, dyn(p.number) == 2)"},
           {"cable.paragraphs.all(p, p.number != 2)", "cable.paragraphs.all(p, dyn(p.number) != 2)"},
           {"cable.paragraphs.all(p, p.number < 4)", "cable.paragraphs.all(p, dyn(p.number) < 4)"},
           {"cable.paragraphs.all(p, p.number >= 1)", "cable.paragraphs.all(p, dyn(p.number) >= 1)"},
           {"cable.paragraphs.all(p, has(p.number))", "cable.paragraphs.all(p, has(dyn(p).number))"},
           {"cable.paragraphs.all(p, has(p.mark))", "cable.paragraphs.all(p, has(dyn(p).mark))"},
           {"cable.paragraphs.all(p, has(p.mark.level))", "cable.paragraphs.all(p, has(dyn(p).mark.level))"},
           {"cable.paragraphs.exists(p, p.mark.level > C)",
            "cable.paragraphs.exists(p, dyn(p.mark.level) > C)"},
           {"cable.paragraphs.all(p, p.mark.level <= cable.classification.level)",
            "cable.paragraphs.all(p, dyn(p.mark.level) <= dyn(cable.classification.level))"},
           {"cable.paragraphs.exists(p, p.style == \"plain\")",
            "cable.paragraphs.exists(p, dyn(p.style) == \"plain\")"},
           {"cable.paragraphs.all(p, p.style != \"nonsense\")",
            "cable.paragraphs.all(p, dyn(p.style) != \"nonsense\")"},
           {"cable.paragraphs.exists(p, p.style < \"none\")",
            "cable.paragraphs.exists(p, dyn(p.style) < \"none\")"},
           {"cable.paragraphs.exists(p, p.lower_start || p.bullet)",
            "cable.paragraphs.exists(p, dyn(p.lower_start) || dyn(p.bullet))"},
           {"cable.paragraphs.exists(p, p.lower_start == true)",
            "cable.paragraphs.exists(p, dyn(p.lower_start) == true)"},
           {"size(cable.paragraphs) > 3", "dyn(size(cable.paragraphs)) > 3"},
           {"size(cable.tags) == 2", "dyn(size(cable.tags)) == 2"},
           {"cable.cable_date.earliest == cable.cable_date.latest",
            "dyn(cable.cable_date.earliest) == dyn(cable.cable_date.latest)"},
           {"cable.heading.collapsed", "dyn(cable.heading.collapsed)"},
           {"cable.partial_extract || cable.heading.collapsed",
            "dyn(cable.partial_extract) || dyn(cable.heading.collapsed)"},
           {"cable.heading.collapsed && cable.partial_extract && has(cable.subject)",
            "dyn(cable.heading.collapsed) && dyn(cable.partial_extract) && has(dyn(cable).subject)"},
       }) {
    std::vector<expression::Fault> faults;
    const auto quick = expression::compile(each.quick, scope, faults);
    const auto slow = expression::compile(each.slow, scope, faults);
    BOOST_TEST_REQUIRE(faults.empty(), each.quick << ": " << (faults.empty() ? "" : faults[0].message));
    expression::ProgramRow row;
    const expression::RunnableProgram in_a_row = row.add(*quick);
    for (std::size_t i = 0; i < 40; ++i) {
      Cable cable;
      const std::string text = text_of(i);
      const Source whole("cable", text);
      parser.parse(whole, cable);
      expression::Known known(*set.paths);
      Arena arena;
      std::vector<expression::Value> variables(set.slots + 4);
      variables[Slots::kCable] = expression::Value::of_object(&cable, set.cable_type, cable.at);
      expression::Context context{arena, whole.bytes(), &cable, &set.schema, variables.data()};
      const expression::Value expected = slow->evaluate(context);
      const auto agrees = [&] {
        expression::Value trouble;
        const expression::Answer answer = in_a_row.test(context, trouble);
        const bool same = expected.is_error() ? answer == expression::Answer::none
                                              : answer == (expected.boolean ? expression::Answer::yes
                                                                            : expression::Answer::no);
        BOOST_TEST(same, each.quick << " of cable " << i);
        const expression::Value value = quick->evaluate(context);
        BOOST_TEST((value.kind == expected.kind), each.quick << " of cable " << i);
      };
      agrees();
      context.known = &known;
      agrees();
      agrees();
      (expected.is_error() ? failed : expected.boolean ? yes : no) += 1;
    }
  }
  BOOST_TEST(yes > 100U);
  BOOST_TEST(no > 100U);
  BOOST_TEST(failed > 20U);
}

BOOST_AUTO_TEST_SUITE_END()
