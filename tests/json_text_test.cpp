#include <cablelint/json_text.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

namespace {

using namespace std::string_view_literals;

std::string plain(std::string_view text) {
  std::string out;
  cablelint::append_json_string(out, text);
  return out;
}

std::string folded(std::string_view text) {
  std::string out;
  cablelint::append_json_folded(out, text);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_text_test)

BOOST_AUTO_TEST_CASE(text) {
  const struct {
    std::string_view text, plain, folded;
  } cases[] = {
      {"", R"("")", R"("")"},
      {"  ", R"("  ")", R"("")"},
      {"ab cd", R"("ab cd")", R"("ab cd")"},
      {"  ab  cd ", R"("  ab  cd ")", R"("ab cd")"},
      {"ab \r\n\t cd\n", R"("ab \r\n\t cd\n")", R"("ab cd")"},
      {"\v\f", R"("\u000b\u000c")", R"("")"},
      {R"(a "b" \ c/d)", R"("a \"b\" \\ c/d")", R"("a \"b\" \\ c/d")"},
      {"\0\x1B[1m\x7F"sv, R"("\u0000\u001b[1m\u007f")", R"("\u0000\u001b[1m\u007f")"},
      {"\xC3\xA9t\xC3\xA9 \xF0\x9F\x9A\xA2", "\"\xC3\xA9t\xC3\xA9 \xF0\x9F\x9A\xA2\"",
       "\"\xC3\xA9t\xC3\xA9 \xF0\x9F\x9A\xA2\""},
      {"a\xFF\xC3(\xC3", "\"a\xEF\xBF\xBD\xEF\xBF\xBD(\xEF\xBF\xBD\"",
       "\"a\xEF\xBF\xBD\xEF\xBF\xBD(\xEF\xBF\xBD\""},
      {"\xC2\x85|\xE2\x80\xA8|\xE2\x80\xAE", R"("\u0085|\u2028|\u202e")", R"("\u0085|\u2028|\u202e")"},
      {"\xF3\xA0\x81\x81", R"("\udb40\udc41")", R"("\udb40\udc41")"},
  };
  for (const auto& c : cases) {
    BOOST_TEST(plain(c.text) == c.plain);
    BOOST_TEST(folded(c.text) == c.folded);
  }
}

BOOST_AUTO_TEST_CASE(any_bytes_give_a_valid_string) {
  std::mt19937 random(1);
  constexpr std::string_view kBytes =
      "ab  \n\r\t\"\\\0\x1B\x7F\x80\xBF\xC2\xE0\xA0\xED\x9F\xF0\x90\xF4\x8F\xFF"sv;
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 12, '\0');
    for (char& c : text) c = kBytes[random() % kBytes.size()];
    BOOST_REQUIRE(nlohmann::json::accept(plain(text)));
    BOOST_REQUIRE(nlohmann::json::accept(folded(text)));
  }
}

BOOST_AUTO_TEST_CASE(valid_text_comes_back) {
  const std::string text = "a \"b\" \\ \n\t\x01 \xC3\xA9 \xE2\x80\xAE \xF3\xA0\x81\x81";
  BOOST_TEST(nlohmann::json::parse(plain(text)).get<std::string>() == text);
}

BOOST_AUTO_TEST_SUITE_END()
