// The five cables the project began with: every field that was read by hand, and the findings a careful
// reviewer lists.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/cable_json.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

#include "tests/generator/observe.hpp"
#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

const fs::path kSeeds = fs::path(CABLELINT_SHARED_DIR) / "cases" / "seeds";

bool skipped() {
  if (*CABLELINT_SHARED_DIR != '\0' && fs::exists(kSeeds / "truth.jsonl")) return false;
  BOOST_TEST_MESSAGE("skipped: the folder of real-world test data is not here (CABLELINT_SHARED_DIR)");
  return true;
}

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

struct Expected {
  const char* seed;  // the number its file name begins with
  const char* rule;
  unsigned line;
};

// Errors and warnings: these and no others.
constexpr Expected kFindings[] = {
    {"000", "DCL001", 7},  {"000", "AUT005", 17}, {"000", "CLS002", 19}, {"001", "DCL001", 15},
    {"001", "STR010", 5},  {"002", "DCL001", 7},  {"002", "AUT003", 13}, {"002", "NOI006", 30},
    {"002", "NOI006", 29}, {"003", "DCL001", 27}, {"004", "DCL001", 9},
};

// Notes: these, and at most two rules more in a cable.
constexpr Expected kNotes[] = {
    {"000", "STR018", 22}, {"000", "NOI002", 19}, {"000", "NOI003", 19}, {"000", "NOI007", 22},
    {"000", "NOI001", 1},  {"000", "NOI009", 1},  {"001", "NOI006", 40}, {"001", "STR018", 40},
    {"001", "NOI008", 44}, {"001", "NOI002", 44}, {"001", "NOI005", 17}, {"001", "STR017", 17},
    {"001", "NOI001", 3},  {"001", "NOI009", 3},  {"002", "NOI002", 30}, {"002", "NOI007", 29},
    {"002", "NOI008", 30}, {"002", "NOI003", 25}, {"002", "NOI001", 1},  {"002", "NOI009", 1},
    {"003", "DCL007", 27}, {"003", "STR008", 25}, {"003", "AUT007", 31}, {"003", "NOI008", 45},
    {"003", "NOI002", 33}, {"003", "NOI005", 28}, {"003", "STR012", 49}, {"003", "NOI006", 33},
    {"003", "NOI007", 3},  {"004", "NOI004", 1},  {"004", "STR013", 20}, {"004", "NOI002", 18},
    {"004", "NOI003", 18},
};

using Places = std::set<std::pair<std::string, unsigned>>;

template <std::size_t N> Places places_of(const Expected (&table)[N], const std::string& seed) {
  Places places;
  for (const auto& e : table)
    if (seed == e.seed && tests::shipped_rules().find(e.rule) != nullptr) places.emplace(e.rule, e.line);
  return places;
}

std::string shown(const Places& places) {
  std::string text;
  for (const auto& [rule, line] : places) text += " " + rule + "@" + std::to_string(line);
  return text.empty() ? " none" : text;
}

Places without(const Places& all, const Places& some) {
  Places rest;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::inserter(rest, rest.end()));
  return rest;
}

std::vector<fs::path> seeds() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kSeeds))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(seeds_test)

BOOST_AUTO_TEST_CASE(every_field_is_read) {
  if (skipped()) return;
  const Parser parser(tests::shipped_rules().vocabulary());
  std::istringstream lines(read(kSeeds / "truth.jsonl"));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    Json truth = Json::parse(line);
    const std::string file = truth.at("file");
    truth.erase("file");
    const std::string text = read(kSeeds / file);
    const Source source = Source::borrow(file, text);
    Cable cable;
    parser.parse(source, cable);
    std::string json;
    append_json(json, source, cable);
    const std::string faults = generator::differences(truth, generator::truth_shape(Json::parse(json)));
    BOOST_TEST(faults.empty(), file << "\n" << faults);
    ++count;
  }
  BOOST_TEST(count == 5U);
}

BOOST_AUTO_TEST_CASE(findings_are_those_of_a_reviewer) {
  if (skipped()) return;
  const RuleSet& rules = tests::shipped_rules();
  const Parser parser(rules.vocabulary());
  Linter linter(rules, {*parse_iso("2026-01-01"), {}, {}});
  for (const auto& path : seeds()) {
    const std::string seed = path.filename().string().substr(0, 3);
    const std::string text = read(path);
    const Source source = Source::borrow(path.filename().string(), text);
    Cable cable;
    parser.parse(source, cable);
    std::vector<Finding> findings;
    linter.check(source, cable, findings);
    Places loud, notes;
    for (const auto& f : findings) (f.level == Severity::note ? notes : loud).emplace(f.rule, f.line);

    const Places expected = places_of(kFindings, seed);
    BOOST_TEST(without(expected, loud).empty(), seed << " misses" << shown(without(expected, loud)));
    BOOST_TEST(without(loud, expected).empty(), seed << " has also" << shown(without(loud, expected)));

    const Places listed = places_of(kNotes, seed);
    BOOST_TEST(without(listed, notes).empty(),
               seed << " misses the notes" << shown(without(listed, notes)) << "; there are" << shown(notes));
    std::set<std::string> known, more;
    for (const auto& [rule, line] : listed) known.insert(rule);
    for (const auto& [rule, line] : notes)
      if (!known.contains(rule)) more.insert(rule);
    BOOST_TEST(more.size() <= 2U, seed << " has further notes; there are" << shown(notes));
  }
}

BOOST_AUTO_TEST_SUITE_END()
