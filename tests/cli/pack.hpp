#pragma once

#include "support/program.hpp"

namespace cablelint::tests {

/// One rule a level, which fire on the words LOUD, ODD and FAINT: what the program prints about them does not
/// change with the shipped rules. Use with `--rules pack.yaml --select TEST`.
inline constexpr std::string_view kPack = R"(- id: TEST001
  name: loud-word
  level: error
  summary: The word LOUD.
  rationale: Loud words frighten clerks.
  in: cable
  pattern: LOUD
  message: "the word {match}"
  help: Write it softly.
  authority: ["House rules, page 1"]
  flags: ["SECRET ROME 000001\n\nLOUD\n"]
  passes: ["SECRET ROME 000001\n"]
- id: TEST002
  name: odd-word
  level: warning
  summary: The word ODD.
  in: cable
  pattern: ODD
  message: "the word {match}"
  flags: [ODD]
  passes: [EVEN]
- id: TEST003
  name: faint-word
  level: note
  summary: The word FAINT.
  in: cable
  pattern: FAINT
  message: "the word {match}"
  flags: [FAINT]
  passes: [CLEAR]
)";

/// A folder with that pack, and cables with every finding, one finding a level, and none.
struct PackFolder : TemporaryFolder {
  PackFolder() {
    write("pack.yaml", kPack);
    write("cables/all.txt", "SECRET ROME 000001\nLOUD AND ODD\nFAINT\n");
    write("cables/faint.txt", "FAINT\n");
    write("cables/odd.txt", "ODD\n");
    write("cables/silent.txt", "SECRET\n");
  }
};

/// The beginning of most commands of the tests.
inline const std::string kCheck = "cablelint check --rules pack.yaml --select TEST ";

}  // namespace cablelint::tests
