#pragma once

#include <cablelint/redacting/tokens.hpp>
#include <cstdint>
#include <span>
#include <vector>

namespace cablelint::redacting {

/// A run of tokens of the original: those from `begin` up to `end`.
struct TokenRange {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

/// Marks that follow each other without text between them.
struct MarkGroup {
  std::uint32_t first = 0, count = 0;  // in Tokens::marks
  std::uint32_t before = 0;            // the token of the release that follows
};
void group_marks(const Tokens& release, std::vector<MarkGroup>& groups);

/// Where the text between the marks of a release stands in the original: each stretch as far to the front as
/// it can, and as far to the back.
struct Placement {
  struct Stretch {
    std::uint32_t release = 0, length = 0;      // tokens of the release
    std::uint32_t leftmost = 0, rightmost = 0;  // tokens of the original
  };
  std::vector<Stretch> stretches;  // one more than there are groups; the outer ones may be empty
};

/// Decides whether the release is the original with one or more tokens, no blanks, in place of each mark, in
/// time that grows with the lengths of both. `placement` is complete only then.
[[nodiscard]] bool place(const Words& words, const Tokens& original, const Tokens& release,
                         std::span<const MarkGroup> groups, Placement& placement);

}  // namespace cablelint::redacting
