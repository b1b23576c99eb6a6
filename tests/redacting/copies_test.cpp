#include <boost/test/unit_test.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/redacting/copies.hpp>
#include <string>
#include <vector>

#include "tests/generator/generator.hpp"
#include "tests/generator/releases.hpp"
#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;
using Groups = std::vector<std::vector<std::size_t>>;

Groups groups_of(const std::vector<std::string>& texts) {
  const Parser parser(tests::shipped_rules().vocabulary());
  redacting::CopySearch search;
  Cable cable;
  for (const std::string& text : texts) {
    const Source source = Source::borrow("text", text);
    parser.parse(source, cable);
    search.add(source, cable);
  }
  return search.groups();
}

std::string text_of(const Groups& groups) {
  std::string text;
  for (const auto& group : groups) {
    for (const std::size_t each : group) text += std::to_string(each) + " ";
    text += "| ";
  }
  return text;
}

std::string generated(std::uint64_t i) {
  generator::Recipe recipe;
  recipe.bytes = 2500;
  return generator::generate(31, i, recipe).text;
}

/// The paragraphs alone: no heading and no trailer.
std::string body_of(const std::string& text) {
  const std::size_t at = text.find("\n1. ");
  return at == std::string::npos ? std::string() : text.substr(at + 1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(copies_test)

BOOST_AUTO_TEST_CASE(by_record_and_by_message_number) {
  const std::string record = "\n2005LISBON00123 - Classification: CONFIDENTIAL\n";
  BOOST_TEST(text_of(groups_of({"TEXT" + record, "ANOTHER" + record, "TEXT"})) == "0 1 | ");
  const std::string heading = "P 041200Z MAY 05\nFM AMEMBASSY LISBON\nTO SECSTATE\n\nCONFIDENTIAL LISBON ";
  BOOST_TEST(text_of(groups_of({heading + "000123\n\nONE", heading + "000124\n\nTWO",
                                heading + "000123\n\nTHREE"})) == "0 2 | ");
}

BOOST_AUTO_TEST_CASE(by_text) {
  std::vector<std::string> texts;
  for (std::uint64_t i = 0; texts.size() < 80 && i < 100; ++i) {
    const std::string body = body_of(generated(i));
    if (body.size() < 1000) continue;
    generator::Random random(5, i);
    const auto pair = generator::release_twice(body, generator::ReleaseFault::none, random);
    texts.push_back(pair.first.text);
    texts.push_back(pair.second.text);
  }
  const Groups groups = groups_of(texts);
  for (const auto& group : groups)
    BOOST_TEST((group.size() == 2 && group[0] % 2 == 0 && group[1] == group[0] + 1), text_of({group}));
  // Releases that have little in common cannot be told from different cables.
  BOOST_TEST(groups.size() * 10 >= texts.size() / 2 * 9);
}

BOOST_AUTO_TEST_CASE(cables_that_say_much_the_same_are_not_copies) {
  std::vector<std::string> texts;
  for (std::uint64_t i = 0; i < 200; ++i) texts.push_back(generated(i));
  BOOST_TEST(text_of(groups_of(texts)) == "");
}

BOOST_AUTO_TEST_SUITE_END()
