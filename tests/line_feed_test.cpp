#include <boost/test/unit_test.hpp>
#include <cablelint/line_feed.hpp>
#include <string>

using cablelint::find_line_feed;

BOOST_AUTO_TEST_SUITE(line_feed_test)

BOOST_AUTO_TEST_CASE(finds_the_first_one_between_two_places) {
  for (std::size_t size = 0; size < 200; ++size) {
    std::string text(size, '\r');
    const char* const begin = text.data();
    BOOST_TEST((find_line_feed(begin, begin + size) == nullptr), size);
    for (std::size_t place = 0; place < size; ++place) {
      text[place] = '\n';
      if (place + 3 < size) text[place + 3] = '\n';
      BOOST_TEST((find_line_feed(begin, begin + size) == begin + place), size << ", " << place);
      BOOST_TEST((find_line_feed(begin, begin + place) == nullptr), size << ", " << place);
      text.assign(size, '\r');
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
