#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include <cablelint/cable.hpp>
#include <cablelint/source.hpp>

namespace cablelint::tests {

/// A fictional cable in which every field of the model is set by hand: tests of what reads the model need no
/// parser.
struct FilledCable {
  FilledCable();

  /// The `nth` place of a text in the source, from 0; the test fails when there is none.
  [[nodiscard]] Span span(std::string_view text, std::size_t nth = 0) const;

  Source source;
  Cable cable;

 private:
  Range spans(std::initializer_list<Span> items);
  Range addressee(const Addressee& addressee);
  Range short_texts(std::initializer_list<ShortText> items);
  void fill_heading();
  void fill_markings();
  void fill_body();
};

}  // namespace cablelint::tests
