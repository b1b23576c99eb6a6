// What the parts of a cable cost: each is cut out of the same cables and parsed alone.

#include <algorithm>
#include <cablelint/parse.hpp>

#include "tests/bench/support.hpp"
#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;

using Cut = std::string (*)(std::string_view text, const Cable& cable);

/// Where the first paragraph begins, or the end of the text.
std::size_t body_begin(std::string_view text, const Cable& cable) {
  const auto paragraph = std::find_if(cable.elements.begin(), cable.elements.end(),
                                      [](const Element& e) { return e.kind == ElementKind::paragraph; });
  return paragraph == cable.elements.end() ? text.size() : paragraph->at.offset;
}

std::size_t heading_end(const Cable& cable) {
  return cable.heading ? cable.heading->at.end() : 0;
}

std::string whole(std::string_view text, const Cable& /*cable*/) {
  return std::string(text);
}

std::string heading(std::string_view text, const Cable& cable) {
  return std::string(text.substr(0, heading_end(cable)));
}

/// From the classification line to what stands before paragraph 1.
std::string fields(std::string_view text, const Cable& cable) {
  const std::size_t begin = heading_end(cable);
  return std::string(text.substr(begin, body_begin(text, cable) - begin));
}

std::string body(std::string_view text, const Cable& cable) {
  return std::string(text.substr(body_begin(text, cable)));
}

/// The beginning of each paragraph up to its mark: "1. (C)".
std::string marks(std::string_view text, const Cable& cable) {
  std::string all;
  for (const Paragraph& paragraph : cable.paragraphs) {
    if (!paragraph.mark) continue;
    all += text.substr(paragraph.at.offset, paragraph.mark->at.end() - paragraph.at.offset);
    all += "\n\n";
  }
  return all;
}

void parse_part(benchmark::State& state, Cut cut) {
  bench::Cables cables(false, generator::NoiseAmount::some);
  const Parser parser(tests::shipped_rules().vocabulary());
  Cable cable;
  cables.bytes = 0;
  for (std::string& text : cables.texts) {
    parser.parse(Source::borrow("cable", text), cable);
    text = cut(text, cable);
    cables.bytes += text.size();
  }
  for (auto _ : state) {
    for (const auto& text : cables.texts) {
      const Source source = Source::borrow("cable", text);
      parser.parse(source, cable);
      benchmark::DoNotOptimize(cable.elements.data());
    }
  }
  bench::count(state, cables);
  const double cables_parsed = static_cast<double>(state.iterations() * cables.texts.size());
  state.counters["time_per_cable"] =
      benchmark::Counter(cables_parsed, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["bytes_per_cable"] =
      static_cast<double>(cables.bytes) / static_cast<double>(cables.texts.size());
}

BENCHMARK_CAPTURE(parse_part, whole, whole)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_part, heading, heading)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_part, fields, fields)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_part, body, body)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_part, marks, marks)->Unit(benchmark::kMillisecond);

}  // namespace
