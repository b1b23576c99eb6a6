#include <boost/test/unit_test.hpp>
#include <cablelint/expression/search_pattern.hpp>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using cablelint::expression::compile_regex;
using cablelint::expression::occurs;
using cablelint::expression::SearchPattern;

BOOST_AUTO_TEST_SUITE(search_pattern_test)

BOOST_AUTO_TEST_CASE(gives_the_answer_of_the_whole_pattern) {
  std::mt19937 random(7);
  for (const std::string_view text_of_pattern :
       {R"((?i:ref)\s+\(?[B-H]\b)", R"((?i)\bend\s+(?:[a-z/]+\s+){0,2}sum)", "abb*c", R"(\bab\b)", "ab.*c$",
        "[ab]c"}) {
    const auto whole = compile_regex(text_of_pattern);
    const SearchPattern pattern(text_of_pattern, false);
    std::size_t yes = 0;
    for (int i = 0; i < 20'000; ++i) {
      constexpr std::string_view kPieces[] = {"ref", "REF", " ", "B", "(", "end ",
                                              "sum", "ab",  "c", "a", "b", "\n"};
      std::string text;
      const std::size_t pieces = random() % 60;
      while (text.size() < pieces) text += kPieces[random() % std::size(kPieces)];
      const bool wanted = occurs(*whole, text);
      yes += wanted ? 1 : 0;
      if (pattern.occurs_in(text) != wanted) BOOST_ERROR(text_of_pattern << " in " << text);
    }
    BOOST_TEST(yes > 100U, text_of_pattern);
    BOOST_TEST(yes < 19'900U, text_of_pattern);
  }
}

BOOST_AUTO_TEST_CASE(a_sound_one_is_compiled_when_it_is_first_used) {
  const SearchPattern pattern("X[1-8]", true);
  BOOST_TEST(pattern.size() == 0U);
  BOOST_TEST(pattern.fault() == "");
  std::vector<std::thread> threads;
  std::vector<int> answers(4);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    threads.emplace_back(
        [&, i] { answers[i] = pattern.occurs_in("DECL: X5") && !pattern.occurs_in("DECL: X9") ? 1 : 0; });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int answer : answers) BOOST_TEST(answer == 1);
  BOOST_TEST(pattern.size() == SearchPattern("X[1-8]", false).size());
}

BOOST_AUTO_TEST_CASE(says_why_it_is_none) {
  BOOST_TEST(SearchPattern("X[1-8", false).fault() == "missing ]: [1-8");
}

BOOST_AUTO_TEST_SUITE_END()
