#include <cablelint/cable_json.hpp>
#include <cablelint/parse.hpp>

#include "tests/bench/support.hpp"
#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;
using generator::NoiseAmount;

/// The model as JSON, without reading it: bytes are those of the cables.
void write_json(benchmark::State& state, bool long_lines) {
  const bench::Cables cables(long_lines, NoiseAmount::none);
  const Parser parser(tests::shipped_rules().vocabulary());
  std::vector<Cable> parsed(cables.texts.size());
  for (std::size_t i = 0; i < parsed.size(); ++i)
    parser.parse(Source::borrow("cable", cables.texts[i]), parsed[i]);
  std::string json;
  for (auto _ : state) {
    for (std::size_t i = 0; i < parsed.size(); ++i) {
      const Source source = Source::borrow("cable", cables.texts[i]);
      json.clear();
      append_json(json, source, parsed[i]);
      benchmark::DoNotOptimize(json.data());
    }
  }
  bench::count(state, cables);
}

BENCHMARK_CAPTURE(write_json, wrapped, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_json, long_lines, true)->Unit(benchmark::kMillisecond);

}  // namespace
