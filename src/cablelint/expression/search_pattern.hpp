#pragma once

#include <re2/re2.h>

#include <atomic>
#include <cablelint/expression/literal_start.hpp>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace cablelint::expression {

/// RE2 with this project's bounds.
[[nodiscard]] std::unique_ptr<RE2> compile_regex(std::string_view pattern);
/// True when the pattern occurs anywhere in the text.
[[nodiscard]] bool occurs(const RE2& regex, std::string_view text);

/// A regular expression that is written in an expression.
class SearchPattern {
 public:
  /// One that is known to be sound is compiled when it is first asked for, which in most runs is never.
  SearchPattern(std::string_view text, bool known_sound);

  /// Why it is none, for people; empty when it is one.
  [[nodiscard]] std::string fault() const;
  /// Instructions; 0 before it is compiled.
  [[nodiscard]] std::size_t size() const;
  /// True when it occurs anywhere in the text.
  [[nodiscard]] bool occurs_in(std::string_view text) const;

 private:
  [[nodiscard]] const RE2& program() const {
    const RE2* const compiled = compiled_.load(std::memory_order_acquire);
    return compiled != nullptr ? *compiled : compile();
  }
  const RE2& compile() const;

  std::string text_;
  LiteralStart start_;  // of all its matches, if it says so
  mutable std::unique_ptr<const RE2> owned_;
  mutable std::atomic<const RE2*> compiled_ = nullptr;
};

}  // namespace cablelint::expression
