// Mending changes what copies spoiled and nothing else.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/cable_json.hpp>
#include <cablelint/fixes.hpp>
#include <cablelint/html_entities.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/generator/generator.hpp"
#include "tests/generator/random.hpp"
#include "tests/property/mutation.hpp"
#include "tests/property/shipped.hpp"
#include "tests/support/proof.hpp"

namespace {

using namespace cablelint;
namespace fs = std::filesystem;
using generator::NoiseAmount;
using Json = nlohmann::ordered_json;

constexpr std::uint64_t kSeed = 29;

/// Without places, noise and what mending may spell otherwise.
Json said(Json json) {
  if (json.is_object()) {
    for (const char* member : {"at", "noise", "printed"}) json.erase(member);
  }
  if (json.is_structured()) {
    for (auto& member : json) member = said(std::move(member));
  }
  return json;
}

/// Texts of which each stands there once, whatever its case.
Json without_repeats(const Json& list) {
  std::set<std::string> folded;
  Json once = Json::array();
  for (const Json& item : list) {
    std::string text = item.get<std::string>();
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (folded.insert(std::move(text)).second) once.push_back(item);
  }
  return once;
}

/// A document as it is read, and the texts in it that nothing may change.
struct Reading {
  std::vector<Json> cables;
  std::vector<std::string> sacred;                   // levels, marks and dates, byte by byte
  std::vector<std::pair<int, std::string>> numbers;  // of the paragraphs, and as printed
};

class Bench {
 public:
  Reading read(const std::string& text) {
    Reading reading;
    const Source source = Source::borrow("cable", text);
    parser_.parse_each(source, cable_, [&](const Cable& cable) {
      std::string json;
      append_json(json, source, cable);
      Json all = said(Json::parse(json));
      all["captions"] = without_repeats(all["captions"]);
      if (all["banner"].is_object()) all["banner"]["controls"] = without_repeats(all["banner"]["controls"]);
      if (all["authority"].is_object()) all["authority"].erase("text");
      for (Json& section : all["sections"]) section.erase("line");
      reading.cables.push_back(std::move(all));
      const auto keep = [&](Span span) { reading.sacred.emplace_back(source.text(span)); };
      const auto keep_mark = [&](const std::optional<Mark>& mark) {
        if (mark) keep(mark->at);
      };
      for (const Element& element : cable.elements) {
        if (element.kind == ElementKind::classification || element.kind == ElementKind::record ||
            element.kind == ElementKind::heading || element.kind == ElementKind::page_header ||
            element.kind == ElementKind::continuation_header || element.kind == ElementKind::release_stamp)
          keep(element.at);
      }
      if (cable.date) keep(cable.date->at);
      const auto keep_line = [&](const Declassification& line) {
        keep(line.order);
        keep(line.text);
        keep(line.date);
      };
      if (cable.declassification) keep_line(*cable.declassification);
      for (const Declassification& line : cable.more_declassifications) keep_line(line);
      if (cable.subject) keep_mark(cable.subject->mark);
      keep_mark(cable.entire_text);
      for (const Paragraph& paragraph : cable.paragraphs) {
        keep_mark(paragraph.mark);
        reading.numbers.emplace_back(paragraph.number, source.text(paragraph.printed));
      }
    });
    return reading;
  }

  std::vector<Fix> fixes(const std::string& text) { return fixer_.find(Source::borrow("cable", text)); }

 private:
  Parser parser_{tests::shipped_rules().vocabulary()};
  Fixer fixer_{parser_, tests::shipped_rules().vocabulary()};
  Cable cable_;
};

/// What a fix of each kind looks like: what goes, an arrow, what comes.
bool has_shape(FixKind kind, std::string_view change) {
  static const std::map<FixKind, std::regex> shapes = [] {
    const auto ignoring_case = std::regex::ECMAScript | std::regex::icase;
    std::map<FixKind, std::regex> all;
    all[FixKind::pilcrow] = std::regex("(1|(\xC2\xB6|&para;|\\\\P)[ \t]*)>", ignoring_case);
    all[FixKind::bullet] = std::regex("[-*][ \t]+>");
    all[FixKind::link] = std::regex("(\\[|\\](\\([^)\r\n]*\\))?|<a\\s+[^<>]+>|</a>)> ?", ignoring_case);
    all[FixKind::doubled_label] =
        std::regex("\\s*C ?l ?a ?s ?s ?i ?f ?i ?e ?d\\s+by[ \t]*[:;.]?>", ignoring_case);
    all[FixKind::doubled_caption] = std::regex(
        "[\\s,;]+(SIPDIS|CODEL|STAFFDEL|SECTO|TOSEC|TERREP|VISAS|VISAS DONKEY|DONKEY|HUM EX|INFORM "
        "CONSULS)>",
        ignoring_case);
    all[FixKind::zero_for_o] = std::regex("0>[oO]");
    all[FixKind::split_keyword] = std::regex("[\\sA-Za-z0:;]+>[A-Za-z]+[:;]?\\s*");
    return all;
  }();
  return std::regex_match(change.begin(), change.end(), shapes.at(kind));
}

/// What is wrong with the mending of a document, in words; empty when nothing is. Counts the fixes by kind.
std::string fault(Bench& bench, const std::string& text, std::map<FixKind, std::size_t>& counts) {
  const std::vector<Fix> fixes = bench.fixes(text);
  std::uint32_t end = 0;
  for (const Fix& fix : fixes) {
    if (fix.at.offset < end || fix.at.end() > text.size()) return "fixes overlap or leave the text";
    end = fix.at.end();
    const std::string change = text.substr(fix.at.offset, fix.at.length) + ">" + fix.replacement;
    if (!has_shape(fix.kind, change)) return "no " + std::string(name_of(fix.kind)) + ": `" + change + "`";
    ++counts[fix.kind];
  }
  if (fixes.empty()) return {};
  const std::string after = mended(text, fixes);
  // What stands between the fixes is what stood there.
  std::size_t at = 0, from = 0;
  for (const Fix& fix : fixes) {
    const std::size_t kept = fix.at.offset - from;
    if (after.compare(at, kept, text, from, kept) != 0) return "a byte beside the fixes changed";
    at += kept + fix.replacement.size();
    from = fix.at.end();
  }
  if (after.substr(at) != text.substr(from)) return "a byte behind the fixes changed";
  const Reading read_before = bench.read(text);
  const Reading read_after = bench.read(after);
  if (read_before.cables != read_after.cables) {
    for (std::size_t i = 0; i < std::min(read_before.cables.size(), read_after.cables.size()); ++i) {
      if (read_before.cables[i] != read_after.cables[i])
        return "is read otherwise: " + Json::diff(read_before.cables[i], read_after.cables[i]).dump();
    }
    return "holds another number of cables";
  }
  if (read_before.sacred != read_after.sacred) return "a level, a mark or a date changed";
  const std::vector<Fix> again = bench.fixes(after);
  if (!again.empty())
    return "is mended twice: " + std::string(name_of(again.front().kind)) + " at " +
           std::to_string(again.front().at.offset);
  return {};
}

/// Faults of many documents, the first few in full.
class Faults {
 public:
  void check(Bench& bench, const std::string& name, const std::string& text) {
    ++documents_;
    const std::size_t before = fixes();
    const std::string found = fault(bench, text, counts_);
    if (fixes() > before) ++changed_;
    if (!found.empty() && count_++ < 5) text_ += "  " + name + " " + found.substr(0, 400) + "\n";
  }
  void require_none(std::string_view what) const {
    std::string line;
    for (const auto& [kind, count] : counts_)
      line += " " + std::string(name_of(kind)) + " " + std::to_string(count);
    BOOST_TEST_MESSAGE(what << ": " << documents_ << ", " << changed_ << " mended," << line);
    BOOST_TEST(count_ == 0U, count_ << " of " << documents_ << " " << what << ":\n" << text_);
  }
  [[nodiscard]] std::size_t fixes() const {
    std::size_t all = 0;
    for (const auto& [kind, count] : counts_) all += count;
    return all;
  }
  [[nodiscard]] std::size_t kinds() const { return counts_.size(); }

 private:
  std::map<FixKind, std::size_t> counts_;
  std::size_t documents_ = 0, changed_ = 0, count_ = 0;
  std::string text_;
};

generator::FictionalCable cable_of(std::size_t index, NoiseAmount noise) {
  generator::Recipe recipe;
  recipe.era = generator::kEras[index % std::size(generator::kEras)];
  recipe.noise = noise;
  recipe.bytes = 1500 + index % 5 * 700;
  return generator::generate(kSeed, index, recipe);
}

/// As many runs as usual, or that many times fewer as CABLELINT_SHORTER says: sanitizers make each a slow
/// one.
std::size_t runs(std::size_t usual) {
  const char* const shorter = std::getenv("CABLELINT_SHORTER");
  const std::size_t times = shorter == nullptr ? 1 : std::strtoul(shorter, nullptr, 10);
  return usual / std::max<std::size_t>(times, 1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fixes_property_test)

BOOST_AUTO_TEST_CASE(noisy_cables_say_the_same) {
  Bench bench;
  Faults faults;
  const std::size_t count = tests::proof_cables_wanted(runs(10000));
  for (std::size_t i = 0; i < count; ++i) {
    const auto cable = cable_of(i, i % 3 == 0 ? NoiseAmount::some : NoiseAmount::all);
    faults.check(bench, std::to_string(i), cable.text);
  }
  faults.require_none("noisy cables");
  BOOST_TEST(faults.kinds() == kFixKinds, "every kind of fix is needed");
}

BOOST_AUTO_TEST_CASE(mended_numbers_are_those_that_were_written) {
  Bench bench;
  std::size_t mended_numbers = 0;
  std::string wrong;
  for (std::size_t i = 0; i < runs(3000); ++i) {
    const auto cable = cable_of(i, NoiseAmount::all);
    const std::vector<Fix> fixes = bench.fixes(cable.text);
    const Reading reading = bench.read(mended(cable.text, fixes));
    const auto& written = cable.truth.paragraphs;
    if (reading.cables.size() != 1 || reading.numbers.size() != written.size()) continue;
    for (std::size_t p = 0; p < written.size(); ++p) {
      const auto& [number, printed] = reading.numbers[p];
      if (printed == written[p].printed || printed != std::to_string(number)) continue;
      ++mended_numbers;
      if (number != written[p].number) wrong += " " + std::to_string(i) + ":" + printed;
    }
  }
  BOOST_TEST_MESSAGE(mended_numbers << " numbers that were printed otherwise");
  BOOST_TEST(mended_numbers > runs(1000));
  BOOST_TEST(wrong == "");
}

BOOST_AUTO_TEST_CASE(several_cables_in_a_row) {
  Bench bench;
  Faults faults;
  for (std::size_t i = 0; i < runs(300); ++i) {
    std::string text;
    for (std::size_t part = 0; part < 4; ++part) text += cable_of(4 * i + part, NoiseAmount::all).text + "\n";
    faults.check(bench, std::to_string(i), text);
  }
  faults.require_none("files of four cables");
  BOOST_TEST(faults.fixes() > runs(1000));
}

BOOST_AUTO_TEST_CASE(clean_cables_stay_as_they_are) {
  Bench bench;
  Faults faults;
  for (std::size_t i = 0; i < runs(2000); ++i)
    faults.check(bench, std::to_string(i), cable_of(i, NoiseAmount::none).text);
  faults.require_none("clean cables");
  BOOST_TEST(faults.fixes() == 0U);
}

BOOST_AUTO_TEST_CASE(damaged_cables_say_the_same) {
  Bench bench;
  Faults faults;
  generator::Random random(kSeed, 1);
  for (std::size_t i = 0; i < runs(3000); ++i)
    faults.check(bench, std::to_string(i), tests::mutated(cable_of(i, NoiseAmount::all).text, random));
  for (std::size_t i = 0; i < runs(3000); ++i)
    faults.check(bench, "lines " + std::to_string(i), tests::random_lines(random));
  faults.require_none("damaged cables");
}

BOOST_AUTO_TEST_CASE(cases_say_the_same) {
  const fs::path folder = fs::path(CABLELINT_SHARED_DIR) / "cases";
  Bench bench;
  Faults faults;
  const auto check_folder = [&](const fs::path& below) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(below))
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
      std::ostringstream text;
      text << std::ifstream(path, std::ios::binary).rdbuf();
      faults.check(bench, path.filename().string(), text.str());
    }
  };
  check_folder(fs::path(CABLELINT_SOURCE_DIR) / "examples");
  if (*CABLELINT_SHARED_DIR != '\0' && fs::is_directory(folder)) {
    check_folder(folder);
  } else {
    BOOST_TEST_MESSAGE(
        "only examples: the folder of real-world test data is not here (CABLELINT_SHARED_DIR)");
  }
  faults.require_none("cases");
}

BOOST_AUTO_TEST_SUITE_END()
