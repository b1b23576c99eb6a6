#include <cablelint/calendar.hpp>
#include <cablelint/document_stream.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>

#include "tests/bench/support.hpp"
#include "tests/property/shipped.hpp"
#include "tests/support/program.hpp"

namespace {

using namespace cablelint;

/// The cables of the other benchmarks as one file of about 8 MB.
struct RecordFile {
  explicit RecordFile(bool csv) : path(folder.path() / (csv ? "cables.csv" : "cables.jsonl")) {
    const bench::Cables cables(false, generator::NoiseAmount::none);
    std::string text = csv ? "id,text\r\n" : "";
    for (std::size_t number = 0; number < cables.texts.size(); ++number) {
      if (csv) {
        text += std::to_string(number) + ",\"";
        for (const char c : cables.texts[number]) text.append(c == '"' ? 2 : 1, c);
        text += "\"\r\n";
      } else {
        text += "{\"id\":\"" + std::to_string(number) + "\",\"text\":";
        append_json_string(text, cables.texts[number]);
        text += "}\n";
      }
    }
    folder.write(path.filename().string(), text);
    bytes = text.size();
    records = cables.texts.size();
  }

  /// Calls `take` with every text.
  template <typename Take> void read(const Take& take) const {
    DocumentStream stream({path.string()}, {});
    while (stream.next(batch, DocumentStream::kMostAtOnce)) {
      reader.begin(batch);
      for (auto read = reader.next(8); !read.empty(); read = reader.next(8)) {
        for (const ReadDocument& document : read) take(*document.input, document.bytes);
      }
    }
  }

  tests::TemporaryFolder folder;
  std::filesystem::path path;
  std::size_t bytes = 0, records = 0;
  mutable DocumentBatch batch;
  mutable BatchReader reader;
};

void count(benchmark::State& state, const RecordFile& file) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * file.bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * file.records));
}

void read(benchmark::State& state, bool csv) {
  const RecordFile file(csv);
  for (auto _ : state) {
    std::size_t bytes = 0;
    file.read([&](const Input& /*input*/, std::string_view text) { bytes += text.size(); });
    benchmark::DoNotOptimize(bytes);
  }
  count(state, file);
}

void check(benchmark::State& state, bool csv) {
  const RecordFile file(csv);
  const RuleSet& rules = tests::shipped_rules();
  const Parser parser(rules.vocabulary());
  Linter linter(rules, {*parse_iso("2026-01-01"), {}, {}});
  Cable cable;
  std::vector<Finding> findings;
  for (auto _ : state) {
    file.read([&](const Input& input, std::string_view text) {
      const Source source = Source::borrow(input.name, text);
      parser.parse(source, cable);
      findings.clear();
      linter.check(source, cable, findings);
    });
  }
  count(state, file);
}

BENCHMARK_CAPTURE(read, json_lines, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read, csv, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check, json_lines, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check, csv, true)->Unit(benchmark::kMillisecond);

}  // namespace
