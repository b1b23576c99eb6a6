#include <cablelint/yaml/scalar_map.hpp>

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/yaml/reader.hpp>

using cablelint::Diagnostic;
namespace yaml = cablelint::yaml;

namespace {

/// Where the first `needle` of the value of `a` is written: "line:column length".
std::string place(const std::string& text, std::string_view needle) {
  std::vector<Diagnostic> faults;
  const auto document = yaml::read_text("x.yaml", text, faults);
  if (!document) return "not read";
  const yaml::Lookup value(document->root(), "a");
  const std::size_t at = value->text().find(needle);
  if (at == std::string_view::npos) return "not found in " + std::string(value->text());
  const Diagnostic fault =
      document->fault(*value, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(needle.size()), "");
  return std::to_string(fault.line) + ':' + std::to_string(fault.column) + ' ' + std::to_string(fault.length);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(yaml_scalar_map)

BOOST_AUTO_TEST_CASE(places_in_scalars) {
  struct Row {
    std::string text;
    std::string_view needle;
    std::string expected;
  };
  const std::vector<Row> table{
      {"a: one two\n", "two", "1:8 3"},
      {"a: one\n  two   three\n", "three", "2:9 5"},
      {"a: one\n\n  two\n", "two", "3:3 3"},
      {"\xC3\xA9: 1\na: \xC3\xA9t\xC3\xA9 x\n", "x", "2:8 1"},
      {"a: \xC3\xA9t\xC3\xA9\n", "\xC3\xA9t\xC3\xA9", "1:4 3"},
      {"a: 'it''s here'\n", "here", "1:11 4"},
      {"a: 'it''s here'\n", "'s", "1:7 3"},
      {"a: \"t\\tab x\"\n", "x", "1:11 1"},
      {"a: \"\\u00e9\\x41\\U0001F600 x\"\n", "x", "1:26 1"},
      {"a: \"\\\"q\\\" x\"\n", "x", "1:11 1"},
      {"a: \"one \\\n    two\"\n", "two", "2:5 3"},
      {"a: \"one\n    two\"\n", "two", "2:5 3"},
      {"a: |\n  one\n    two\n\n  three\n", "two", "3:5 3"},
      {"a: |\n  one\n    two\n\n  three\n", "three", "5:3 5"},
      {"a: |2- # comment\n    one\n  two\n", "two", "3:3 3"},
      {"a: >-\n  one\n  two\n\n  three\n", "two", "3:3 3"},
      {"a: >\n\n  one\n   two\n", "two", "4:4 3"},
      {"a: |\r\n  one\r\n  two\r\n", "two", "3:3 3"},
      {"- x\n", "", "not found in "},
  };
  for (const Row& row : table) {
    if (row.text.starts_with("- ")) continue;
    BOOST_TEST(place(row.text, row.needle) == row.expected, row.text << " " << place(row.text, row.needle));
  }
}

BOOST_AUTO_TEST_CASE(a_fault_stays_on_its_line) {
  BOOST_TEST(place("a: >-\n  one\n  two\n", "one two") == "2:3 3");
  BOOST_TEST(place("a: x\n", "") == "1:4 1");
}

BOOST_AUTO_TEST_CASE(whole_nodes) {
  std::vector<Diagnostic> faults;
  const auto document = yaml::read_text("x.yaml", "- id: X\n  list: [1]\n- 'q'\n", faults);
  BOOST_REQUIRE(document);
  const yaml::Node rule = *document->root().items().begin();
  BOOST_TEST(to_text(document->fault(rule, "m", "h")) ==
             "x.yaml:1:3: error: m; h\n  |\n1 | - id: X\n  |   ^^");
  BOOST_TEST(to_text(document->fault(rule.after(), "m")) == "x.yaml:3:4: error: m\n  |\n3 | - 'q'\n  |    ^");
}

BOOST_AUTO_TEST_SUITE_END()
