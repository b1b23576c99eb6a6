#include <boost/test/unit_test.hpp>
#include <string>

#include "expression/model.hpp"

using namespace cablelint::expression;        // NOLINT(google-build-using-namespace)
using namespace cablelint::expression::test;  // NOLINT(google-build-using-namespace)

namespace {

struct Row {
  const char* expression;
  const char* value;
};

template <std::size_t kCount> void expect(const Row (&rows)[kCount]) {
  for (const Row& row : rows) {
    BOOST_TEST_INFO(row.expression);
    BOOST_TEST(value_of(row.expression) == row.value);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(expression_extensions)

BOOST_AUTO_TEST_CASE(places_in_text) {
  const Row kRows[] = {
      {"'cable'.charAt(0)", "c"},
      {"'\u00e9t\u00e9'.charAt(2)", "\u00e9"},
      {"'cable'.charAt(5)", ""},
      {"'cable'.charAt(6)", "error: the text has 5 characters: there is none at 6"},
      {"'cable'.charAt(-1)", "error: the text has 5 characters: there is none at -1"},
      {"'banana'.lastIndexOf('an')", "3"},
      {"'banana'.lastIndexOf('an', 2)", "1"},
      {"'banana'.lastIndexOf('')", "6"},
      {"'banana'.lastIndexOf('x')", "-1"},
      {"'banana'.lastIndexOf('a', 7)", "error: the place to search from is outside the text"},
      {"'\u00e9t\u00e9s'.reverse()", "s\u00e9t\u00e9"},
      {"''.reverse()", ""},
      {"strings.quote('a \"b\"\\n')", "\"a \\\"b\\\"\\n\""},
      {"any.reverse()", "error: `int.reverse()` is not defined"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(format) {
  const Row kRows[] = {
      {"'%s of %d%%'.format(['part', 12])", "part of 12%"},
      {"'%.2f %e %.0e'.format([2.5, 12, 0.5])", "2.50 1.200000e+01 5e-01"},
      {"'%b %o %x %X'.format([5, 8, 255, -255])", "101 10 ff -FF"},
      {"'%b %x %x'.format([true, 'ab', b'\\xff'])", "1 6162 ff"},
      {"'%d %f %s'.format([1.0/0.0, -1.0/0.0, 0.0/0.0])", "Infinity -Infinity NaN"},
      {"'%s'.format([[1, 'a', [2.5], {'k': 1u, 'b': null}]])", "[1, a, [2.5], {b: null, k: 1}]"},
      {"'%s %s %s'.format([p.mark.level, as_of, years(2)])", "C 2020-01-01 2 years"},
      {"'%s'.format([p.mark])", "(C)"},
      {"'%s'.format([1e300]).size()", "301"},
      {"'%d'.format([1.5])", "error: `%d` does not take a value of type double"},
      {"'%d'.format(['1'])", "error: `%d` does not take a value of type string"},
      {"'%s'.format([b'\\xff'])", "error: the bytes are no UTF-8 text"},
      {"'%d %d'.format([1])", "error: the format has no value for its clause 2, `%d`"},
      {"'%d'.format([1, 2])", "error: the format takes 1 values, but there are 2"},
      {"'%'.format([])", "error: the format ends in the middle of a clause; `%%` stands for a percent sign"},
      {"'%.1'.format([1])",
       "error: the format ends in the middle of a clause; `%%` stands for a percent sign"},
      {"'%.f'.format([1])", "error: a clause of the format has at most 100 decimals: `%.2f`"},
      {"'%.999f'.format([1])", "error: a clause of the format has at most 100 decimals: `%.2f`"},
      {"'%.2d'.format([1])", "error: only `f` and `e` have decimals, not `%.2d`"},
      {"'%q'.format([1])", "error: the format has no clause `%q`; `%%` stands for a percent sign"},
      {"'%\u00e9'.format([1])", "error: the format has no clause `%\u00e9`; `%%` stands for a percent sign"},
      {"any.format([1])", "error: `int.format(list)` is not defined"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(numbers) {
  const Row kRows[] = {
      {"math.greatest(1, 2.5, 2u)", "2.5"},
      {"math.greatest([3, 1])", "3"},
      {"math.least(4)", "4"},
      {"math.least([])", "error: `math.least` of an empty list"},
      {"math.least(dyn('a'), 1)", "error: `math.least(string)` is not defined"},
      {"math.abs(-9223372036854775807 - 1)", "error: the result does not fit 64 bits"},
      {"math.sqrt(16)", "4"},
      {"math.round(-2.5)", "-3"},
      {"math.sign(-0.5)", "-1"},
      {"math.bitShiftRight(-1, 60)", "15"},
      {"math.bitShiftLeft(1, -1)", "error: `math.bitShiftLeft` by a negative number of bits"},
      {"math.bitAnd(6, 3)", "2"},
      {"math.ceil(dyn(1))", "error: `math.ceil(int)` is not defined"},
      {"math . abs(-1)", "1"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(macros_with_two_variables) {
  const Row kRows[] = {
      {"cable.paragraphs.all(i, p, p.number == i + 1)", "true"},
      {"{'a': 1, 'b': 2}.exists(k, v, k == 'b' && v == 2)", "true"},
      {"{'a': 1, 'b': 1}.exists_one(k, v, v == 1)", "false"},
      {"['x', 'y'].transformList(i, v, v + string(i))", "[\"x0\", \"y1\"]"},
      {"['x', 'y'].transformList(i, v, i > 0, v)", "[\"y\"]"},
      {"['x', 'y'].transformMap(i, v, v + v)", "{0: \"xx\", 1: \"yy\"}"},
      {"{'a': 1, 'b': 2}.transformMap(k, v, v > 1, v * 10)", "{\"b\": 20}"},
      {"['x', 'y'].transformMapEntry(i, v, {v: i})", "{\"x\": 0, \"y\": 1}"},
      {"['x', 'x'].transformMapEntry(i, v, {v: i})", "error: a key of the map is repeated"},
      {"[1].transformMapEntry(i, v, any)", "error: the results of transformMapEntry are maps, not int"},
      {"[1, 2].exists(i, v, [v].all(i, w, i == 0 && w == v))", "true"},
      {"any.transformMap(k, v, v)", "error: a macro runs over a list or a map, not int"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(bind) {
  const Row kRows[] = {
      {"cel.bind(n, size(cable.paragraphs), n * n)", "4"},
      {"cel.bind(m, q.mark, true)", "true"},  // an error that nobody uses
      {"cel.bind(m, q.mark, m.level < S)", "error: `q.mark` is absent here; ask has(q.mark) first"},
      {"cel.bind(p, q, p.number)", "2"},
      {"cel.bind(a, 1, [10].map(b, cel.bind(c, a + b, c + 1)))", "[12]"},
  };
  expect(kRows);
}

// What the macros nest is bounded where it is shown, compared and formatted.
BOOST_AUTO_TEST_CASE(bounds) {
  const auto value_within = [](std::uint64_t steps, const std::string& text) {
    std::vector<Fault> faults;
    const std::optional<Program> program = compile(text, environment(), faults);
    BOOST_REQUIRE(program.has_value());
    Bench bench;
    bench.context.steps = steps;
    return to_text(bench.evaluate(*program), bench.context);
  };
  constexpr std::uint64_t kSteps = 100'000;
  const auto doubled = [](int times, const std::string& twice) {
    std::string text = "x";
    for (int i = 0; i < times; ++i) text = "cel.bind(x, " + twice + ", " + text + ")";
    return text;
  };
  const std::string lists = "cel.bind(x, [1, 2], " + doubled(30, "[x, x]") + ")";
  const std::string shown = value_of(lists);
  BOOST_TEST(shown.size() < 200'000U);
  BOOST_TEST(shown.starts_with("[[[[[[[[[[[[[[[[[[[["));
  BOOST_TEST(value_within(kSteps, lists + " == " + lists) == "the evaluation takes too long");
  BOOST_TEST(value_within(kSteps, "'%s'.format([" + lists + "])") == "the evaluation takes too long");
  const std::string text = "cel.bind(x, 'x', " + doubled(23, "x + x") + ")";
  BOOST_TEST(value_of("'%s%s%s'.format([" + text + ", " + text + ", " + text + "])") ==
             "error: a text or list grows too long");

  // 150 steps, each 40 lists deeper than the last.
  std::string deep = "[any]";
  for (int i = 0; i < 150; ++i) deep += ".map(x, " + std::string(40, '[') + "x" + std::string(40, ']') + ")";
  BOOST_TEST(value_within(kSteps, "cel.bind(d, " + deep + ", d == " + deep + ")") ==
             "the evaluation takes too long");
  BOOST_TEST(value_of("'%s'.format([" + deep + "])") == "error: the value is nested too deeply to be shown");
  BOOST_TEST(value_of(deep).size() < 100U);
}

BOOST_AUTO_TEST_CASE(faults) {
  const Row kRows[] = {
      {"math.rond(1.5)", "0+9: unknown function `math.rond` (did you mean `math.round`?)"},
      {"math.abs('a')",
       "0+13: `math.abs(string)` is not defined (it is defined for math.abs(int), math.abs(uint), "
       "math.abs(double))"},
      {"math.greatest('a', 'b')",
       "0+23: `math.greatest(list<string>)` is not defined (it is defined for math.greatest(int), "
       "math.greatest(uint), math.greatest(double), math.greatest(list<number>))"},
      {"cel.bind(1, 2, 3)",
       "9+1: the first argument of `cel.bind` names its variable (write it as cel.bind(x, value, result))"},
      {"cel.bind(x, 2)",
       "0+8: `cel.bind` takes a variable, its value and an expression (write it as cel.bind(x, value, "
       "result))"},
      {"[1].all(x, x, true)", "11+1: the two variables of `all` need different names"},
      {"[1].transformList(1, x, x)",
       "18+1: the first two arguments of `transformList` name its variables (write it as transformList(i, p, "
       "...))"},
      {"[1].transformMap(x, x)",
       "4+12: `transformMap` takes two variables and an expression (write it as transformMap(i, x, ...))"},
      {"[1].transformMapEntry(i, x, x)",
       "28+1: the results of transformMapEntry are maps, not int (write {key: value})"},
      {"[1].all(i, x, x)", "14+1: a condition is a bool, not int"},
      {"strings.quoted('a')", "0+14: unknown function `strings.quoted` (did you mean `strings.quote`?)"},
  };
  for (const Row& row : kRows) {
    BOOST_TEST_INFO(row.expression);
    BOOST_TEST(faults_of(row.expression) == row.value);
  }
}

BOOST_AUTO_TEST_SUITE_END()
