// Releases that are cut at random: without a fault none is reported, and a planted one is found where it is.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/redacting/verifier.hpp>
#include <cablelint/redaction.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/generator/generator.hpp"
#include "tests/generator/pairs.hpp"
#include "tests/generator/words.hpp"
#include "tests/property/shipped.hpp"
#include "tests/support/proof.hpp"
#include "tests/support/telegrams.hpp"

namespace {

using namespace cablelint;
using namespace cablelint::redacting;
using generator::CutPair;
using generator::PairFault;
using generator::Random;

class Bench {
 public:
  Bench()
      : parser_(tests::shipped_rules().vocabulary()),
        verifier_(tests::shipped_rules(), {*parse_iso("2500-01-01")}) {}

  const Verification& verify(const CutPair& pair) {
    const Source original("original", pair.original);
    const Source release("release", pair.release);
    parser_.parse(original, original_);
    parser_.parse(release, release_);
    verifier_.verify(original, original_, release, release_, result_);
    return result_;
  }
  /// Whether the reader sees every mark. Masks beside real ones may be read as the archive's own.
  bool reads_marks(const CutPair& pair) {
    const Source release("release", pair.release);
    parser_.parse(release, release_);
    return std::all_of(pair.marks_at.begin(), pair.marks_at.end(), [&](std::size_t at) {
      return std::any_of(release_.redactions.begin(), release_.redactions.end(),
                         [&](const Redaction& each) { return each.at.offset == at && is_cut(each); });
    });
  }

 private:
  Parser parser_;
  Verifier verifier_;
  Cable original_, release_;
  Verification result_;
};

/// How many empty lines stand before a place.
std::size_t block_of(const std::string& text, std::size_t at) {
  std::size_t blocks = 0;
  for (std::size_t i = 1; i < std::min(at, text.size()); ++i) {
    if (text[i] == '\n' && text[i - 1] == '\n') ++blocks;
  }
  return blocks;
}

/// Runs of letters and digits, in capitals.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter && !inside) words.emplace_back();
    if (letter) words.back() += c >= 'a' ? static_cast<char>(c - ('a' - 'A')) : c;
    inside = letter;
  }
  return words;
}

FaultKind kind_of(PairFault fault) {
  switch (fault) {
    case PairFault::inserted:
      return FaultKind::inserted_text;
    case PairFault::removed:
      return FaultKind::removed_text;
    case PairFault::undone:
      return FaultKind::empty_mark;
    default:
      return FaultKind::altered_text;
  }
}

bool is_alarm(const Fault& fault) {
  return fault.level != Severity::note && fault.kind != FaultKind::missing_exemption &&
         fault.kind != FaultKind::classified_portion_shown && fault.kind != FaultKind::surviving_word;
}

/// Words of the generator that name somebody or some place.
const std::set<std::string>& names() {
  static const std::set<std::string> all = [] {
    std::set<std::string> words;
    for (const auto list :
         {generator::words::kGivenNames, generator::words::kSurnames, generator::words::kTowns,
          generator::words::kCountries, generator::words::kMinistries}) {
      for (const std::string_view each : list) {
        for (const std::string& word : words_of(std::string(each))) words.insert(word);
      }
    }
    return words;
  }();
  return all;
}

/// Whether a name or a long number that was cut stands elsewhere by chance.
bool leaves_name(const CutPair& pair) {
  std::set<std::string> shown;
  for (const std::string& word : words_of(pair.release)) shown.insert(word);
  const auto hidden = words_of(pair.hidden);
  return std::any_of(hidden.begin(), hidden.end(), [&](const std::string& word) {
    const auto digits = std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    return (names().contains(word) || digits >= 4) && shown.contains(word);
  });
}

std::string told(const CutPair& pair, const Verification& result) {
  std::string text;
  for (const Fault& fault : result.faults) {
    if (!is_alarm(fault)) continue;
    text += std::string(name_of(fault.kind)) + " " + std::to_string(fault.original.offset) + "/" +
            std::to_string(fault.release.offset) + " " + fault.message + "; ";
  }
  return text + "wanted " + std::to_string(pair.original_at) + "/" + std::to_string(pair.release_at);
}

/// Cuts as many texts as are wanted and counts what is found.
template <typename Text>
void prove(PairFault fault, std::size_t wanted, bool judge_alarms, const Text& text_of) {
  Bench bench;
  std::size_t pairs = 0, right = 0, kind = 0, unread = 0, clean = 0, alarms = 0;
  for (std::uint64_t i = 0; pairs < wanted && i < wanted * 4; ++i) {
    Random random(7, i * 8 + static_cast<std::uint64_t>(fault));
    const CutPair pair = generator::cut_at_random(text_of(i), fault, random);
    if (pair.cuts == 0 || (fault != PairFault::none && !pair.planted)) continue;
    if (!bench.reads_marks(pair)) {
      if (unread++ < 2) BOOST_TEST_MESSAGE("marks not read in pair " << i);
      continue;
    }
    ++pairs;
    const Verification& result = bench.verify(pair);
    if (fault == PairFault::none) {
      const bool silent = result.exact && std::none_of(result.faults.begin(), result.faults.end(), is_alarm);
      BOOST_TEST(silent, "pair " << i << ": " << told(pair, result));
      right += silent ? 1 : 0;
      if (leaves_name(pair)) continue;
      ++clean;
      const auto alarm = std::find_if(result.faults.begin(), result.faults.end(), [](const Fault& each) {
        return each.kind == FaultKind::surviving_word;
      });
      if (alarm == result.faults.end()) continue;
      ++alarms;
      BOOST_TEST_MESSAGE("alarm in pair "
                         << i << ": "
                         << pair.original.substr(alarm->original.offset, alarm->original.length));
      continue;
    }
    const auto at = std::find_if(result.faults.begin(), result.faults.end(), [&](const Fault& each) {
      return each.level == Severity::error &&
             block_of(pair.original, each.original.offset) == block_of(pair.original, pair.original_at);
    });
    const bool found = !result.exact && at != result.faults.end();
    BOOST_TEST(found, "pair " << i << ": " << told(pair, result));
    right += found ? 1 : 0;
    const bool of_kind = std::any_of(result.faults.begin(), result.faults.end(),
                                     [&](const Fault& each) { return each.kind == kind_of(fault); });
    if (!of_kind && kind + 3 > right)
      BOOST_TEST_MESSAGE("other kind, pair " << i << ": " << told(pair, result));
    kind += of_kind ? 1 : 0;
  }
  BOOST_TEST(pairs == wanted);
  BOOST_TEST_MESSAGE("fault " << static_cast<int>(fault) << ": " << right << " of " << pairs << " right, "
                              << kind << " of the kind, " << unread << " left out; " << alarms << " of "
                              << clean << " with words that seem to survive");
  if (judge_alarms) BOOST_TEST(alarms * 100 <= clean);
}

std::string cable(std::uint64_t i) {
  generator::Recipe recipe;
  recipe.bytes = 1500 + 500 * (i % 8);
  return generator::generate(11, i, recipe).text;
}

constexpr std::size_t kUsual = 250;
constexpr PairFault kAll[] = {PairFault::none, PairFault::altered, PairFault::inserted, PairFault::removed,
                              PairFault::undone};

}  // namespace

BOOST_AUTO_TEST_SUITE(verify_property_test)

BOOST_AUTO_TEST_CASE(fictional_cables) {
  for (const PairFault fault : kAll) prove(fault, tests::proof_cables_wanted(kUsual), true, cable);
}

BOOST_AUTO_TEST_CASE(published_telegrams) {
  const auto texts = tests::published_telegrams();
  if (texts.empty()) BOOST_TEST_MESSAGE("no published telegrams here");
  for (const PairFault fault : kAll)
    prove(fault, texts.size(), false, [&](std::uint64_t i) { return texts[i % texts.size()]; });
}

BOOST_AUTO_TEST_CASE(names_left_elsewhere) {
  Bench bench;
  std::size_t pairs = 0, found = 0;
  const std::size_t wanted = tests::proof_cables_wanted(kUsual);
  for (std::uint64_t i = 0; pairs < wanted && i < wanted * 4; ++i) {
    Random random(9, i);
    const CutPair pair = generator::leave_name(cable(i), random);
    if (!pair.planted || !bench.reads_marks(pair)) continue;
    ++pairs;
    const Verification& result = bench.verify(pair);
    BOOST_TEST(result.exact, "pair " << i << ": " << told(pair, result));
    const bool seen = std::any_of(result.faults.begin(), result.faults.end(), [&](const Fault& each) {
      return each.kind == FaultKind::surviving_word && each.original.offset == pair.original_at;
    });
    found += seen ? 1 : 0;
  }
  BOOST_TEST_MESSAGE(found << " of " << pairs << " names found");
  BOOST_TEST(pairs == wanted);
  BOOST_TEST(found * 100 >= pairs * 98);
}

BOOST_AUTO_TEST_SUITE_END()
