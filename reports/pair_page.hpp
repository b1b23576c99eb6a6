#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reports/report.hpp"

namespace cablelint::reports {

/// How much of a pair is shown.
enum class PairExtent {
  whole,   // every row
  faulty,  // rows with faults
};

/// A pair as HTML, with `kDocumentNumber` where its number belongs.
struct PairPage {
  std::string html;
  std::vector<std::string> codes;  // of its cuts, in the order of the text, each once
};

/// The faults of a pair as a list and, below, original and release side by side. Ids are `d1` for the pair,
/// `f1-2` for the second fault in the list, `o1-2` and `r1-2` for its places. Little more than kMostRows
/// bytes of the texts are shown.
[[nodiscard]] PairPage pair_page(const Run& run, const Document& document, PairExtent extent);

/// The class of pairs.css and of the page for cuts with a code: "code-b1".
[[nodiscard]] std::string class_of_code(std::string_view code);

inline constexpr std::size_t kMostRows = std::size_t{1024} * 1024;
inline constexpr std::size_t kMostFaults = 500;  // listed of a pair

/// Stands for a stretch that is not shown; always as long, so that it does not give away a length.
inline constexpr std::string_view kNotShown = "[\xE2\x80\xA6]";

}  // namespace cablelint::reports
