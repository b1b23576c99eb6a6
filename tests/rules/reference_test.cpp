#include <boost/test/unit_test.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/macros.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/rule_compiled.hpp>
#include <cablelint/rule_scope.hpp>
#include <cablelint/rule_set.hpp>
#include <cablelint/source.hpp>
#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support/program.hpp"
#include "support/up_to_date.hpp"

using cablelint::tests::expect_up_to_date;
using cablelint::tests::read_file;
using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;

namespace {

constexpr std::string_view kBegin = "<!-- From here on: what `cablelint rules reference` prints. -->\n";

std::filesystem::path readme() {
  return std::filesystem::path{CABLELINT_SOURCE_DIR} / "rules/README.md";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reference)

BOOST_AUTO_TEST_CASE(the_readme_is_up_to_date) {
  const TemporaryFolder folder;
  const std::string page = read_file(readme());
  const std::size_t mark = page.find(kBegin);
  BOOST_REQUIRE_MESSAGE(mark != std::string::npos, "rules/README.md has no line " << kBegin);
  expect_up_to_date(readme(), page.substr(0, mark + kBegin.size()) + "\n" +
                                  run_shell(folder, "cablelint rules reference").out);
}

// Each line of a block marked `cel` is an expression, and behind `//` stands its value on the cable of the
// page (up to a colon, behind which there may be a remark).
BOOST_AUTO_TEST_CASE(the_examples_of_the_readme_hold) {
  const std::string page = read_file(readme());
  const auto block = [&](std::string_view fence, std::size_t& at) {
    at = page.find(fence, at);
    if (at == std::string::npos) return std::string{};
    const std::size_t begin = at + fence.size();
    at = page.find("```", begin);
    return page.substr(begin, at - begin);
  };
  std::size_t at = 0;
  const TemporaryFolder folder;
  folder.write("cable.txt", block("```text\n", at));
  std::vector<std::pair<std::string, std::string>> examples;
  for (at = 0;;) {
    std::istringstream lines(block("```cel\n", at));
    if (at == std::string::npos) break;
    for (std::string line; std::getline(lines, line);) {
      const std::size_t comment = line.rfind("  // ");
      BOOST_REQUIRE_MESSAGE(comment != std::string::npos, line << " has no value");
      std::string value = line.substr(comment + 5);
      const std::size_t remark = value.starts_with('{') ? std::string::npos : value.find(": ");
      examples.emplace_back(line.substr(0, line.find_last_not_of(' ', comment) + 1), value.substr(0, remark));
    }
  }
  BOOST_TEST(examples.size() > 20U);

  std::vector<cablelint::Diagnostic> diagnostics;
  const auto rules = cablelint::RuleSet::load({}, diagnostics);
  BOOST_REQUIRE(rules.has_value());
  const cablelint::RuleSet::Compiled& set = rules->compiled();
  const std::string bytes = folder.read("cable.txt");
  const auto source = cablelint::Source::borrow("cable.txt", bytes);
  cablelint::Cable cable;
  cablelint::Parser(rules->vocabulary()).parse(source, cable);
  for (const auto& [expression, value] : examples) {
    BOOST_TEST_INFO(expression);
    std::vector<cablelint::expression::Fault> faults;
    const auto program = cablelint::expression::compile(expression, cablelint::rule_scope(set), faults);
    BOOST_TEST(program.has_value());
    if (!program) continue;
    using cablelint::Slots;
    using cablelint::expression::Value;
    std::vector<Value> variables(std::max<std::size_t>(Slots::kItem, program->slots()));
    variables[Slots::kCable] = Value::of_object(&cable, set.cable_type, cable.at);
    variables[Slots::kAsOf] = Value::of_date(*cablelint::parse_iso("2020-01-15"));
    variables[Slots::kVocabulary] = Value::of_object(&set.vocabulary, set.vocabulary.object_type(), {});
    cablelint::Arena arena;
    cablelint::expression::Context context{arena, source.bytes(), &cable, &set.schema, variables.data()};
    BOOST_TEST(to_text(program->evaluate(context), context) == value);
  }
}

BOOST_AUTO_TEST_CASE(everything_is_described) {
  namespace expression = cablelint::expression;
  for (const expression::FunctionGroup* const group : expression::all_functions()) {
    BOOST_TEST_INFO(group->name);
    BOOST_TEST(group->summary.ends_with('.'));
  }
  for (const expression::Macro& macro : expression::macros()) {
    BOOST_TEST_INFO(macro.name);
    BOOST_TEST(macro.summary.ends_with('.'));
    BOOST_TEST(macro.usage.find(macro.name) != std::string_view::npos);
  }
  std::vector<cablelint::Diagnostic> faults;
  const auto rules = cablelint::RuleSet::load({}, faults);
  BOOST_REQUIRE(rules.has_value());
  const expression::Schema& schema = rules->compiled().schema;
  for (std::uint16_t i = 0; i < schema.size(); ++i) {
    BOOST_TEST_INFO(schema.type(i).name);
    BOOST_TEST(!schema.type(i).doc.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_part_of_it) {
  const TemporaryFolder folder;
  BOOST_TEST(
      run_shell(folder, "cablelint rules reference | sed -n '/^### Section/,/^$/p;/size(/p;/math.greatest/p'")
          .out ==
      "### Section\n"
      "\n"
      "| `size(string/bytes/list/map)` | `int` | How many characters, bytes, items or keys it has. Also "
      "as a method. |\n"
      "| `math.greatest(int/uint/double/list<number>)`, `math.greatest(number, ...)` | "
      "`int/uint/double/item` | The greatest of numbers of any kind, given one by one or as a list. |\n");
}

BOOST_AUTO_TEST_CASE(packs_add_their_tables) {
  const TemporaryFolder folder;
  folder.write("words.yaml", "table: bells\nabout: Bells of towers.\ncolumns: {size: int}\nentries: {}\n");
  BOOST_TEST(
      run_shell(folder, "cablelint rules reference --rules words.yaml | sed -n '/^### bells/,/^| .size/p'")
          .out ==
      "### bells entry\n"
      "\n"
      "Bells of towers.\n"
      "\n"
      "| field | type | what it is |\n"
      "|---|---|---|\n"
      "| `key` | `string` | The word itself. |\n"
      "| `size` | `int?` |  |\n");
}

BOOST_AUTO_TEST_SUITE_END()
