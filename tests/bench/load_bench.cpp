#include <benchmark/benchmark.h>

#include <cablelint/calendar.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/rule_set.hpp>

namespace {

using namespace cablelint;

void load_shipped_packs(benchmark::State& state) {
  for (auto _ : state) {
    std::vector<Diagnostic> faults;
    auto rules = RuleSet::load({}, faults);
    if (!rules) {
      state.SkipWithError("the shipped packs do not load");
      break;
    }
    benchmark::DoNotOptimize(rules);
  }
}

void start_parser_and_linter(benchmark::State& state) {
  std::vector<Diagnostic> faults;
  const auto rules = RuleSet::load({}, faults);
  if (!rules) return state.SkipWithError("the shipped packs do not load");
  const Day day = *parse_iso("2026-01-01");
  for (auto _ : state) {
    const Parser parser(rules->vocabulary());
    Linter linter(*rules, {day, {}, {}});
    benchmark::DoNotOptimize(linter);
  }
}

BENCHMARK(load_shipped_packs)->Unit(benchmark::kMillisecond);
BENCHMARK(start_parser_and_linter)->Unit(benchmark::kMicrosecond);

}  // namespace
