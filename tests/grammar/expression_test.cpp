#include "grammar/expression.hpp"

#include <boost/test/unit_test.hpp>
#include <optional>
#include <string_view>
#include <tao/pegtl/contrib/analyze.hpp>

namespace rules = cablelint::grammar::expression;
namespace pegtl = tao::pegtl;

namespace {

// Bytes that a rule takes from the front of a text; nothing when it does not match. A fault behind a `must`
// is -1.
template <typename Rule> int taken(std::string_view text) {
  pegtl::memory_input<pegtl::tracking_mode::lazy> in(text, "");
  try {
    if (!pegtl::parse<Rule>(in)) {
      BOOST_TEST(in.size() == text.size());
      return 0;
    }
  } catch (const pegtl::parse_error&) {
    return -1;
  }
  return static_cast<int>(text.size() - in.size());
}

struct Row {
  std::string_view text;
  int taken;
};

template <typename Rule, std::size_t kCount> void expect(const Row (&rows)[kCount]) {
  for (const Row& row : rows) {
    BOOST_TEST_INFO(row.text);
    BOOST_TEST(taken<Rule>(row.text) == row.taken);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(expression_grammar)

BOOST_AUTO_TEST_CASE(every_loop_makes_progress) {
  BOOST_TEST(pegtl::analyze<rules::document>() == 0U);
}

BOOST_AUTO_TEST_CASE(gaps) {
  const Row kRows[] = {{"  \n\tx", 4}, {"// why\nx", 7}, {"// why", 6}, {"x", 0}};
  expect<rules::gap>(kRows);
}

BOOST_AUTO_TEST_CASE(names) {
  const Row kNames[] = {{"cable", 5}, {"_x1 ", 4}, {".y", 2},  {"in", 0},
                        {"int", 3},   {"true", 0}, {"for", 0}, {"1a", 0}};
  expect<rules::name>(kNames);
  const Row kMembers[] = {{"mark", 4}, {"for", 3}, {"in", 0}, {"`content-type`", 14}, {"``", 0}, {"`a", 0}};
  expect<rules::member_name>(kMembers);
}

BOOST_AUTO_TEST_CASE(numbers) {
  const Row kReals[] = {{"1.5", 3}, {".5", 2}, {"1e3", 3}, {"-2.3e+1", 7}, {"1", 0}, {"1.", 0}, {"1.x", 0}};
  expect<rules::real>(kReals);
  const Row kIntegers[] = {{"12958", 5}, {"-1", 2}, {"0x1F", 4}, {"x", 0}, {"- 5", 3}};
  expect<rules::integer>(kIntegers);
  const Row kUnsigned[] = {{"5u", 2}, {"0xFFU", 5}, {"5", 0}};
  expect<rules::unsigned_integer>(kUnsigned);
}

BOOST_AUTO_TEST_CASE(strings) {
  const Row kTexts[] = {
      {"'a'", 3},          {"\"a\"", 3},
      {"''", 2},           {"'a\\'b'", 6},
      {"'''a'b\n'''", 10}, {"\"\"\"\"\"\"", 6},
      {"r'\\d'", 5},       {"R\"\"\"\\\"\"\"", 8},
      {"'\\u00e9'", 8},    {"'\\377'", 6},
      {"'a", -1},          {"'a\nb'", -1},
      {"'\\d'", -1},       {"'\\400'", -1},
      {"'\\u00'", -1},     {"'''a''", -1},
      {"b'a'", 0},         {"r", 0},
  };
  expect<rules::text>(kTexts);
  const Row kBytes[] = {{"b'\\xff'", 7}, {"Br'\\d'", 6}, {"'a'", 0}, {"branch", 0}};
  expect<rules::bytes>(kBytes);
}

BOOST_AUTO_TEST_CASE(operands) {
  const Row kRows[] = {
      {"a.b[0].c(d, e)", 14},
      {"[1, 2,]", 7},
      {"{'a': 1,}", 9},
      {"[]", 2},
      {"{}", 2},
      {"(a)", 3},
      {"f()", 3},
      {"f(a,)", -1},
      {"(a", -1},
      {"a.", -1},
      {"a[", -1},
      {"{'a'}", -1},
      {"T{a: 1}", -1},
      {"has(a.b)", 8},
  };
  expect<rules::postfix>(kRows);
}

BOOST_AUTO_TEST_CASE(expressions) {
  const Row kRows[] = {
      {"a && b || !c", 12}, {"a ? b : c ? d : e", 17},
      {"a in b", 6},        {"a -1", 4},
      {"a - -1", 6},        {"-a.b", 4},
      {"1 - - a", 7},       {"a <= b", 6},
      {"a = b", 2},         {"a ? b", -1},
      {"a &&", -1},         {"a inb", 2},
      {"a // b", 6},        {"a\n&&\nb", 6},
  };
  expect<rules::expression>(kRows);
}

BOOST_AUTO_TEST_CASE(documents) {
  const Row kRows[] = {{" a ", 3}, {"", -1}, {"a b", -1}, {"a)", -1}, {"// nothing", -1}};
  expect<rules::document>(kRows);
}

BOOST_AUTO_TEST_SUITE_END()
