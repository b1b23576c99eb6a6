#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/redacting/alignment.hpp>
#include <cablelint/redacting/comparison.hpp>
#include <cablelint/redacting/tokens.hpp>
#include <cablelint/source.hpp>
#include <string>

namespace cablelint::redacting {

/// Holds two releases of one cable against each other. One for a thread: it keeps its memory.
class Comparer {
 public:
  explicit Comparer(const TokenOptions& options) : options_(options) {}

  /// What one shows and the other cuts, and where they differ beyond their cuts.
  void compare(const Source& first, const Cable& first_cable, const Source& second, const Cable& second_cable,
               Comparison& result);
  /// Appends all that either of the releases shows that were compared last, in their bytes: a mark stays only
  /// where both cut. Where they differ beyond their cuts it follows the first. What both show, and what
  /// stands around it, are the bytes of the first.
  void append_union(std::string& out) const;

 private:
  struct Release {
    const Source* source = nullptr;
    const Cable* cable = nullptr;
    Tokens tokens;
    /// From the begin of one mark to the end of another.
    [[nodiscard]] Span marks(TokenRange range) const;
  };
  class Judge;
  class Union;

  TokenOptions options_;
  Words words_;
  Release first_, second_;
  Alignment alignment_;
};

}  // namespace cablelint::redacting
