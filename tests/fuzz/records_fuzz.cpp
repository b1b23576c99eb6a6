// Any bytes can be read as records: every text lies inside of memory, and cutting into small pieces gives the
// same.

#include <cablelint/document_stream.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/support/program.hpp"

namespace {

using namespace cablelint;

std::string documents(const std::string& path, std::size_t at_once) {
  DocumentStream stream({path}, {});
  DocumentBatch batch;
  BatchReader reader;
  std::string text;
  while (stream.next(batch, at_once)) {
    reader.begin(batch);
    for (auto read = reader.next(1); !read.empty(); read = reader.next(1)) {
      const auto& [input, bytes] = read.front();
      text.append(input->name).append(" ").append(std::to_string(input->line));
      text.append(" ").append(input->problem).append(" ").append(bytes).append("\n");
    }
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tests::TemporaryFolder folder;
  for (const char* name : {"a.jsonl", "a.csv", "a.tar", "a.txt.gz", "a.txt.zst"}) {
    folder.write(name, {reinterpret_cast<const char*>(data), size});
    const std::string path = folder.path() / name;
    if (documents(path, 1) == documents(path, DocumentStream::kMostAtOnce)) continue;
    std::fprintf(stderr, "%s depends on the size of batches\n", name);
    std::abort();
  }
  return 0;
}
