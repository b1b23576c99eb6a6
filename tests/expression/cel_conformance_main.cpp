#include <cstdio>
#include <exception>

#include "expression/cel_conformance.hpp"

// cel_conformance DIR: runs the conformance tests of CEL in a folder of *.jsonl files. Prints what failed,
// and behind it how many tests of each file passed, failed and were left out. Exit code: 0 none failed, 1
// some did, 2 there is nothing to run.

namespace {

namespace conformance = cablelint::expression::conformance;

int run(const std::filesystem::path& folder) {
  const auto left_out = conformance::read_left_out(std::filesystem::path{CABLELINT_SOURCE_DIR} /
                                                   "tests/expression/cel_left_out.txt");
  const auto tallies = conformance::run_folder(folder, left_out);
  if (tallies.empty()) {
    std::fputs("cel_conformance: the folder holds no *.jsonl file\n", stderr);
    return 2;
  }
  const conformance::Tally all = conformance::sum(tallies);
  for (const std::string& failure : all.failures) std::printf("%s\n", failure.c_str());
  std::fputs(conformance::table(tallies).c_str(), stdout);
  return all.failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: cel_conformance DIR\n", stderr);
    return 2;
  }
  try {
    return run(argv[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "cel_conformance: %s\n", error.what());
    return 2;
  }
}
