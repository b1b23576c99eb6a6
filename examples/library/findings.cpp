// Reads a file, checks every cable in it by the shipped rules, and prints what they find.

#include <cablelint/calendar.hpp>
#include <cablelint/document_reader.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/rule_set.hpp>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: findings FILE\n";
    return 2;
  }
  std::vector<cablelint::Diagnostic> faults;
  const auto rules = cablelint::RuleSet::load({}, faults);
  if (!rules) {
    for (const cablelint::Diagnostic& fault : faults) std::cerr << fault.message << '\n';
    return 2;
  }

  cablelint::DocumentReader reader;
  std::string problem;
  const auto bytes = reader.read({.name = argv[1]}, problem);
  if (!bytes) {
    std::cerr << argv[1] << ": " << problem << '\n';
    return 2;
  }

  // A collection that is judged once has a day of its own; cablelint::today_utc() is today.
  cablelint::Linter linter(*rules, {.as_of = *cablelint::parse_iso("2026-01-01")});
  const cablelint::Parser parser(rules->vocabulary());
  const auto source = cablelint::Source::borrow(argv[1], *bytes);
  std::vector<cablelint::Finding> findings;
  cablelint::Cable cable;
  parser.parse_each(source, cable,
                    [&](const cablelint::Cable& each) { linter.check(source, each, findings); });
  for (const cablelint::Finding& finding : findings) {
    std::cout << finding.line << ':' << finding.column << ' ' << finding.rule << ' '
              << cablelint::to_text(finding.level) << '\n';
  }
  return findings.empty() ? 0 : 1;
}
