#include <boost/test/unit_test.hpp>
#include <cablelint/expression/parts.hpp>
#include <string>
#include <vector>

#include "expression/model.hpp"

using namespace cablelint::expression;        // NOLINT(google-build-using-namespace)
using namespace cablelint::expression::test;  // NOLINT(google-build-using-namespace)

namespace {

/// One line a part: "  p.number -> 1", with `!` behind the part in which the error begins.
std::string parts_of(std::string_view text) {
  Bench bench;
  bench.set_variables(0);
  std::vector<Fault> faults;
  const auto evaluation = evaluate_parts(text, environment(), bench.context, faults);
  if (!evaluation) return "fault: " + faults.front().message;
  std::string lines;
  const Part* const origin = origin_of_error(evaluation->parts);
  for (const Part& part : evaluation->parts) {
    lines += std::string(std::size_t{2} * part.depth, ' ');
    if (part.skipped > 0) {
      lines += std::to_string(part.skipped) + " more\n";
      continue;
    }
    lines += std::string{text.substr(part.at.offset, part.at.length)} + " -> " +
             to_text(part.value, bench.context) + (&part == origin ? " !\n" : "\n");
  }
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(expression_parts)

BOOST_AUTO_TEST_CASE(operators) {
  BOOST_TEST(parts_of("p.number + 1 == 2 && (as_of > date('2019-01-01'))") ==
             "p.number + 1 == 2 && (as_of > date('2019-01-01')) -> true\n"
             "  p.number + 1 == 2 -> true\n"
             "    p.number + 1 -> 2\n"
             "      p.number -> 1\n"
             "  (as_of > date('2019-01-01')) -> true\n"
             "    as_of -> 2020-01-01\n"
             "    date('2019-01-01') -> 2019-01-01\n");
  BOOST_TEST(parts_of("1") == "1 -> 1\n");
  BOOST_TEST(parts_of("S") == "S -> S\n");
  BOOST_TEST(parts_of("p.marks") == "fault: Paragraph has no field `marks`");
}

BOOST_AUTO_TEST_CASE(the_branch_not_taken_is_left_out) {
  BOOST_TEST(parts_of("has(q.mark) ? q.mark.level : C") ==
             "has(q.mark) ? q.mark.level : C -> C\n"
             "  has(q.mark) -> false\n");
}

BOOST_AUTO_TEST_CASE(macros_show_the_items_that_decide) {
  BOOST_TEST(parts_of("[1, 2, 3, 4, 5].exists(x, x * 2 == 8)") ==
             "[1, 2, 3, 4, 5].exists(x, x * 2 == 8) -> true\n"
             "  [1, 2, 3, 4, 5] -> [1, 2, 3, 4, 5]\n"
             "  x -> 4\n"
             "    x * 2 == 8 -> true\n"
             "      x * 2 -> 8\n"
             "  4 more\n");
  BOOST_TEST(parts_of("[1, 2].all(i, x, x > i)") ==
             "[1, 2].all(i, x, x > i) -> true\n"
             "  [1, 2] -> [1, 2]\n"
             "  i -> 0\n"
             "  x -> 1\n"
             "    x > i -> true\n"
             "  1 more\n");
  BOOST_TEST(parts_of("[5, 6, 7, 8].map(x, x > 5, x - 1)") ==
             "[5, 6, 7, 8].map(x, x > 5, x - 1) -> [5, 6, 7]\n"
             "  [5, 6, 7, 8] -> [5, 6, 7, 8]\n"
             "  x -> 6\n"
             "    x > 5 -> true\n"
             "    x - 1 -> 5\n"
             "  x -> 7\n"
             "    x > 5 -> true\n"
             "    x - 1 -> 6\n"
             "  x -> 8\n"
             "    x > 5 -> true\n"
             "    x - 1 -> 7\n"
             "  1 more\n");
  BOOST_TEST(parts_of("[].all(x, x)") == "[].all(x, x) -> true\n  [] -> []\n");
}

BOOST_AUTO_TEST_CASE(variables_of_macros_hide_others) {
  BOOST_TEST(parts_of("[7].exists(p, [8].exists(q, p < q))") ==
             "[7].exists(p, [8].exists(q, p < q)) -> true\n"
             "  [7] -> [7]\n"
             "  p -> 7\n"
             "    [8].exists(q, p < q) -> true\n"
             "      [8] -> [8]\n"
             "      q -> 8\n"
             "        p < q -> true\n");
  BOOST_TEST(parts_of("cel.bind(m, p.mark, m.level < S)") ==
             "cel.bind(m, p.mark, m.level < S) -> true\n"
             "  p.mark -> (C)\n"
             "  m.level < S -> true\n"
             "    m.level -> C\n");
}

BOOST_AUTO_TEST_CASE(arguments_that_become_a_list) {
  BOOST_TEST(parts_of("math.greatest(p.number, q.number)") ==
             "math.greatest(p.number, q.number) -> 2\n"
             "  p.number -> 1\n"
             "  q.number -> 2\n");
}

BOOST_AUTO_TEST_CASE(errors_show_where_they_begin) {
  BOOST_TEST(parts_of("cable.paragraphs.all(x, x.mark.level < S)") ==
             "cable.paragraphs.all(x, x.mark.level < S) -> `x.mark` is absent here; ask has(x.mark) first\n"
             "  cable.paragraphs -> [1. (C) First text., 2. Second text.]\n"
             "  x -> 2. Second text.\n"
             "    x.mark.level < S -> `x.mark` is absent here; ask has(x.mark) first\n"
             "      x.mark.level -> `x.mark` is absent here; ask has(x.mark) first\n"
             "        x.mark -> `x.mark` is absent here; ask has(x.mark) first !\n"
             "  1 more\n");
  // An error that another part decides against begins nowhere.
  BOOST_TEST(parts_of("q.mark.level < S || true") ==
             "q.mark.level < S || true -> true\n"
             "  q.mark.level < S -> `q.mark` is absent here; ask has(q.mark) first\n"
             "    q.mark.level -> `q.mark` is absent here; ask has(q.mark) first\n"
             "      q.mark -> `q.mark` is absent here; ask has(q.mark) first\n");
}

BOOST_AUTO_TEST_SUITE_END()
