#include "reports/line_hash.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <string>
#include <vector>

using cablelint::reports::LineHashes;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(line_hash_test)

BOOST_AUTO_TEST_CASE(the_published_vectors) {
  const std::vector<std::string> greetings{"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1",
                                           "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1",
                                           "c129715d7a2bc9a3:1"};
  const struct {
    std::string text;
    std::vector<std::string> hashes;
  } cases[] = {
      {"", {"c129715d7a2bc9a3:1"}},
      {" a\nb\n  \t\tc\n d",
       {"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}},
      {" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
       {"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
        "b86d3392aea1be30:1", "e6ceba753e1a442:1"}},
      {" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", greetings},
      {" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", greetings},
      {" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", greetings},
      {" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", greetings},
      {repeated("Lorem ipsum dolor sit amet.\n", 10),
       {"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
        "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1",
        "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"}},
  };
  for (const auto& each : cases)
    BOOST_TEST(LineHashes(each.text).all() == each.hashes, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_line_is_found_by_where_it_begins) {
  // Lone carriage returns end a line for the hash and not for a source.
  const std::string text = "  first\n\t\n\r lone\rreturn\n\xF0\x9F\x98\x80 \xFF\n   ";
  const LineHashes hashes(text);
  const std::vector<std::string> all = hashes.all();
  BOOST_TEST(all.size() == 7U);
  const struct {
    std::uint32_t begin;
    std::size_t line;
  } cases[] = {{0, 0}, {8, 1}, {10, 2}, {24, 5}, {31, 6}};
  for (const auto& each : cases) {
    BOOST_TEST((each.begin == 0 || text[each.begin - 1] == '\n'), each.begin);
    BOOST_TEST(hashes.at(each.begin) == all[each.line], each.begin);
  }
}

BOOST_AUTO_TEST_SUITE_END()
