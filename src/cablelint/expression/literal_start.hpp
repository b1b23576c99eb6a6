#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cablelint::expression {

/// The letters and signs with which every match of a regular expression begins: "ref" of `(?i:ref)\s+[A-H]`.
/// Looking for them first is many times faster than running the expression over a text.
class LiteralStart {
 public:
  LiteralStart() = default;
  /// Of a pattern in RE2's syntax; empty when it does not begin with two or more characters of its own.
  explicit LiteralStart(std::string_view pattern);

  [[nodiscard]] bool empty() const { return letters_.empty(); }
  /// Whether letters match in either case.
  [[nodiscard]] bool folds() const { return folds_; }
  /// In small letters when it folds.
  [[nodiscard]] std::string_view letters() const { return letters_; }
  /// Where it next stands in a text, in bytes; npos when nowhere. It must not be empty.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) const;

 private:
  void read(std::string_view pattern);
  std::string letters_;
  bool folds_ = false;
};

}  // namespace cablelint::expression
