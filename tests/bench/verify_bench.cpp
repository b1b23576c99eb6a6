// Releases held against their originals and against each other: ordinary pairs, and pairs that repeat
// themselves.

#include <cablelint/parse.hpp>
#include <cablelint/redacting/comparer.hpp>
#include <cablelint/redacting/verifier.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/bench/support.hpp"
#include "tests/generator/pairs.hpp"
#include "tests/generator/releases.hpp"
#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;
using generator::CutPair;
using generator::PairFault;

void verify_all(benchmark::State& state, const std::vector<CutPair>& pairs) {
  const Parser parser(tests::shipped_rules().vocabulary());
  redacting::Verifier verifier(tests::shipped_rules(), {});
  redacting::Verification result;
  Cable original_cable, release_cable;
  std::size_t bytes = 0;
  for (const CutPair& pair : pairs) bytes += pair.original.size() + pair.release.size();
  for (auto _ : state) {
    for (const CutPair& pair : pairs) {
      const Source original = Source::borrow("original", pair.original);
      const Source release = Source::borrow("release", pair.release);
      parser.parse(original, original_cable);
      parser.parse(release, release_cable);
      verifier.verify(original, original_cable, release, release_cable, result);
      benchmark::DoNotOptimize(result.faults.data());
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}

void verify(benchmark::State& state, PairFault fault) {
  const bench::Cables cables(false, generator::NoiseAmount::none);
  std::vector<CutPair> pairs;
  for (std::size_t i = 0; i < cables.texts.size(); ++i) {
    generator::Random random(3, i);
    pairs.push_back(generator::cut_at_random(cables.texts[i], fault, random));
  }
  verify_all(state, pairs);
}

using TwoTexts = std::pair<std::string, std::string>;

void compare_all(benchmark::State& state, const std::vector<TwoTexts>& pairs) {
  const Parser parser(tests::shipped_rules().vocabulary());
  redacting::Comparer comparer({});
  redacting::Comparison result;
  Cable first_cable, second_cable;
  std::size_t bytes = 0;
  for (const auto& [first, second] : pairs) bytes += first.size() + second.size();
  for (auto _ : state) {
    for (const auto& pair : pairs) {
      const Source first = Source::borrow("first", pair.first);
      const Source second = Source::borrow("second", pair.second);
      parser.parse(first, first_cable);
      parser.parse(second, second_cable);
      comparer.compare(first, first_cable, second, second_cable, result);
      benchmark::DoNotOptimize(result.contrasts.data());
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}

void compare(benchmark::State& state, generator::ReleaseFault fault) {
  const bench::Cables cables(false, generator::NoiseAmount::none);
  std::vector<TwoTexts> pairs;
  for (std::size_t i = 0; i < cables.texts.size(); ++i) {
    generator::Random random(3, i);
    const auto pair = generator::release_twice(cables.texts[i], fault, random);
    pairs.emplace_back(pair.first.text, pair.second.text);
  }
  compare_all(state, pairs);
}

/// 10 MB in each release, of a text that nobody repeats.
void compare_long(benchmark::State& state) {
  std::string text;
  for (std::size_t i = 0; text.size() < 10'000'000; ++i) {
    generator::Recipe recipe;
    recipe.bytes = 4000;
    text += generator::generate(5, i, recipe).text + "\n";
  }
  generator::Random random(3, 0);
  const auto pair = generator::release_twice(text, generator::ReleaseFault::none, random);
  compare_all(state, {{pair.first.text, pair.second.text}});
}

/// The same words again and again, and a thousand marks in each release at different places.
void compare_repeated(benchmark::State& state, const std::string& end) {
  TwoTexts pair;
  for (int mark = 0; mark < 1000; ++mark) {
    for (auto* const text : {&pair.first, &pair.second}) {
      for (int i = 0; i < (text == &pair.first ? 1100 : 1080 + mark % 40); ++i) *text += "the fair ";
      *text += "[text not declassified] ";
    }
  }
  pair.first += "the end";
  pair.second += end;
  compare_all(state, {pair});
}

/// 10 MB of the same words and a thousand marks; with a fault nothing fits.
void verify_repeated(benchmark::State& state, const std::string& end) {
  CutPair pair;
  pair.original = pair.release = "CONFIDENTIAL LISBON 000123\n\n1. (C) ";
  while (pair.original.size() < 10'000'000) pair.original += "the fair ";
  for (int mark = 0; mark < 1000; ++mark) {
    for (int i = 0; i < 1100; ++i) pair.release += "the fair ";
    pair.release += "[text not declassified] ";
  }
  pair.original += "the end";
  pair.release += end;
  verify_all(state, {pair});
}

/// An original that carries 100,000 marks itself, and a release with as many more.
void verify_marked(benchmark::State& state) {
  constexpr int kMarks = 100'000;
  CutPair pair;
  pair.original = pair.release = "CONFIDENTIAL LISBON 000123\n\n1. (C) ";
  for (int mark = 0; mark < kMarks; ++mark) {
    const std::string number = std::to_string(mark);
    const std::string begin = "At noon " + number + " [name not declassified] said ";
    pair.original += begin + "x" + number + " today.\n";
    pair.release += begin + "[1 word not declassified] today.\n";
  }
  verify_all(state, {pair});
}

BENCHMARK_CAPTURE(verify, clean, PairFault::none)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(verify, altered, PairFault::altered)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(verify_repeated, fits, "the end")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(verify_repeated, does_not_fit, "the ends")->Unit(benchmark::kMillisecond);
BENCHMARK(verify_marked)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compare, clean, generator::ReleaseFault::none)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compare, altered, generator::ReleaseFault::altered)->Unit(benchmark::kMillisecond);
BENCHMARK(compare_long)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compare_repeated, fits, "the end")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compare_repeated, does_not_fit, "the ends")->Unit(benchmark::kMillisecond);

}  // namespace
