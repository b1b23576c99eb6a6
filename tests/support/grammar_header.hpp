#pragma once

// What the text of a grammar header says and its types do not: which rules there are, in which order, and how
// they are described.

#include <filesystem>
#include <string>
#include <vector>

#include "support/ebnf.hpp"

namespace cablelint::tests {

/// One rule as its header defines it.
struct RuleOutline {
  ebnf::Name name;
  std::string description;  ///< first sentence of its doc comment, small letter first, no full stop
  std::string base;         ///< what it is derived from, when that is a plain name: "grammar::mark::any"
  bool family = false;      ///< a class template
};

/// The rules of a header in their order.
[[nodiscard]] std::vector<RuleOutline> outline(const std::filesystem::path& header);

}  // namespace cablelint::tests
