// Any bytes parse, the elements tile them, and the JSON of the model is whole.

#include <cablelint/cable_json.hpp>
#include <cablelint/parse.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/property/shipped.hpp"
#include "tests/property/spans.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace cablelint;
  static const Parser parser(tests::shipped_rules().vocabulary());
  static Cable cable;
  static std::string json;
  const Source source = Source::borrow("input", {reinterpret_cast<const char*>(data), size});
  parser.parse(source, cable);
  const std::string fault = tests::SpanCheck(cable, size).run();
  if (!fault.empty()) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
  json.clear();
  append_json(json, source, cable);
  return 0;
}
