#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/generator/random.hpp"

/// What reviewers cut, and the marks that they leave.
namespace cablelint::generator {

struct Stretch {
  std::size_t begin = 0, end = 0;
};

[[nodiscard]] bool is_blank(char c);
[[nodiscard]] std::string capitals(std::string_view word);
/// Stretches between blanks.
[[nodiscard]] std::vector<Stretch> words_of(const std::string& text);
/// Stretches between empty lines.
[[nodiscard]] std::vector<Stretch> blocks_of(const std::string& text);
[[nodiscard]] std::size_t count_words(const std::string& text, Stretch stretch);
/// Words without the signs around them, as reviewers cut.
[[nodiscard]] Stretch without_signs(const std::string& text, Stretch stretch);
/// A mark that states what is true of a stretch.
[[nodiscard]] std::string mark_for(const std::string& text, Stretch stretch, bool paragraph, Random& random);

}  // namespace cablelint::generator
