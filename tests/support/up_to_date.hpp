#pragma once

#include <filesystem>
#include <string>

namespace cablelint::tests {

/// The bytes of a file; empty when there is none.
[[nodiscard]] std::string read_file(const std::filesystem::path& file);

/// Expects that a generated file of the repository holds `wanted`. With CABLELINT_UPDATE=1 in the environment
/// it is written instead.
void expect_up_to_date(const std::filesystem::path& file, const std::string& wanted);

}  // namespace cablelint::tests
