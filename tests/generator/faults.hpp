#pragma once

#include <span>
#include <string>
#include <vector>

#include "tests/generator/draft.hpp"

namespace cablelint::generator {

struct FaultRecipe {
  Fault fault;
  const char* level;  // of the cable: "S", "C", "U", or empty for any classified one
  bool heading;       // the fault needs a transmission heading
  void (*change)(Draft&, Random&);
  std::string_view earliest = {};  // day of the cable, where the rule came later than the era
};

// One group for each pack.
[[nodiscard]] std::span<const FaultRecipe> structure_faults();
[[nodiscard]] std::span<const FaultRecipe> classification_faults();
[[nodiscard]] std::span<const FaultRecipe> portion_faults();
[[nodiscard]] std::span<const FaultRecipe> ism_faults();
[[nodiscard]] std::span<const FaultRecipe> declassification_faults();
[[nodiscard]] std::span<const FaultRecipe> authority_faults();
[[nodiscard]] std::span<const FaultRecipe> heading_faults();
[[nodiscard]] std::span<const FaultRecipe> noise_faults();
[[nodiscard]] std::span<const FaultRecipe> redaction_faults();

/// The paragraph carries this level and nothing else.
void reprint_mark(Truth::Paragraph& paragraph, const std::string& level);
/// All paragraphs carry the cable's own level and nothing else; no NOFORN anywhere.
void plain_marks(Draft& draft);
/// Puts text behind the level of the second paragraph's mark, which holds these controls; all others are
/// plain.
void mark_second(Draft& draft, const char* text, std::vector<std::string> controls);

}  // namespace cablelint::generator
