#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cablelint {

/// "1 word", "3 words".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view noun);

}  // namespace cablelint
