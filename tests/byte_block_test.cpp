#include <boost/test/unit_test.hpp>
#include <cablelint/byte_block.hpp>
#include <string>

using namespace cablelint;

BOOST_AUTO_TEST_SUITE(byte_block_test)

BOOST_AUTO_TEST_CASE(places_are_those_of_the_highest_bit) {
  const std::string bytes("\x80 \x7F\xFFxx\0x.......\xC3", kByteBlock);
  BOOST_TEST(places(load_block(bytes.data())) == 0b1000'0000'0000'1001U);
  for (unsigned wanted = 0; wanted < 0x10000U; ++wanted) {
    ByteBlock block = block_of('a');
    for (unsigned i = 0; i < kByteBlock; ++i) {
      if ((wanted >> i & 1U) != 0) block[i] = 0x80;
    }
    if (places(block) != wanted || portable_places(block) != wanted) BOOST_ERROR(wanted);
  }
}

BOOST_AUTO_TEST_SUITE_END()
