#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/source.hpp>

namespace cablelint::redacting {

/// True when both cables name a record, and not the same one.
[[nodiscard]] bool name_other_records(const Source& a, const Cable& a_cable, const Source& b,
                                      const Cable& b_cable);

/// Texts of cables that name other records and share less than this part of their words are no copies of one
/// cable.
inline constexpr double kSharedOfOthers = 0.8;

}  // namespace cablelint::redacting
