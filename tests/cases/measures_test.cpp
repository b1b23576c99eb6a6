// How well cablelint reads what it was not made from: one table, one row for each set of data, each with the
// bar that it must reach.

#include "tests/cases/measures.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace cablelint;
using tests::Json;

/// Reads a text and holds its elements against its bytes.
void check_tiling(const Parser& parser, const std::string& name, const std::string& text) {
  static Cable cable;
  parser.parse(Source::borrow("case", text), cable);
  const std::string fault = tests::SpanCheck(cable, text.size()).run();
  BOOST_TEST(fault.empty(), name << ": " << fault << "\n" << text.substr(0, 300));
}

/// Every text inside a JSON value.
void check_tiling_in(const Parser& parser, const std::string& name, const Json& value, std::size_t& texts) {
  if (value.is_string()) {
    ++texts;
    return check_tiling(parser, name, value.get<std::string>());
  }
  if (!value.is_structured()) return;
  for (const Json& inner : value) check_tiling_in(parser, name, inner, texts);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(measures)

BOOST_AUTO_TEST_CASE(every_bar_is_reached) {
  std::vector<tests::Score> all;
  for (const auto scores : {tests::cablemap_scores, tests::marking_scores, tests::redaction_scores,
                            tests::frus_scores, tests::generated_scores}) {
    for (auto& score : scores()) all.push_back(std::move(score));
  }
  tests::report(all);
}

BOOST_AUTO_TEST_CASE(every_text_is_tiled) {
  namespace fs = std::filesystem;
  const auto folder = tests::case_folder("");
  if (folder.empty()) return;
  const Parser parser(tests::shipped_rules().vocabulary());
  std::size_t files = 0, texts = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = entry.path().lexically_relative(folder).string();
    const std::string bytes = tests::read_file(entry.path());
    ++files;
    check_tiling(parser, name, bytes);
    const bool lines_of_json = entry.path().extension() == ".jsonl";
    if (!lines_of_json && entry.path().extension() != ".tsv") continue;
    std::istringstream lines(bytes);
    for (std::string line; std::getline(lines, line);) {
      if (lines_of_json) {
        check_tiling_in(parser, name, Json::parse(line), texts);
      } else {
        ++texts;
        check_tiling(parser, name, line);
      }
    }
  }
  BOOST_TEST(files > 0U);
  BOOST_TEST_MESSAGE(files << " files and " << texts << " texts inside of them");
}

BOOST_AUTO_TEST_SUITE_END()
