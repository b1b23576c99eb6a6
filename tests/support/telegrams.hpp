#pragma once

#include <string>
#include <vector>

namespace cablelint::tests {

/// The telegrams of the shared test data, in the order of their names; none where that is not there.
[[nodiscard]] std::vector<std::string> published_telegrams();

}  // namespace cablelint::tests
