#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "reports/report.hpp"

namespace cablelint::cli {

/// What `--output` of `redactions verify` takes, in the order of the help: its own formats, and those of
/// findings.
[[nodiscard]] std::vector<std::string_view> pair_formats();

/// A writer for pairs, or null when there is no such format. `text` and `json` show the places in both texts,
/// `html` the texts; all others show findings in the release.
[[nodiscard]] std::unique_ptr<reports::Writer> make_pair_writer(std::string_view format,
                                                                const reports::Run& run,
                                                                const reports::Target& target);

}  // namespace cablelint::cli
