#include <cablelint/source.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <cablelint/finding.hpp>
#include <cablelint/level.hpp>

using cablelint::Level;
using cablelint::Position;
using cablelint::Severity;
using cablelint::Source;
using cablelint::Span;

namespace {

std::string text(Position position) {
  return std::to_string(position.line) + ':' + std::to_string(position.column);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(source)

BOOST_AUTO_TEST_CASE(positions) {
  struct Row {
    std::string_view bytes;
    std::uint32_t offset;
    std::string expected;
  };
  const std::vector<Row> table{
      {"", 0, "1:1"},          {"abc", 0, "1:1"},
      {"abc", 3, "1:4"},       {"abc", 99, "1:4"},
      {"a\nbc\n", 2, "2:1"},   {"a\nbc\n", 4, "2:3"},
      {"a\nbc\n", 5, "3:1"},   {"a\r\nbc", 3, "2:1"},
      {"a\rb", 2, "1:3"},      {"\xC3\xA9x", 2, "1:2"},
      {"\xC3\xA9x", 1, "1:1"}, {"\xE2\x82\xAC\xF0\x9F\x98\x80x", 7, "1:3"},
      {"\xFF\xFEx", 2, "1:3"}, {"\xC3x", 1, "1:2"},
      {"\xE2\x82x", 2, "1:3"}, {"\xED\xA0\x80x", 3, "1:4"},
  };
  for (const Row& row : table) {
    const Source source = Source::borrow("x", row.bytes);
    BOOST_TEST(text(source.position(row.offset)) == row.expected,
               row.bytes << " " << text(source.position(row.offset)));
  }
}

BOOST_AUTO_TEST_CASE(positions_in_any_order) {
  std::string bytes;
  for (int i = 0; i < 50; ++i) bytes += i % 7 == 0 ? "\n" : i % 3 == 0 ? "\xC3\xA9" : "ab";
  const Source source("x", bytes);
  std::vector<Position> forward;
  for (std::uint32_t at = 0; at < bytes.size(); ++at) forward.push_back(Source("x", bytes).position(at));
  for (std::uint32_t step : {1U, 3U, 7U, 11U, 101U}) {
    for (std::uint32_t i = 0; i < bytes.size(); ++i) {
      const auto at = static_cast<std::uint32_t>(i * step % bytes.size());
      BOOST_TEST((source.position(at) == forward[at]), at);
    }
  }
}

BOOST_AUTO_TEST_CASE(lines) {
  const Source source("x", "one\r\ntwo\n\nfour");
  BOOST_TEST(source.text(source.line(1)) == "one");
  BOOST_TEST(source.text(source.line(2)) == "two");
  BOOST_TEST(source.text(source.line(3)) == "");
  BOOST_TEST(source.text(source.line(4)) == "four");
  BOOST_TEST(!source.line(0));
  BOOST_TEST(!source.line(5));
  BOOST_TEST(source.text(source.line_at(0)) == "one");
  BOOST_TEST(source.text(source.line_at(4)) == "one");
  BOOST_TEST(source.text(source.line_at(5)) == "two");
  BOOST_TEST(source.text(source.line_at(13)) == "four");
  BOOST_TEST(source.text(source.line_at(99)) == "four");
  BOOST_TEST(source.text(Span{}) == "");
}

BOOST_AUTO_TEST_CASE(names_of_levels) {
  const std::vector<std::pair<Level, std::string>> table{{Level::U, "U UNCLASSIFIED"},
                                                         {Level::R, "R RESTRICTED"},
                                                         {Level::C, "C CONFIDENTIAL"},
                                                         {Level::S, "S SECRET"},
                                                         {Level::TS, "TS TOP SECRET"}};
  for (const auto& [level, expected] : table) {
    BOOST_TEST(std::string(portion_form(level)) + ' ' + std::string(banner_form(level)) == expected);
  }
  BOOST_TEST(to_text(Severity::note) == "note");
  BOOST_TEST(to_text(Severity::warning) == "warning");
  BOOST_TEST(to_text(Severity::error) == "error");
}

BOOST_AUTO_TEST_SUITE_END()
