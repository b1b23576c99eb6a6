#include <boost/test/unit_test.hpp>
#include <cablelint/terminal_text.hpp>
#include <string>
#include <string_view>

using namespace std::literals;

BOOST_AUTO_TEST_SUITE(terminal_text_test)

BOOST_AUTO_TEST_CASE(hidden_characters_become_visible) {
  const struct {
    std::string_view text;
    std::string_view shown;
    std::size_t width;
  } cases[] = {
      {"", "", 0},
      {"SECRET//NOFORN", "SECRET//NOFORN", 14},
      {"S\xC3\xA3o Tom\xC3\xA9", "S\xC3\xA3o Tom\xC3\xA9", 8},
      {"\xE5\xA4\x96\xE4\xBA\xA4", "\xE5\xA4\x96\xE4\xBA\xA4", 2},
      {"a\tb", "a b", 3},
      {"a\r\nb", "a\\r\\nb", 6},
      {"\x1b[31mred", "\\x1b[31mred", 11},
      {"\0\x07\x7f"sv, "\\x00\\x07\\x7f", 12},
      {"\xC2\x9B", "\\u009b", 6},
      {"\xE2\x80\xAE"
       "drawkcab",
       "\\u202edrawkcab", 14},
      {"\xE2\x81\xA6\xE2\x80\x8B\xEF\xBB\xBF", "\\u2066\\u200b\\ufeff", 18},
      {"\xF3\xA0\x81\x81", "\\U000e0041", 10},
      {"\xEF\xBF\xBF", "\\uffff", 6},
      {"\xFF", "\\xff", 4},
      {"\xE2\x82!", "\\xe2\\x82!", 9},
      {"\xED\xA0\x80", "\\xed\\xa0\\x80", 12},
      {"\xC0\xAF", "\\xc0\\xaf", 8},
  };
  for (const auto& each : cases) {
    std::string out = "> ";
    BOOST_TEST(cablelint::append_visible(out, each.text) == each.width, each.shown);
    BOOST_TEST(out == "> " + std::string(each.shown));
    BOOST_TEST(cablelint::visible(each.text) == each.shown);
  }
}

BOOST_AUTO_TEST_SUITE_END()
