#include <boost/test/unit_test.hpp>
#include <cablelint/expression/program.hpp>

#include "expression/model.hpp"

using namespace cablelint::expression;        // NOLINT(google-build-using-namespace)
using namespace cablelint::expression::test;  // NOLINT(google-build-using-namespace)

namespace {

struct Row {
  const char* expression;
  const char* faults;
};

template <std::size_t kCount> void expect(const Row (&rows)[kCount]) {
  for (const Row& row : rows) {
    BOOST_TEST_INFO(row.expression);
    BOOST_TEST(faults_of(row.expression) == row.faults);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(expression_check)

BOOST_AUTO_TEST_CASE(names) {
  const Row kRows[] = {
      {"p.marks", "2+5: Paragraph has no field `marks` (did you mean `mark`?)"},
      {"cabel.paragraphs", "0+5: unknown name `cabel` (did you mean `cable`?)"},
      {"xyz", "0+3: unknown name `xyz`"},
      {"D > C", "0+1: unknown name `D`"},
      {"size > 1", "0+4: unknown name `size` (to call it, write `size(...)`)"},
      {"sizee(p.text)", "0+5: unknown function `sizee` (did you mean `size`?)"},
      {"p.text.startswith('a')", "7+10: unknown method `startswith` (did you mean `startsWith`?)"},
      {"contains(p.text, 'a')", "0+8: `contains` is no function (write `x.contains(...)`)"},
      {"p.text.date()", "7+4: `date` is no method (write `date(x)`)"},
      {"has(p.marks.text)", "6+5: Paragraph has no field `marks` (did you mean `mark`?)"},
      {"has(p.mark.levle)", "11+5: Mark has no field `levle` (did you mean `level`?)"},
      {"cable.paragraphs.mark",
       "17+4: list<Paragraph> has no fields (ask its items with exists(x, ...) or all(x, ...), or take one "
       "with [0])"},
      {"p.text.length", "7+6: string has no fields"},
      {"cable.paragraphs.all(x, y.number > 1)", "24+1: unknown name `y`"},
      {"p.marks && p.textt == 1 && zzz",
       "2+5: Paragraph has no field `marks` (did you mean `mark`?); "
       "13+5: Paragraph has no field `textt` (did you mean `text`?); 27+3: unknown name `zzz`"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(types) {
  const Row kRows[] = {
      {"p.text == 1", "0+11: `string == int` is always false"},
      {"p.text != 1", "0+11: `string != int` is always true"},
      {"p.mark == null",
       "0+14: `Mark == null` is always false (to ask whether a field is there, write has(...))"},
      {"p.number > '1'", "0+14: `int > string` is not defined"},
      {"p.mark > S", "0+10: `Mark > level` is not defined"},
      {"p.number + '1'",
       "0+14: `int + string` is not defined (turn the other side into text with string(...))"},
      {"as_of + 10",
       "0+10: `date + int` is not defined (say what is counted: years(n), months(n) or days(n))"},
      {"as_of + as_of", "0+13: `date + date` is not defined"},
      {"-p.text", "0+7: `-string` is not defined"},
      {"p.mark && true", "0+6: a condition is a bool, not Mark (to ask whether it is there, write has(...))"},
      {"!p.text",
       "1+6: a condition is a bool, not string (to ask whether it holds anything, write size(...) > 0)"},
      {"p.number ? 1 : 2", "0+8: a condition is a bool, not int"},
      {"true ? 1 : 'a'", "0+14: the two values of `?` have different types: int and string"},
      {"cable.paragraphs['a']", "17+3: the index of a list is an int, not string"},
      {"p.number[0]", "0+11: int has no items to take with [...]"},
      {"1 in 'a'",
       "5+3: `in` looks into a list or a map, not string (to look into text, write contains(...))"},
      {"1 in ['a']", "0+10: `int in list<string>` is always false"},
      {"p.number.all(x, true)", "0+8: a macro runs over a list or a map, not int"},
      {"cable.paragraphs.all(x, x.number)", "24+8: a condition is a bool, not int"},
      {"p.text.startsWith(1)",
       "0+20: `string.startsWith(int)` is not defined (it is defined for string.startsWith(string))"},
      {"size(1)",
       "0+7: `size(int)` is not defined (it is defined for size(string), size(bytes), size(list), "
       "size(map))"},
      {"years()", "0+7: `years()` is not defined (it is defined for years(int))"},
      {"max(cable.paragraphs) == p",
       "0+21: `max(list<Paragraph>)` is not defined (it is defined for max(list))"},
      {"1.5 % 0.5", "0+9: `double % double` is not defined"},
      {"1 == 1u && 1 < 2.0", ""},
      {"any == 'a' || any > 1 || any.x", ""},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(constants) {
  const Row kRows[] = {
      {"as_of > date('2003-13-01')", "8+18: \"2003-13-01\" is no date: write YYYY-MM-DD"},
      {"level('SECERT')", "0+15: \"SECERT\" is no level"},
      {"p.text.matches('(')", "15+3: the pattern is no regular expression: missing ): ("},
      {"timestamp('today') < timestamp(1)", "0+18: a timestamp is written as 2009-02-13T23:31:30Z"},
  };
  expect(kRows);
}

BOOST_AUTO_TEST_CASE(syntax) {
  const Row kRows[] = {
      {"", "0+1: expected a value, but the expression ends"},
      {"p.number >", "10+1: expected a value, but the expression ends"},
      {"p.number > > 1", "11+1: expected a value"},
      {"p.number = 1", "9+1: expected an operator (write `==`)"},
      {"p.number == 1 and true", "14+3: expected an operator (write `&&`)"},
      {"true & false", "5+1: expected an operator (write `&&`)"},
      {"(1 + 2", "6+1: expected `)`, but the expression ends"},
      {"size(p.text", "11+1: expected `)` or `,`, but the expression ends"},
      {"[1, 2", "5+1: expected `]` or `,`, but the expression ends"},
      {"{'a' 1}", "5+1: expected `:` and the value of this key"},
      {"true ? 1", "8+1: expected `:` and the other value of `?`, but the expression ends"},
      {"p.", "2+1: expected the name of a field or method, but the expression ends"},
      {"'open", "0+5: this string is not closed"},
      {"'a' + \"open\n\"", "6+5: this string is not closed"},
      {"'\\d'", "1+2: unknown escape (write `\\\\` for a backslash, or r'...' for a pattern)"},
      {"Mark{level: 1}", "5+5: messages cannot be built in rules"},
      {"9223372036854775808", "0+19: an int has 64 bits: this number is too large"},
      {"has(p)", "4+1: has() asks for a field (write it as has(cable.subject))"},
      {"cable.paragraphs.all(p.mark, true)",
       "21+6: the first argument of `all` names its variable (write it as all(p, ...))"},
      {"cable.paragraphs.all(true)",
       "17+3: `all` takes a variable and an expression (write it as all(x, ...))"},
      {"for > 1", "0+3: expected a value"},
  };
  expect(kRows);
}

// Neither brackets, operators nor choices can exhaust the stack.
BOOST_AUTO_TEST_CASE(depth) {
  const auto repeat = [](std::string_view text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
  };
  const std::string deep = "the expression is nested too deeply (at most 200 levels)";
  for (const std::string& text : {
           repeat("(", 20000) + "1" + repeat(")", 20000),
           repeat("[", 20000),
           repeat("!", 20000) + "true",
           repeat("- ", 20000) + "p.number",
           repeat("true ? 1 : ", 5000) + "1",
           repeat("1 + ", 10000) + "1",
           "p" + repeat(".mark", 10000),
           repeat("{1:", 20000),
           repeat("f(", 20000),
           repeat("any[", 10000),
           "any" + repeat("[0]", 10000),
           "any" + repeat(".f()", 10000),
       }) {
    const std::string faults = faults_of(text);
    BOOST_TEST_INFO(text.substr(0, 20));
    BOOST_TEST(faults.substr(std::min(faults.find(": ") + 2, faults.size())) == deep);
  }
  BOOST_TEST(faults_of(repeat("true && ", 5000) + "true") == "");
  BOOST_TEST(faults_of(repeat("(", 150) + "1" + repeat(")", 150)) == "");
  BOOST_TEST(faults_of(std::string(70000, ' ')) == "0+1: the expression is too long (at most 64 KiB)");
}

BOOST_AUTO_TEST_CASE(nearest_names) {
  const std::vector<std::string_view> names = {"paragraphs", "captions", "mark", "number"};
  BOOST_TEST(nearest("paragraph", names) == "paragraphs");
  BOOST_TEST(nearest("captoins", names) == "captions");
  BOOST_TEST(nearest("MARK", names) == "mark");
  BOOST_TEST(nearest("signature", names) == "");
  BOOST_TEST(nearest("", names) == "");
}

BOOST_AUTO_TEST_SUITE_END()
