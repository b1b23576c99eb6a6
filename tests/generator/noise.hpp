#pragma once

#include <span>

#include "tests/generator/draft.hpp"

namespace cablelint::generator {

/// What a class of noise settles. Two classes never settle the same field of one cable.
enum class Field : std::uint8_t {
  none,
  frame,
  heading,
  date_line,
  addressees,
  sections,
  level,
  below_level,
  passing,
  order_label,
  declassification,
  tags_label,
  tags,
  subject,
  references_label,
  references,
  authority_label,
  authority,
  authority_cut,
  numbers,
  marks,
  paragraphs,
  ending,
  line_ends,
  capitals,
};

struct NoiseRecipe {
  NoiseClass noise;
  Field field;
  /// False when the cable has no place for it; then nothing has changed.
  bool (*apply)(Draft&, Random&);
};

/// The level as it frames a page: "CONFIDENTIAL", "UNCLASSIFIED".
[[nodiscard]] std::string page_frame(const Draft& draft);
/// "PAGE 02        VESTHAVN  00905  01 OF 02  060018Z"
[[nodiscard]] std::string page_header(const Draft& draft, int page, int section, int of);

/// Applies the class of this name; true when the cable had a place for it.
bool apply_noise(std::string_view name, Draft& draft, Random& random);

/// Forms of the header that drafters used.
[[nodiscard]] std::span<const NoiseRecipe> header_noise();
/// Pages and sections, which the teletype put between the lines.
[[nodiscard]] std::span<const NoiseRecipe> page_noise();
/// What became of the text: forms of marks and numbers, and damage of copies.
[[nodiscard]] std::span<const NoiseRecipe> text_noise();

}  // namespace cablelint::generator
