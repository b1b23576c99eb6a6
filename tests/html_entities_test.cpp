#include <cablelint/html_entities.hpp>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(html_entities)

BOOST_AUTO_TEST_CASE(references_are_decoded_and_nothing_else) {
  struct Row {
    const char* text;
    const char* decoded;
    bool changed;
  };
  const Row rows[] = {
      {"plain", "plain", false},
      {"A &amp; B", "A & B", true},
      {"&#8217;s", "\xE2\x80\x99s", true},
      {"&#x2019;", "\xE2\x80\x99", true},
      {"R&D; more", "R&D; more", false},
      {"&#0; &#xD800; &#1114112;", "&#0; &#xD800; &#1114112;", false},
      {"&", "&", false},
      {"&&lt;", "&<", true},
      {"&amplitude;", "&amplitude;", false},
      {"&#128512;", "\xF0\x9F\x98\x80", true},
      {"", "", false},
  };
  for (const Row& row : rows) {
    std::string out;
    BOOST_TEST(cablelint::append_decoded(out, row.text) == row.changed, row.text);
    BOOST_TEST(out == row.decoded, row.text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
