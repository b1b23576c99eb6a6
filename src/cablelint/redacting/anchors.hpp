#pragma once

#include <cablelint/redacting/tokens.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cablelint::redacting {

/// An item of a text that is a mark; the rest of the bits are its number in Tokens::marks.
inline constexpr TokenId kMarkItem = 0x8000'0000;
[[nodiscard]] constexpr bool is_mark_item(TokenId item) {
  return (item & kMarkItem) != 0;
}

/// A text with its marks among its tokens.
struct Items {
  std::vector<TokenId> ids;
  std::vector<std::uint32_t> tokens;  // of each item, and of the end: the token that it is or stands before

  void assign(const Tokens& text);
};

/// Words by which two texts can be divided: they occur once in each.
class AnchorSearch {
 public:
  struct Anchor {
    std::uint32_t first = 0, second = 0;  // in the two stretches
  };
  /// Ids are below `limit`.
  explicit AnchorSearch(std::size_t limit) : counts_(limit) {}
  /// The longest chain of such words that goes forward in both stretches; those have marks among them. Of
  /// words whose neighbours agree in fewer than `context` tokens, blanks not counted, none is taken.
  [[nodiscard]] const std::vector<Anchor>& find(const Words& words, std::span<const TokenId> first,
                                                std::span<const TokenId> second, std::uint32_t context);
  /// The same of runs of tokens that occur once, for texts in which no word does.
  [[nodiscard]] const std::vector<Anchor>& find_runs(std::span<const TokenId> first,
                                                     std::span<const TokenId> second);

 private:
  /// Takes the longest chain out of what was found.
  const std::vector<Anchor>& chain();
  struct Run {
    std::uint64_t hash = 0;
    std::uint32_t at = 0;  // its first token
  };
  static void gather_runs(std::span<const TokenId> text, bool all, std::vector<Run>& runs);
  struct Count {
    std::uint32_t first = 0, second = 0, at = 0;
  };
  std::vector<Count> counts_;  // by id
  std::vector<Anchor> found_, chain_;
  std::vector<Run> first_runs_, second_runs_;
  std::vector<std::uint32_t> before_, tails_;
};

}  // namespace cablelint::redacting
