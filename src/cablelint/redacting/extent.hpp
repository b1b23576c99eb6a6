#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/source.hpp>

namespace cablelint::redacting {

/// Whether what a mark says of its extent can be true of a stretch of the original. What it does not say, or
/// cannot be measured, fits.
[[nodiscard]] bool extent_fits(const Cable& release, const Redaction& mark, const Source& original,
                               Span hidden);

}  // namespace cablelint::redacting
