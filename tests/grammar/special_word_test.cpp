#include "grammar/support/special_word.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

namespace rules = cablelint::grammar::body;

BOOST_AUTO_TEST_SUITE(grammar_special_word)

BOOST_AUTO_TEST_CASE(no_special_word_is_passed_over) {
  std::size_t special = 0;
  for (const std::string rest :
       {"", "X", "XT", "GE", "NIT", "CRET", "PROVED", "CLASSI", "SE", "ASSIFI", "NFIDE"}) {
    for (int first = 0; first < 256; ++first) {
      for (int second = 0; second < 256; ++second) {
        const std::string text = std::string{static_cast<char>(first), static_cast<char>(second)} + rest;
        if (!rules::begins_special_word(text.data(), text.size())) continue;
        ++special;
        if (!rules::may_begin_special_word(text.data(), text.size())) BOOST_ERROR(text);
      }
    }
  }
  BOOST_TEST(special > 20U);
}

BOOST_AUTO_TEST_CASE(one_letter_is_no_word) {
  for (int first = 0; first < 256; ++first) {
    const char letter = static_cast<char>(first);
    BOOST_TEST(!rules::begins_special_word(&letter, 1));
  }
}

BOOST_AUTO_TEST_SUITE_END()
