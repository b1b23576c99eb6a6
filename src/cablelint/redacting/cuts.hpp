#pragma once

#include <cablelint/redacting/explanation.hpp>
#include <cablelint/redacting/placement.hpp>
#include <cablelint/redacting/tokens.hpp>
#include <cstdint>
#include <vector>

namespace cablelint::redacting {

/// A mark, or several without text between them, and what of the original they stand for.
struct Cut {
  MarkGroup marks;
  TokenRange hidden;       // as far to the front as it can stand
  bool ambiguous = false;  // it can stand elsewhere, too
  bool known = true;       // false when nobody can say what it stands for
};

/// The stretch of text that tokens of a range cover, without blanks at its ends; absent when it has none.
[[nodiscard]] Span text_of(const Words& words, const Tokens& tokens, TokenRange range);
[[nodiscard]] std::uint32_t words_in(const Words& words, const Tokens& tokens, TokenRange range);

/// Both texts with what became of each word.
struct Aligned {
  static constexpr std::uint32_t kHidden = 0xFFFF'FFFF, kMissing = 0xFFFF'FFFE;
  const Words* words = nullptr;
  const Tokens* original = nullptr;
  const Tokens* release = nullptr;
  std::vector<Cut> cuts;
  std::vector<std::uint32_t>
      became;  // of each token of the original: the token of the release, or one of the above

  [[nodiscard]] Span text_of(const Tokens& tokens, TokenRange range) const {
    return redacting::text_of(*words, tokens, range);
  }
  [[nodiscard]] std::uint32_t words_in(const Tokens& tokens, TokenRange range) const {
    return redacting::words_in(*words, tokens, range);
  }
};

}  // namespace cablelint::redacting
