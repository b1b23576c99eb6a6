#include <boost/test/unit_test.hpp>
#include <cablelint/byte_search.hpp>
#include <string>

using cablelint::find_bytes;
using cablelint::find_folded;

BOOST_AUTO_TEST_SUITE(byte_search_test)

BOOST_AUTO_TEST_CASE(finds_every_place_and_no_other) {
  constexpr auto kNowhere = std::string::npos;
  for (const std::string word : {"ref", "re", "rr", "e-o", "a word of many bytes", "end of a text"}) {
    for (std::size_t size = 0; size < 300; ++size) {
      const std::string without(size, '@');
      BOOST_TEST(find_bytes(without, word) == kNowhere);
      BOOST_TEST(find_folded(without, word) == kNowhere);
      for (std::size_t place = 0; place + word.size() <= size; place += 7) {
        std::string text(size, 'r');
        text.replace(place, word.size(), word);
        for (const std::size_t from : {std::size_t{0}, place, place + 1}) {
          BOOST_TEST(find_bytes(text, word, from) == text.find(word, from));
          BOOST_TEST(find_folded(text, word, from) == text.find(word, from));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(folds_letters_and_nothing_else) {
  const std::string far(100, '.');
  BOOST_TEST(find_folded(far + "see rEF A", "ref") == 104U);
  BOOST_TEST((find_bytes(far + "see rEF A", "ref") == std::string::npos));
  // With the bit of the case, a sign becomes another sign.
  BOOST_TEST((find_folded(far + "a`A`" + far, "a@") == std::string::npos));
  BOOST_TEST((find_folded(far + "A[a[" + far, "a{") == std::string::npos));
  BOOST_TEST(find_folded(far + "A{" + far, "a{") == 100U);
}

BOOST_AUTO_TEST_SUITE_END()
