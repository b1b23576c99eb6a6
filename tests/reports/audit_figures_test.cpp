#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "reports/audit_figures.hpp"

using namespace cablelint::reports;

BOOST_AUTO_TEST_SUITE(audit_figures_test)

BOOST_AUTO_TEST_CASE(numbers_are_grouped_by_thousands) {
  const struct {
    std::uint64_t number;
    std::string_view text;
  } cases[] = {{0, "0"},
               {999, "999"},
               {1'000, "1,000"},
               {123'456, "123,456"},
               {1'234'567, "1,234,567"},
               {std::numeric_limits<std::uint64_t>::max(), "18,446,744,073,709,551,615"}};
  for (const auto& each : cases) BOOST_TEST(thousands(each.number) == each.text);
  BOOST_TEST(figure(1, "cable") == "1 cable");
  BOOST_TEST(figure(0, "cable") == "0 cables");
  BOOST_TEST(figure(40'000, "cable") == "40,000 cables");
}

BOOST_AUTO_TEST_CASE(only_all_is_100_percent_and_only_nothing_0) {
  const struct {
    std::uint64_t part, whole;
    std::string_view text;
  } cases[] = {{0, 0, "–"},
               {5, 0, "–"},
               {0, 3, "0.0%"},
               {3, 3, "100.0%"},
               {4, 3, "100.0%"},
               {1, 3, "33.3%"},
               {2, 3, "66.7%"},
               {1, 1'000, "0.1%"},
               {1, 10'000, "under 0.1%"},
               {9'994, 10'000, "99.9%"},
               {999'999, 1'000'000, "over 99.9%"}};
  for (const auto& each : cases) BOOST_TEST(share(each.part, each.whole) == each.text);
}

BOOST_AUTO_TEST_CASE(long_text_is_cut_between_code_points) {
  const struct {
    std::string_view text;
    std::size_t most;
    std::string_view shown;
  } cases[] = {{"", 5, ""},
               {"abcde", 5, "abcde"},
               {"abcdef", 5, "abcd…"},
               {"äöüßé", 5, "äöüßé"},
               {"äöüßéa", 5, "äöüß…"},
               {"\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80", 2, "\xF0\x9F\x98\x80…"},
               {"a\n b\t c", 5, "a b c"},
               {"\x1b[2J", 5, "\\x1b…"},
               {"\xFF", 3, "\\x…"}};
  for (const auto& each : cases) BOOST_TEST(shortened(each.text, each.most) == each.shown);
  BOOST_TEST(shortened_html("<b>&</b>", 4) == "&lt;b&gt;…");
  constexpr std::size_t kHuge = 10'000'000;
  BOOST_TEST(shortened(std::string().append(kHuge, 'x'), 4) == "xxx…");
}

BOOST_AUTO_TEST_SUITE_END()
