#include <boost/test/unit_test.hpp>
#include <cablelint/white_space.hpp>
#include <string>
#include <string_view>

namespace {

std::string folded(std::string_view text) {
  std::string out;
  cablelint::fold_white(text, [&out](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(white_space_test)

BOOST_AUTO_TEST_CASE(folds_runs_of_white_space) {
  const struct {
    std::string_view text, folded;
  } cases[] = {
      {"", ""},
      {" \r\n\t\f\v ", ""},
      {"a", "a"},
      {" a ", "a"},
      {"a b c", "a b c"},
      {"a\nb", "a b"},
      {"a  b\t\tc \r\n d", "a b c d"},
      {"a\x08"
       "b\x0E"
       "c\x85",
       "a\x08"
       "b\x0E"
       "c\x85"},
  };
  for (const auto& each : cases) BOOST_TEST(folded(each.text) == each.folded, each.text);
}

BOOST_AUTO_TEST_CASE(a_run_is_found_wherever_it_stands) {
  // Long texts are looked at many bytes at once.
  constexpr std::size_t kSize = 70;
  for (const std::string_view run : {"\n", "  ", " \t", "\r\n", "   \n  "}) {
    for (std::size_t at = 1; at < kSize; ++at) {
      const std::string before(at, 'x');
      const std::string behind(kSize - at, 'y');
      const auto joined = [&](std::string_view between) {
        std::string whole = before;
        return whole.append(between).append(behind);
      };
      const std::string text = joined(run);
      BOOST_TEST(cablelint::find_white_run(text, 0) == at);
      BOOST_TEST(folded(text) == joined(" "));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
