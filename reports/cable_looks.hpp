#pragma once

#include <array>
#include <cablelint/cable.hpp>
#include <cstdint>
#include <string_view>
#include <vector>

namespace cablelint::reports {

/// How the elements of one kind are shown: `style` is a class of report.css, empty for plain text; `label`
/// stands beside the first line, or is shown where one points.
struct Look {
  std::string_view style;
  std::string_view label;
};
[[nodiscard]] Look look_of(ElementKind kind);

/// What is shown within an element.
enum class Detail : std::uint8_t { level, mark, date, number, noise };
inline constexpr std::array kDetails = {Detail::level, Detail::mark, Detail::date, Detail::number,
                                        Detail::noise};
/// Its class of report.css, and its name.
[[nodiscard]] Look look_of(Detail detail);

/// A place where a detail stands.
struct DetailAt {
  Span at;
  Detail detail = Detail::level;
};
/// Appends the details of a cable, in no order.
void append_details(const Cable& cable, std::vector<DetailAt>& details);

/// A row of the legend: the class, an example, and what it is.
struct LegendRow {
  std::string_view style, example, meaning;
};
/// The colours of elements, then the signs of details.
[[nodiscard]] std::vector<LegendRow> legend();

}  // namespace cablelint::reports
