// Every shipped rule answers on any cable; none fails while it is evaluated.

#include <cablelint/calendar.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <cstdio>
#include <cstdlib>

#include "tests/property/shipped.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace cablelint;
  static const Parser parser(tests::shipped_rules().vocabulary());
  static Linter linter(tests::shipped_rules(), {*parse_iso("2026-01-01"), {}, {}});
  static Cable cable;
  const Source source = Source::borrow("input", {reinterpret_cast<const char*>(data), size});
  parser.parse(source, cable);
  std::vector<Finding> findings;
  linter.check(source, cable, findings);
  for (const auto& f : findings) {
    if (f.at && std::size_t{f.at.offset} + f.at.length <= size) continue;
    std::fprintf(stderr, "%s points outside of the cable\n", f.rule.c_str());
    std::abort();
  }
  return 0;
}
