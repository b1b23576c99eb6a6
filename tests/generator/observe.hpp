#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace cablelint::generator {

/// The JSON of `cablelint parse` brought into the shape of `to_json(Truth)`, so that both can be compared.
[[nodiscard]] nlohmann::ordered_json truth_shape(const nlohmann::ordered_json& parsed);

/// Every difference as a line "path: expected X, found Y". Members that only `found` has do not count.
[[nodiscard]] std::string differences(const nlohmann::ordered_json& expected,
                                      const nlohmann::ordered_json& found);

}  // namespace cablelint::generator
