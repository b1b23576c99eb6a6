#include <cablelint/calendar.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>

#include "tests/bench/support.hpp"
#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;
using generator::NoiseAmount;

void check(benchmark::State& state, bool long_lines, NoiseAmount noise) {
  const bench::Cables cables(long_lines, noise);
  const RuleSet& rules = tests::shipped_rules();
  const Parser parser(rules.vocabulary());
  Linter linter(rules, {*parse_iso("2026-01-01"), {}, {}});
  Cable cable;
  std::vector<Finding> findings;
  std::size_t found = 0;
  for (auto _ : state) {
    for (const auto& text : cables.texts) {
      const Source source = Source::borrow("cable", text);
      parser.parse(source, cable);
      findings.clear();
      linter.check(source, cable, findings);
      found += findings.size();
    }
  }
  bench::count(state, cables);
  state.counters["findings"] =
      static_cast<double>(found) / static_cast<double>(state.iterations() * cables.texts.size());
}

// So few cables that they stay in the processor's cache, where the parser leaves each of them.
void rules_alone(benchmark::State& state) {
  bench::Cables cables(false, NoiseAmount::none);
  cables.keep(64);
  const RuleSet& rules = tests::shipped_rules();
  const Parser parser(rules.vocabulary());
  Linter linter(rules, {*parse_iso("2026-01-01"), {}, {}});
  std::vector<Cable> parsed(cables.texts.size());
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < parsed.size(); ++i)
    parser.parse(Source::borrow("cable", cables.texts[i]), parsed[i]);
  for (auto _ : state) {
    for (std::size_t i = 0; i < parsed.size(); ++i) {
      const Source source = Source::borrow("cable", cables.texts[i]);
      findings.clear();
      linter.check(source, parsed[i], findings);
    }
  }
  bench::count(state, cables);
  state.counters["per_cable"] = benchmark::Counter(static_cast<double>(state.iterations() * parsed.size()),
                                                   benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

BENCHMARK_CAPTURE(check, wrapped_clean, false, NoiseAmount::none)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check, wrapped_noisy, false, NoiseAmount::some)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check, long_lines_clean, true, NoiseAmount::none)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check, long_lines_noisy, true, NoiseAmount::some)->Unit(benchmark::kMillisecond);
BENCHMARK(rules_alone)->Unit(benchmark::kMicrosecond);

}  // namespace
