// Beside an example cable NAME.txt stands NAME.findings with a line "line:column RULE level" for every
// finding on 2026-01-01.

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

/// The findings in a cable, and those beside it, must be the same.
void compare(const fs::path& path, const RuleSet& rules, const LintOptions& options) {
  const fs::path beside = fs::path(path).replace_extension(".findings");
  BOOST_TEST(fs::exists(beside), path << " has no .findings beside it");
  const std::string text = read(path);
  const Source source = Source::borrow(path.filename().string(), text);
  Cable cable;
  Parser(rules.vocabulary()).parse(source, cable);
  std::vector<Finding> findings;
  Linter(rules, options).check(source, cable, findings);
  std::string found;
  for (const auto& f : findings) {
    found += std::to_string(f.line) + ":" + std::to_string(f.column) + " " + f.rule + " ";
    found += std::string(to_text(f.level)) + "\n";
  }
  BOOST_TEST(found == without_comments(read(beside)), path.filename() << " has\n"
                                                                      << found << "and should have\n"
                                                                      << without_comments(read(beside)));
}

const fs::path kExamples = fs::path(CABLELINT_SOURCE_DIR) / "examples";
const Day kDay = *parse_iso("2026-01-01");

}  // namespace

BOOST_AUTO_TEST_SUITE(examples_test)

BOOST_AUTO_TEST_CASE(example_cables_have_the_findings_beside_them) {
  const fs::path folder = kExamples / "cables";
  std::vector<fs::path> cables;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".txt") cables.push_back(entry.path());
  std::sort(cables.begin(), cables.end());
  BOOST_TEST(!cables.empty(), "no cables in " << folder);
  for (const auto& path : cables) compare(path, tests::shipped_rules(), {kDay, {}, {}});
}

BOOST_AUTO_TEST_CASE(an_office_adds_extends_overrides_and_asks) {
  const fs::path folder = kExamples / "custom-rules";
  std::vector<Diagnostic> faults;
  std::optional<RuleSet> rules = RuleSet::load({folder.string()}, faults);
  for (const auto& fault : faults) BOOST_ERROR(to_text(fault));
  BOOST_REQUIRE(rules);
  compare(folder / "fair.txt", *rules, {kDay, {}, {}, "fairs"});

  // A table of its own, one rule with another level, one switched off, one extended.
  BOOST_TEST(rules->vocabulary().table("stands") != nullptr);
  const RuleSet& shipped = tests::shipped_rules();
  BOOST_TEST((shipped.find("DCL017")->level == Severity::note));
  BOOST_TEST((rules->find("DCL017")->level == Severity::warning));
  BOOST_TEST(!shipped.find("STR016")->off);
  BOOST_TEST(rules->find("STR016")->off);
  BOOST_TEST(rules->find("FAIR003")->authority == shipped.find("DCL007")->authority);
  BOOST_TEST((rules->find("FAIR003")->since == shipped.find("DCL007")->since));
}

BOOST_AUTO_TEST_SUITE_END()
