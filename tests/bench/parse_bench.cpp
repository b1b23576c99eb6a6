#include <cablelint/parse.hpp>

#include "tests/bench/support.hpp"
#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;
using generator::NoiseAmount;

void parse(benchmark::State& state, bool long_lines, NoiseAmount noise) {
  const bench::Cables cables(long_lines, noise);
  const Parser parser(tests::shipped_rules().vocabulary());
  Cable cable;
  for (auto _ : state) {
    for (const auto& text : cables.texts) {
      const Source source = Source::borrow("cable", text);
      parser.parse(source, cable);
      benchmark::DoNotOptimize(cable.elements.data());
    }
  }
  bench::count(state, cables);
}

BENCHMARK_CAPTURE(parse, wrapped_clean, false, NoiseAmount::none)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse, wrapped_noisy, false, NoiseAmount::some)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse, long_lines_clean, true, NoiseAmount::none)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse, long_lines_noisy, true, NoiseAmount::some)->Unit(benchmark::kMillisecond);

}  // namespace
