#pragma once

#include <string>

namespace cablelint {

/// The JSON Schema (draft 7) of rule packs and vocabulary tables, for editors. It knows what the loader knows
/// about keys; expressions are texts to it.
[[nodiscard]] std::string pack_schema();

}  // namespace cablelint
