// Any text compiles or is refused with faults that lie inside it; what compiles evaluates on a cable.

#include <cablelint/cable_schema.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/parse.hpp>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;
using namespace cablelint::expression;

constexpr std::string_view kCable =
    "S E C R E T VESTHAVN 001755\n\nNOFORN\n\nE.O. 12958: DECL: 06/13/2016\nTAGS: PREL, KDEM, IT\n"
    "SUBJECT: BORDER COMMISSION LOSES THE BORDER\nREF: STATE 26179\n\n"
    "Classified By: DCM Viola Larkspur, reasons 1.4 (b) and (d).\n\n1. (S/NF) Text.\n2. (U) "
    "More.\n\nHARGROVE\n";

struct Fixture {
  Fixture() : source(Source::borrow("cable", kCable)) {
    const Parser parser(tests::shipped_rules().vocabulary());
    parser.parse(source, cable);
    types = add_cable_types(schema);
    environment.schema = &schema;
    environment.names = {{"cable", object(types.cable), {}}, {"as_of", {Type::Kind::date, 0, {}}, {}}};
  }
  Source source;
  Cable cable;
  Schema schema;
  CableTypes types;
  Environment environment;
  Arena arena;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Fixture fixture;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<Fault> faults;
  const auto program = compile(text, fixture.environment, faults);
  if (!program) {
    if (faults.empty()) {
      std::fprintf(stderr, "refused without a fault\n");
      std::abort();
    }
    for (const auto& fault : faults) {
      if (fault.offset <= size && fault.length <= size - fault.offset + 1) continue;
      std::fprintf(stderr, "a fault outside of the text: %u+%u\n", fault.offset, fault.length);
      std::abort();
    }
    return 0;
  }
  fixture.arena.clear();
  std::vector<Value> variables(program->slots() + 2);
  variables[0] = Value::of_object(&fixture.cable, fixture.types.cable, fixture.cable.at);
  variables[1] = Value::of_date(*parse_iso("2026-01-01"));
  Context context{fixture.arena, fixture.source.bytes(), &fixture.cable, &fixture.schema, variables.data()};
  (void)to_text(program->evaluate(context), context);
  return 0;
}
