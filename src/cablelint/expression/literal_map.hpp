#pragma once

#include <cablelint/expression/value.hpp>

namespace cablelint::expression {

/// A map written in an expression. Lives in an arena or in a program; owns nothing.
class LiteralMap final : public Map {
 public:
  /// `entries`: key, value, key, value, ... Builds a map value; an error when a key is repeated or of a kind
  /// that no map has (only bool, int, uint, string, level and date are keys).
  [[nodiscard]] static Value make(const Value* entries, std::uint32_t count, Arena& arena);

  LiteralMap(const Value* entries, std::uint32_t count, const std::uint32_t* buckets, std::uint32_t mask)
      : entries_(entries), count_(count), buckets_(buckets), mask_(mask) {}

  [[nodiscard]] std::uint32_t size() const override { return count_; }
  bool find(const Value& key, Context& context, Value& found) const override;
  [[nodiscard]] Value key(std::uint32_t index) const override { return entries_[std::size_t{2} * index]; }
  [[nodiscard]] const Value* entries() const { return entries_; }

  static constexpr std::uint32_t kNowhere = 0xFFFF'FFFF;

 private:
  [[nodiscard]] std::uint32_t place(const Value& key) const;

  const Value* entries_;
  std::uint32_t count_;
  const std::uint32_t* buckets_;  // null for a small map; indexes of entries, or kNowhere
  std::uint32_t mask_;
};

}  // namespace cablelint::expression
