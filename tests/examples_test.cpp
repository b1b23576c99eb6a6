// Each examples/cables/NAME.txt has a NAME.findings with a line "line:column RULE level" for every finding on
// 2026-01-01.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;
namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::string without_comments(const std::string& text) {
  std::istringstream lines(text);
  std::string kept;
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && line[0] != '#') kept += line + "\n";
  return kept;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(examples_test)

BOOST_AUTO_TEST_CASE(example_cables_have_the_findings_beside_them) {
  const fs::path folder = fs::path(CABLELINT_SOURCE_DIR) / "examples" / "cables";
  std::vector<fs::path> cables;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".txt") cables.push_back(entry.path());
  std::sort(cables.begin(), cables.end());
  BOOST_TEST(!cables.empty(), "no cables in " << folder);

  const RuleSet& rules = tests::shipped_rules();
  const Parser parser(rules.vocabulary());
  Linter linter(rules, {*parse_iso("2026-01-01"), {}, {}});
  for (const auto& path : cables) {
    const fs::path beside = fs::path(path).replace_extension(".findings");
    BOOST_TEST(fs::exists(beside), path << " has no .findings beside it");
    const std::string text = read(path);
    const Source source = Source::borrow(path.filename().string(), text);
    Cable cable;
    parser.parse(source, cable);
    std::vector<Finding> findings;
    linter.check(source, cable, findings);
    std::string found;
    for (const auto& f : findings) {
      found += std::to_string(f.line) + ":" + std::to_string(f.column) + " " + f.rule + " ";
      found += std::string(to_text(f.level)) + "\n";
    }
    BOOST_TEST(found == without_comments(read(beside)), path.filename() << " has\n"
                                                                        << found << "and should have\n"
                                                                        << without_comments(read(beside)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
