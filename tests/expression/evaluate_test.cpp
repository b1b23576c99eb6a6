#include <boost/test/unit_test.hpp>
#include <cablelint/expression/program.hpp>

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

BOOST_AUTO_TEST_SUITE(expression_evaluate)

BOOST_AUTO_TEST_CASE(fields) {
  const Row kRows[] = {
      {"p.number", "1"},
      {"p.mark.text", "C"},
      {"p.mark.level", "C"},
      {"p.mark", "(C)"},
      {"cable.paragraphs.size()", "2"},
      {"cable.paragraphs[1].number", "2"},
      {"cable.controls", "[\"NOFORN\", \"LIMITED OFFICIAL\"]"},
      {"cable.codes[0]", "25X1"},
      {"q.mark", "error: `q.mark` is absent here; ask has(q.mark) first"},
      {"q.mark.level", "error: `q.mark` is absent here; ask has(q.mark) first"},
      {"cable.paragraphs[2]", "error: index 2 is outside a list of 2"},
      {"{'a': 1}.a", "1"},
      {"{'a': 1}.b", "error: no such key: b"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(presence) {
  const Row kRows[] = {
      {"has(p.mark)", "true"},
      {"has(q.mark)", "false"},
      {"has(q.mark.level)", "false"},  // an absent field on the way is no error
      {"has(cable.subject.level)", "false"},
      {"has(p.number)", "true"},
      {"has(p.mark) && p.mark.level < S", "true"},
      {"has(q.mark) && q.mark.level < S", "false"},
      {"q.mark.level < S && has(q.mark)", "false"},  // && absorbs the error whichever side it is on
      {"has(cable.paragraphs[5].mark)", "error: index 5 is outside a list of 2"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(rules) {
  const Row kRows[] = {
      {"has(p.mark) && has(cable.classification) && p.mark.level > cable.classification.level", "false"},
      {"cable.paragraphs.exists(x, !has(x.mark))", "true"},
      {"cable.paragraphs.all(x, has(x.mark) && x.mark.level < cable.classification.level)", "false"},
      {"cable.paragraphs.filter(x, has(x.mark)).map(x, x.mark.level)", "[C]"},
      {"max(cable.paragraphs.filter(x, has(x.mark)).map(x, x.mark.level)) < cable.classification.level",
       "true"},
      {"cable.paragraphs.map(x, has(x.mark), x.number)", "[1]"},
      {"cable.paragraphs.exists_one(x, has(x.mark))", "true"},
      {"cable.paragraphs.exists(x, cable.paragraphs.exists(y, y.number == x.number + 1))", "true"},
      {"'NOFORN' in cable.controls", "true"},
      {"'LIMITED OFFICIAL' in cable.controls", "true"},
      {"'25X1' in cable.codes", "true"},
      {"cable.controls.exists(c, c.startsWith('NO'))", "true"},
      {"cable.declassify_on < as_of", "true"},
      {"p.text.matches(r'\\btext\\b')", "true"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(dates) {
  const Row kRows[] = {
      {"date('2003-09-22')", "2003-09-22"},
      {"date('2003-09-22') + years(10)", "2013-09-22"},
      {"date('2004-02-29') + years(1)", "2005-02-28"},
      {"date('2004-02-29') + years(4)", "2008-02-29"},
      {"date('2004-01-31') + months(1)", "2004-02-29"},
      {"date('2004-01-31') - months(2)", "2003-11-30"},
      {"date('2004-03-01') - days(1)", "2004-02-29"},
      {"years(1) + date('2004-03-01')", "2005-03-01"},
      {"date('2004-01-31') + (months(1) + days(1))", "2004-03-01"},
      {"date('2004-03-01') - date('2004-02-01')", "29"},
      {"date('2004-03-01') > date('2004-02-29')", "true"},
      {"date('2004-03-01') == date('2004-03-01')", "true"},
      {"end_of_year(date('2004-03-01') + years(25))", "2029-12-31"},
      {"year(date('2004-03-01'))", "2004"},
      {"month(date('2004-03-01'))", "3"},
      {"day(date('2004-03-01'))", "1"},
      {"date(timestamp('2004-03-01T23:59:59Z'))", "2004-03-01"},
      {"date(timestamp('1969-12-31T23:59:59Z'))", "1969-12-31"},
      {"timestamp(date('2004-03-01'))", "2004-03-01T00:00:00Z"},
      {"string(date('2004-03-01'))", "2004-03-01"},
      {"years(10) - months(1)", "9 years 11 months"},
      {"years(10) == months(120)", "true"},
      {"date('9999-12-31') + days(1)", "error: a date lies between the years 1 and 9999"},
      {"date('0001-01-01') - months(1)", "error: a date lies between the years 1 and 9999"},
      {"years(9223372036854775807)", "error: a period is at most 10000 years"},
      {"as_of - cable.declassify_on", "2076"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(levels) {
  const Row kRows[] = {
      {"S > C", "true"},
      {"TS > S && S > C && C > R && R > U", "true"},
      {"S == S", "true"},
      {"level('SECRET')", "S"},
      {"level('TS') > S", "true"},
      {"string(C)", "C"},
      {"max([U, S, C])", "S"},
      {"min([U, S, C])", "U"},
      {"min(cable.paragraphs.map(x, x.number))", "1"},
      {"max([1].filter(x, x > 1))", "error: `max` of an empty list"},
      {"{S: 'secret', C: 'confidential'}[C]", "confidential"},
      {"level(string(any))", "error: \"5\" is no level"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(text) {
  const Row kRows[] = {
      {"'Straße'.size()", "6"},
      {"'SeCrEt é'.lowerAscii()", "secret é"},
      {"'secret é'.upperAscii()", "SECRET é"},
      {"'  a b\\t\\u00a0'.trim()", "a b"},
      {"'a/b//c'.split('/')", "[\"a\", \"b\", \"\", \"c\"]"},
      {"'a/b/c'.split('/', 2)", "[\"a\", \"b/c\"]"},
      {"'aéb'.split('')", "[\"a\", \"é\", \"b\"]"},
      {"['a', 'b'].join()", "ab"},
      {"['a', 'b'].join(', ')", "a, b"},
      {"cable.controls.join('/')", "NOFORN/LIMITED OFFICIAL"},
      {"'banana'.replace('an', 'AN')", "bANANa"},
      {"'banana'.replace('an', 'AN', 1)", "bANana"},
      {"'ab'.replace('', '-')", "-a-b-"},
      {"'émigré'.substring(1)", "migré"},
      {"'émigré'.substring(1, 3)", "mi"},
      {"'abc'.substring(2, 1)", "error: the text has 3 characters: there is no such part of it"},
      {"'abc'.substring(4)", "error: the text has 3 characters: there is no such part of it"},
      {"'émigré'.indexOf('g')", "3"},
      {"'banana'.indexOf('an', 2)", "3"},
      {"'banana'.indexOf('x')", "-1"},
      {"'a' + 'b' + \"c\"", "abc"},
      {"matches('25X1', '^25X[1-9]$')", "true"},
      {"p.text.matches(p.mark.text)", "false"},
      {"p.text.matches(p.mark.text + '(')", "error: the pattern is no regular expression: missing ): C("},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(logic) {
  const Row kRows[] = {
      {"1 / 0 == 1 || true", "true"},
      {"1 / 0 == 1 && false", "false"},
      {"1 / 0 == 1 || false", "error: division by zero"},
      {"any == 5 ? 'five' : 'other'", "five"},
      {"any > 5 ? 1 / 0 : 2", "2"},
      {"dyn('text') && true", "error: a condition is a bool, not string"},
      {"!dyn(1)", "error: a condition is a bool, not int"},
      {"dyn('a') + 1", "error: `string + int` is not defined"},
      {"any[0]", "error: `int [] int` is not defined"},
      {"any.name", "error: int has no fields"},
      {"any.all(x, true)", "error: a macro runs over a list or a map, not int"},
      {"9223372036854775807 + any", "error: the result does not fit 64 bits"},
      {"-any * 2 // a comment", "-10"},
      {"true\n  && // why\n  any == 5", "true"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(origins) {
  const Row kRows[] = {
      {"raw(p.mark.level)", "C"},
      {"raw(cable.paragraphs[1]).contains(\"\\n\")", "false"},
      {"raw(1)", "error: this value stands nowhere in the cable, so it has no raw text"},
      {"offset(p)", "32"},
      {"offset(p.mark)", "35"},
      {"offset(p.mark.level)", "36"},
      {"offset(cable.paragraphs[1])", "51"},
      {"offset(cable.controls[1])", "14"},
      {"offset(cable.codes[0])", "0"},
      {"offset(cable.paragraphs.filter(x, x.number == 2)[0])", "51"},
      {"offset(any == 5 ? p : q)", "32"},
      {"offset(max(cable.paragraphs.filter(x, has(x.mark)).map(x, x.mark.level)))", "36"},
      {"offset(p.text.trim())", "39"},
      {"offset(5)", "error: this value stands nowhere in the cable, so it has no offset"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(maps_of_any_size) {
  std::string text = "{";
  for (int i = 0; i < 300; ++i) text += (i > 0 ? ", '" : "'") + std::to_string(i) + "': " + std::to_string(i);
  text += "}";
  BOOST_TEST(value_of(text + "['217'] + size(" + text + ")") == "517");
  BOOST_TEST(value_of("'300' in " + text) == "false");
  BOOST_TEST(value_of("{1: 'a', 2u: 'b'}[dyn(2.0)]") == "b");
  BOOST_TEST(value_of("{1: 'a', 1u: 'b'}") == "error: a key of the map is repeated");
}

// Neither steps nor memory can be used up by a rule.
BOOST_AUTO_TEST_CASE(bounds) {
  const std::string numbers = "[0,1,2,3,4,5,6,7,8,9]";
  std::string nested = "true";
  for (int i = 0; i < 12; ++i) nested = numbers + ".all(x" + std::to_string(i) + ", " + nested + ")";
  std::vector<Fault> faults;
  const std::optional<Program> program = compile(nested, environment(), faults);
  BOOST_REQUIRE(program.has_value());
  Bench bench;
  bench.context.steps = 100'000;
  BOOST_TEST(to_text(bench.evaluate(*program), bench.context) == "the evaluation takes too long");

  std::string doubled = "[p.text]";
  for (int i = 0; i < 60; ++i) doubled += ".map(x, x + x)";
  BOOST_TEST(value_of(doubled) == "error: a text or list grows too long");
  std::string lists = "[[1]]";
  for (int i = 0; i < 60; ++i) lists += ".map(x, x + x)";
  BOOST_TEST(value_of(lists) == "error: a text or list grows too long");
}

BOOST_AUTO_TEST_CASE(types_have_names) {
  const Schema& schema = types().schema;
  BOOST_TEST(to_text(list_of(object(types().paragraph)), schema) == "list<Paragraph>");
  BOOST_TEST(to_text(map_of({Type::Kind::string, 0, {}}, {}), schema) == "map<string, dyn>");
  std::vector<Fault> faults;
  BOOST_TEST(to_text(compile("cable.paragraphs.map(x, x.mark)", environment(), faults)->type(), schema) ==
             "list<Mark>");
  BOOST_TEST(to_text(compile("p.number > 1", environment(), faults)->type(), schema) == "bool");
  BOOST_TEST(value_of("type(p)") == "Paragraph");
  BOOST_TEST(value_of("type(as_of) == date") == "true");
}

BOOST_AUTO_TEST_SUITE_END()
