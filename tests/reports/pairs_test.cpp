// Releases held against their originals, in every format. No format shows what a release withholds.

#include <fmt/format.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/pair_faults.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/redacting/fault_rules.hpp>
#include <cablelint/redacting/verifier.hpp>
#include <filesystem>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "reports/pair_rows.hpp"
#include "reports/report.hpp"
#include "reports/writers.hpp"
#include "support/program.hpp"
#include "support/up_to_date.hpp"
#include "tests/generator/generator.hpp"
#include "tests/generator/pairs.hpp"
#include "tests/property/shipped.hpp"

using namespace cablelint;
using namespace cablelint::redacting;
using tests::run_shell;
using tests::TemporaryFolder;

namespace {

const std::filesystem::path kSource = CABLELINT_SOURCE_DIR;

/// Verifies pairs and writes reports of them.
class PairBench {
 public:
  explicit PairBench(bool noise = false)
      : parser_(tests::shipped_rules().vocabulary()),
        verifier_(tests::shipped_rules(),
                  {.as_of = *parse_iso("2010-01-01"), .noise = noise, .stretches = true}) {
    for (const RuleInfo* const rule : tests::shipped_rules().pair_rules())
      run_.rules.push_back({rule, rule->level});
    run_.as_of = "2026-01-01";
    run_.version = "1.2.3";
    run_.profile = "redactions-verify";
  }

  /// One pair in one format.
  std::string written(const std::string& original, const std::string& release, std::string_view format,
                      bool show = false) {
    return written({{original, release}}, format, show);
  }
  std::string written(const std::vector<std::pair<std::string, std::string>>& pairs, std::string_view format,
                      bool show = false) {
    std::ostringstream out;
    run_.shows_cut_text = show;
    const auto writer =
        format == "html" ? reports::make_pairs_html(run_, {out}) : reports::make_writer(format, run_, {out});
    BOOST_REQUIRE(writer);
    writer->begin();
    reports::Summary summary;
    for (const auto& [first, second] : pairs) {
      const Source original("original.txt", first);
      const Source release("release.txt", second);
      verify(original, release);
      const Source shown("release.txt", show ? second : without_survivors(release, result_));
      reports::CheckedCable cable;
      append_findings(tests::shipped_rules(), original, shown, release_, result_, cable.findings);
      const reports::VerifiedPair pair{original, original_, release, release_, result_, show};
      reports::Part part;
      writer->format({shown, {&cable, 1}, &pair}, part);
      writer->add(part);
      summary.count(cable.findings);
    }
    writer->end(summary);
    return out.str();
  }

  const Verification& verify(const Source& original, const Source& release) {
    parser_.parse(original, original_);
    parser_.parse(release, release_);
    verifier_.verify(original, original_, release, release_, result_);
    return result_;
  }
  [[nodiscard]] const Cable& original_cable() const { return original_; }
  [[nodiscard]] const Cable& release_cable() const { return release_; }

 private:
  Parser parser_;
  Verifier verifier_;
  Cable original_, release_;
  Verification result_;
  reports::Run run_;
};

/// Runs of letters and digits.
std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : std::string(text) + " ") {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) {
      word += c;
    } else if (!word.empty()) {
      words.insert(std::exchange(word, {}));
    }
  }
  return words;
}

std::size_t count_of(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

/// The values of all attributes of that name.
std::multiset<std::string> attributes(std::string_view page, std::string_view name) {
  std::multiset<std::string> values;
  const std::string begin = " " + std::string(name) + "=\"";
  for (std::size_t at = page.find(begin); at != std::string_view::npos; at = page.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    values.emplace(page.substr(from, page.find('"', from) - from));
  }
  return values;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pairs_test, TemporaryFolder)

BOOST_AUTO_TEST_CASE(every_format_over_the_same_pairs) {
  const std::string begin = "cd '" + kSource.string() +
                            "'; cablelint redactions verify --as-of 2010-01-01 examples/releases/originals "
                            "examples/releases/released --output ";
  std::vector<std::string> formats{"text", "findings"};
  for (const std::string_view name : reports::formats()) formats.emplace_back(name);
  for (const std::string& format : formats) {
    const auto ran = run_shell(*this, begin + format);
    BOOST_TEST(ran.exit == 1, format);
    BOOST_TEST(ran.error == "", format);
    for (const std::string_view cut : {"Ankersen", "Quillby", "5550199", "Friday", "twenty", "naval",
                                       "sardines", "Brandel", "twelve men", "port has agreed"})
      BOOST_TEST(ran.out.find(cut) == std::string::npos, format << " shows " << cut);
    tests::expect_up_to_date(kSource / "tests/reports/golden" / ("pairs." + format), ran.out);
  }
  const auto shown = run_shell(*this, begin + "html --show-cut-text");
  BOOST_TEST(shown.out.find("Ankersen") != std::string::npos);
  BOOST_TEST(shown.out.find("This page holds text that the releases withhold.") != std::string::npos);
}

BOOST_DATA_TEST_CASE(what_is_withheld_is_in_no_report, boost::unit_test::data::make({false, true}), noise) {
  PairBench bench(noise);
  // What reports say themselves.
  std::set<std::string> known;
  for (const std::string_view format : {"html", "full", "sarif", "jsonl", "markdown", "junit"}) {
    known.merge(
        words_of(bench.written("ONE TWO THREE FOUR", "ONE [1 word not declassified] B1 THREE", format)));
    known.merge(words_of(bench.written("ONE TWO", "ONE TWO", format)));
    known.merge(words_of(
        bench.written("1. (U) ONE TWO.\n", "1. (U) ONE [1 word not declassified] (b)(1).\n", format)));
  }
  std::size_t looked = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    generator::Random random(seed);
    generator::Recipe recipe;
    if (noise) recipe.noise = generator::NoiseAmount::all;
    const std::string text = generator::generate(11, seed, recipe).text;
    for (const auto fault : {generator::PairFault::none, generator::PairFault::altered,
                             generator::PairFault::removed, generator::PairFault::undone}) {
      const generator::CutPair pair = generator::cut_at_random(text, fault, random);
      const std::set<std::string> shown = words_of(pair.release);
      for (const std::string_view format : {"html", "full", "sarif", "jsonl"}) {
        const std::set<std::string> words = words_of(bench.written(pair.original, pair.release, format));
        for (const std::string& word : words_of(pair.hidden)) {
          if (word.size() < 5 || shown.contains(word) || known.contains(word)) continue;
          ++looked;
          BOOST_TEST(!words.contains(word), format << " of seed " << seed << " shows " << word);
        }
      }
    }
  }
  BOOST_TEST(looked > 5'000U);
}

BOOST_AUTO_TEST_CASE(rows_cover_both_texts_and_stretches_agree) {
  PairBench bench;
  for (std::uint64_t seed = 100; seed < 140; ++seed) {
    generator::Random random(seed);
    for (const auto fault : {generator::PairFault::none, generator::PairFault::inserted}) {
      const generator::CutPair pair =
          generator::cut_at_random(generator::generate(11, seed, {}).text, fault, random);
      const Source original("original", pair.original);
      const Source release("release", pair.release);
      const Verification& result = bench.verify(original, release);
      for (const Stretch& stretch : result.stretches) {
        if (stretch.kind == Stretch::Kind::shown)
          BOOST_TEST((words_of(original.text(stretch.original)) == words_of(release.text(stretch.release))));
      }
      const reports::VerifiedPair verified{original, bench.original_cable(), release, bench.release_cable(),
                                           result};
      std::uint32_t o = 0;
      std::uint32_t r = 0;
      std::size_t next = 0;
      for (const reports::PairRow& row : reports::rows_of(verified)) {
        BOOST_TEST((row.original.offset == o && row.release.offset == r && row.first == next),
                   "seed " << seed);
        o = row.original.end();
        r = row.release.end();
        next += row.count;
        for (std::size_t i = row.first; i < next; ++i) {
          const Stretch& stretch = result.stretches[i];
          BOOST_TEST((!stretch.original || (stretch.original.offset >= row.original.offset &&
                                            stretch.original.end() <= row.original.end())));
          BOOST_TEST((!stretch.release || (stretch.release.offset >= row.release.offset &&
                                           stretch.release.end() <= row.release.end())),
                     "seed " << seed);
        }
      }
      BOOST_TEST((o == pair.original.size() && r == pair.release.size() && next == result.stretches.size()));
    }
  }
}

BOOST_AUTO_TEST_CASE(links_lead_somewhere_and_back) {
  PairBench bench;
  const std::string page = bench.written("1. ONE TWO THREE.\n\n2. FOUR FIVE.\n",
                                         "1. ONE [1 word not declassified] THREE OR.\n\n2. FIVE.\n", "html");
  const std::multiset<std::string> ids = attributes(page, "id");
  for (const std::string& id : ids) BOOST_TEST(ids.count(id) == 1U, id);
  std::size_t links = 0;
  for (const std::string& link : attributes(page, "href")) {
    BOOST_REQUIRE(link.starts_with("#"));
    BOOST_TEST(ids.contains(link.substr(1)), link);
    ++links;
  }
  BOOST_TEST(links > 10U);
  for (const std::string_view id : {"d1", "f1-1", "o1-1", "r1-1", "f1-2", "o1-2", "r1-2", "pairs"})
    BOOST_TEST(ids.contains(std::string(id)), id);
}

BOOST_AUTO_TEST_CASE(damaged_pairs_have_a_page) {
  constexpr std::string_view kPieces[] = {"\n",      "\n\n",   " ",        "[text not declassified]",
                                          "XXXXXXX", "(b)(6)", "\r\n",     "\xE2",
                                          "\t",      "3. ",    "\xC2\xAD", "[",
                                          "\0",      ""};
  PairBench exact;
  PairBench noisy(true);
  generator::Random random(5);
  const auto damage = [&](std::string text) {
    for (std::size_t edits = random.below(12); edits > 0 && !text.empty(); --edits) {
      const std::size_t at = random.below(text.size());
      text.replace(at, random.below(40), kPieces[random.below(std::size(kPieces))]);
    }
    return text;
  };
  for (std::uint64_t i = 0; i < 150; ++i) {
    const generator::CutPair pair = generator::cut_at_random(generator::generate(12, i, {.bytes = 600}).text,
                                                             generator::PairFault::altered, random);
    const std::string original = damage(pair.original);
    const std::string release = damage(pair.release);
    for (PairBench* const bench : {&exact, &noisy}) {
      for (const bool show : {false, true}) {
        const std::string page = bench->written(original, release, "html", show);
        const std::multiset<std::string> ids = attributes(page, "id");
        for (const std::string& id : ids) BOOST_TEST(ids.count(id) == 1U, id << " of pair " << i);
        for (const std::string& link : attributes(page, "href"))
          BOOST_TEST(ids.contains(link.substr(1)), link << " of pair " << i);
        BOOST_TEST(count_of(page, "<td") == count_of(page, "</td>"));
        BOOST_TEST(count_of(page, "<span") == count_of(page, "</span>"));
        BOOST_TEST(count_of(page, "<mark") == count_of(page, "</mark>"));
      }
      bench->written(original, release, "sarif");
      bench->written(original, release, "full");
    }
  }
}

BOOST_AUTO_TEST_CASE(hostile_text_stays_text) {
  PairBench bench;
  const std::string hostile =
      "</td></table><script>alert(1)</script> \xE2\x80\xAE \x1b[2J \xFF &amp; \"quoted\" ";
  for (const bool show : {false, true}) {
    const std::string page =
        bench.written(fmt::format("{0}ONE {0}TWO THREE", hostile),
                      fmt::format("{0}[name not declassified] (b)(6) {0}THREE FOUR", hostile), "html", show);
    BOOST_TEST(page.find("<script") == std::string::npos);
    BOOST_TEST(count_of(page, "</table>") == 2U);
    for (const std::string_view sign : {"\xE2\x80\xAE", "\x1b", "\xFF"})
      BOOST_TEST(page.find(sign) == std::string::npos);
    BOOST_TEST(page.find("default-src 'none'; style-src 'unsafe-inline'") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(a_placeholder_tells_no_length) {
  PairBench bench;
  const auto page = [&](const std::string& cut) {
    return bench.written("1. Before it " + cut + " behind it, and more of this text.\n\n2. Another one.\n",
                         "1. Before it [text not declassified] B1 behind it, and more of this text.\n\n"
                         "2. Another one.\n",
                         "html");
  };
  BOOST_TEST(page("x") == page("a much longer text\n\n   over several lines.\n\n\n7. And (C) paragraphs,"));
}

BOOST_AUTO_TEST_CASE(many_pairs_have_a_bounded_page) {
  PairBench bench;
  std::string text;
  for (int i = 1; i < 100; ++i) text += std::to_string(i) + ". A paragraph of a cable.\n\n";
  std::vector<std::pair<std::string, std::string>> pairs(
      1'500, {"Some of " + text, "[1 word not declassified] (b)(6) of " + text});
  pairs.emplace_back(text + "X", text + "Y");
  const std::string page = bench.written(pairs, "html");
  BOOST_TEST(page.size() < 3U * 1024 * 1024);
  BOOST_TEST(page.find("Of 1 further pair only the stretches with faults are shown.") != std::string::npos);
  BOOST_TEST(page.find("pairs without faults are only in the table, for the size of this page.") !=
             std::string::npos);
  BOOST_TEST(page.find("500 further pairs are not in the table.") != std::string::npos);
  BOOST_TEST(page.find("id=\"d1500\"") == std::string::npos);
  BOOST_TEST(page.find("id=\"f1501-1\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_long_pair_is_cut_and_says_so) {
  PairBench bench;
  std::string original;
  std::string release;
  for (int i = 0; i < 60'000; ++i) {
    const std::string word = i % 7 == 0 ? "[1 word not declassified]" : fmt::format("Word{}", i);
    original += fmt::format("Word{} is shown here.\n\n", i);
    release += word + " is shown here.\n\n";
  }
  const std::string page = bench.written(original, release, "html");
  BOOST_TEST(page.size() < 3U * 1024 * 1024);
  BOOST_TEST(page.find("not shown here.") != std::string::npos);
  std::string line;
  for (int i = 0; i < 100'000; ++i) line += fmt::format("w{} ", i);
  const std::string of_line = bench.written(line, line + "more", "html");
  BOOST_TEST(of_line.size() < 300U * 1024);
  BOOST_TEST(of_line.find("The rest of this stretch is not shown.") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
