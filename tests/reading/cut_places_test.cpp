#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/reading/cut_places.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using cablelint::reading::find_cut_places;
using cablelint::reading::kCutBlock;

namespace {

bool is_place(std::string_view text, std::size_t at) {
  const char before = text[at - 1];
  const char behind = text[at + 1];
  switch (text[at]) {
    case '[':
    case '\xE2':
      return true;
    case '(':
      return behind == 'b' || behind == 'B';
    case ')':
      return before == 'd' || before == 'D';
    case 'X':
    case '_':
      return behind == text[at];
    default:
      return false;
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cut_places_test)

BOOST_AUTO_TEST_CASE(marks_every_place_and_no_other) {
  std::mt19937 random(3);
  constexpr std::string_view kSigns = "[]()bBdDX_x\xE2\x96 -Ee";
  constexpr std::size_t kBlocks = 5;
  std::size_t marked = 0;
  for (int round = 0; round < 2'000; ++round) {
    std::string text(kBlocks * kCutBlock + 2, 'n');
    // From clean texts to nothing but signs.
    for (std::size_t i = random() % text.size(); i < text.size(); ++i)
      text[i] = kSigns[random() % kSigns.size()];
    std::vector<std::uint64_t> places(kBlocks, ~std::uint64_t{0});
    find_cut_places(text.data() + 1, kBlocks, places.data());
    for (std::size_t i = 0; i < kBlocks * kCutBlock; ++i) {
      const bool found = (places[i / kCutBlock] >> i % kCutBlock & 1U) != 0;
      marked += found ? 1 : 0;
      if (found != is_place(text, i + 1)) BOOST_ERROR(i << " of " << text);
    }
  }
  BOOST_TEST(marked > 10'000U);
}

BOOST_AUTO_TEST_SUITE_END()
