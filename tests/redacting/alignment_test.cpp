#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/redacting/comparer.hpp>
#include <string>

#include "tests/generator/random.hpp"
#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;
using namespace cablelint::redacting;

/// Both releases as one line: `<text>` the first shows alone, `>text<` the second, `*` both cut, `{a|b}`
/// where they differ, `-` and `+` a mark of the first or the second that stands for nothing.
std::string aligned(const std::string& first_text, const std::string& second_text, bool* possible = nullptr) {
  const Parser parser(tests::shipped_rules().vocabulary());
  const Source first("first", first_text);
  const Source second("second", second_text);
  Cable first_cable, second_cable;
  parser.parse(first, first_cable);
  parser.parse(second, second_cable);
  Words words;
  words.begin(false);
  Tokens first_tokens, second_tokens;
  read_release(first, first_cable, {}, words, first_tokens);
  read_release(second, second_cable, {}, words, second_tokens);
  Alignment alignment;
  align(words, first_tokens, second_tokens, alignment);
  if (possible != nullptr) *possible = alignment.possible;
  const auto text = [](const Source& source, const Tokens& tokens, TokenRange range) {
    std::string all;
    for (std::uint32_t i = range.begin; i < range.end; ++i) all += source.text(tokens.places[i]);
    return all;
  };
  std::string out;
  for (const AlignedStretch& each : alignment.stretches) {
    const std::string a = text(first, first_tokens, each.first);
    const std::string b = text(second, second_tokens, each.second);
    switch (each.kind) {
      case AlignedKind::same:
        out.append(a);
        break;
      case AlignedKind::first_shows:
        out.append("<").append(a).append(">");
        break;
      case AlignedKind::second_shows:
        out.append(">").append(b).append("<");
        break;
      case AlignedKind::both_cut:
        out.append("*");
        break;
      case AlignedKind::differ:
        out.append("{").append(a).append("|").append(b).append("}");
        break;
      case AlignedKind::first_empty:
        out.append("-");
        break;
      case AlignedKind::second_empty:
        out.append("+");
        break;
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(alignment_test)

BOOST_AUTO_TEST_CASE(cuts_of_both_releases) {
  const struct {
    std::string first, second, wanted;
    bool possible = true;
  } cases[] = {
      {"a b c", "a b c", "a b c"},
      {"a [text deleted] c", "a b c", "a> b <c"},
      {"a b c", "a [text deleted] c", "a< b >c"},
      {"a [text deleted] c", "a [text deleted] c", "a*c"},
      {"a [text deleted] c d e", "a b c [text deleted] e", "a> b <c< d >e"},
      // One within the other, and over each other.
      {"a [text deleted] f", "a b [text deleted] e f", "a> b<*>e <f"},
      {"a [text deleted] d e", "a b [text deleted] e", "a> b<*<d >e"},
      // What is left of a cut that was taken back.
      {"a b [text deleted] c d [text deleted] f", "a b c d e f", "a b> <-c d> e <f", false},
      // At both ends.
      {"[text deleted] b c", "a b [text deleted]", ">a <b< c>"},
      // Two marks need two words.
      {"a [text deleted] [text deleted] c", "a b b c", "a> b b <c"},
      // No text has both releases.
      {"a b c [text deleted]", "a x c [text deleted]", "a {b|x} c*", false},
      {"a b", "a c", "a {b|c}", false},
  };
  for (const auto& each : cases) {
    bool possible = false;
    const std::string got = aligned(each.first, each.second, &possible);
    BOOST_TEST(got == each.wanted);
    BOOST_TEST(possible == each.possible, each.first << " / " << each.second);
  }
}

/// No word occurs once, but runs of them do.
BOOST_AUTO_TEST_CASE(long_texts_of_few_words) {
  generator::Random random(3);
  std::string first, second;
  for (int i = 0; i < 20000; ++i) {
    std::string word = "w";
    word.append(std::to_string(random.below(100))).append(" ");
    const std::string mark = "[text deleted] ";
    first += i % 701 == 0 ? mark : word;
    second += i % 907 == 0 ? mark : word;
  }
  const std::string got = aligned(first, second);
  BOOST_TEST(got.find_first_of("{+-") == std::string::npos);
  BOOST_TEST(std::count(got.begin(), got.end(), '<') == 20000 / 701 + 20000 / 907);
}

/// No word occurs once, and a table would be too large.
BOOST_AUTO_TEST_CASE(long_uniform_texts) {
  std::string first, second;
  for (int mark = 0; mark < 30; ++mark) {
    for (int i = 0; i < 400; ++i) first += "the fair ";
    for (int i = 0; i < 390 + mark; ++i) second += "the fair ";
    first += "[text deleted] ";
    second += "[text deleted] ";
  }
  for (const std::string end : {"", "the fair", "the fair the fair the fair"}) {
    for (const auto& [a, b] : {std::pair(first + end, second), std::pair(first, second + end)}) {
      bool possible = false;
      const std::string got = aligned(a, b, &possible);
      BOOST_TEST(possible);
      BOOST_TEST(got.find_first_of("{+-") == std::string::npos);
    }
  }
  bool possible = true;
  BOOST_TEST(aligned(first + "the end", second + "the ends", &possible).find('{') != std::string::npos);
  BOOST_TEST(!possible);
}

BOOST_AUTO_TEST_SUITE_END()
