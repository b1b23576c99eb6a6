#pragma once

#include <vector>

#include <cablelint/cable.hpp>
#include <cablelint/fixes.hpp>
#include <cablelint/source.hpp>
#include <cablelint/vocabulary.hpp>

namespace cablelint::fixing {

/// What could be mended in a cable, in order and without overlap. Never a byte of what says level, marks or
/// dates. Whether the cable then reads as before is not known yet.
[[nodiscard]] std::vector<Fix> propose(const Source& source, const Cable& cable,
                                       const Vocabulary& vocabulary);

/// Whether a caption may be taken away where it is repeated: those that say who may see a cable are marks.
[[nodiscard]] bool is_repeatable(const Vocabulary& vocabulary, std::string_view caption);

/// The labels of the E.O. lines, from the begin of the line to the number of the order; in order.
[[nodiscard]] std::vector<Span> order_labels(const Cable& cable);

/// The stretches of a cable that no fix may touch: all that says its level, marks and dates. In order,
/// without overlap.
[[nodiscard]] std::vector<Span> untouchable(const Source& source, const Cable& cable,
                                            const Vocabulary& vocabulary);

}  // namespace cablelint::fixing
