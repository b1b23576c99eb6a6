// Releases held against their originals: ordinary pairs, and pairs that repeat themselves.

#include <cablelint/parse.hpp>
#include <cablelint/redacting/verifier.hpp>
#include <string>
#include <vector>

#include "tests/bench/support.hpp"
#include "tests/generator/pairs.hpp"
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

BENCHMARK_CAPTURE(verify, clean, PairFault::none)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(verify, altered, PairFault::altered)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(verify_repeated, fits, "the end")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(verify_repeated, does_not_fit, "the ends")->Unit(benchmark::kMillisecond);

}  // namespace
