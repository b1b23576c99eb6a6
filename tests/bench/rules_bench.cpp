#include <cablelint/calendar.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>

#include "tests/bench/support.hpp"
#include "tests/property/shipped.hpp"

// What each rule costs on a typical cable; `no rule` is what a check costs before any of them runs.

namespace {

using namespace cablelint;

struct Parsed {
  Parsed() : cables(false, generator::NoiseAmount::none), parsed(cables.texts.size()) {
    const Parser parser(tests::shipped_rules().vocabulary());
    for (std::size_t i = 0; i < parsed.size(); ++i)
      parser.parse(Source::borrow("cable", cables.texts[i]), parsed[i]);
  }
  bench::Cables cables;
  std::vector<Cable> parsed;
};

void rule(benchmark::State& state, const std::string& id) {
  static const Parsed typical;
  LintOptions options{*parse_iso("2026-01-01"), {id}, {}};
  if (id.empty()) options = {options.as_of, {}, {"A", "C", "D", "H", "I", "N", "P", "R", "S"}};
  Linter linter(tests::shipped_rules(), options);
  std::vector<Finding> findings;
  std::size_t found = 0;
  for (auto _ : state) {
    for (std::size_t i = 0; i < typical.parsed.size(); ++i) {
      const Source source = Source::borrow("cable", typical.cables.texts[i]);
      findings.clear();
      linter.check(source, typical.parsed[i], findings);
      found += findings.size();
    }
  }
  const auto checks = static_cast<double>(state.iterations() * typical.parsed.size());
  state.counters["per_cable"] =
      benchmark::Counter(checks, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["findings"] = static_cast<double>(found) / checks;
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::RegisterBenchmark("no rule", rule, "");
  for (const RuleInfo* const info : tests::shipped_rules().rules())
    benchmark::RegisterBenchmark(info->id.c_str(), rule, info->id);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
}
