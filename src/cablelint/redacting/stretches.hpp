#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/redacting/cuts.hpp>
#include <cablelint/redacting/verification.hpp>
#include <cablelint/source.hpp>
#include <vector>

namespace cablelint::redacting {

/// Lists what became of the original, in the order of both texts. What is no token of the original, such as
/// its stamps, is in no stretch, and blanks are only inside of them.
void list_stretches(const Aligned& texts, const Source& original, const Cable& release,
                    std::vector<Stretch>& stretches);

}  // namespace cablelint::redacting
