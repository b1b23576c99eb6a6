// Any text as a rule pack: it loads, or every fault has a message and a place in it.

#include <unistd.h>

#include <cablelint/rule_set.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

// Removed when the fuzzer ends.
struct PackFile {
  PackFile()
      : path(std::filesystem::temp_directory_path() /
             ("cablelint_fuzz_" + std::to_string(::getpid()) + ".yaml")) {}
  ~PackFile() {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
  }
  std::filesystem::path path;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace cablelint;
  static const PackFile file;
  std::ofstream(file.path, std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  std::vector<Diagnostic> faults;
  const auto rules = RuleSet::load({file.path.string()}, faults);
  if (rules.has_value() != faults.empty()) {
    std::fprintf(stderr, "loaded %d with %zu faults\n", rules.has_value(), faults.size());
    std::abort();
  }
  for (const auto& fault : faults) {
    if (!fault.message.empty() && fault.line > 0 && fault.column > 0 && !to_text(fault).empty()) continue;
    std::fprintf(stderr, "a fault without message or place\n");
    std::abort();
  }
  return 0;
}
