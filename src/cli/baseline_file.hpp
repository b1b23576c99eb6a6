#pragma once

#include <cablelint/baseline.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "cli/check_options.hpp"
#include "cli/settings.hpp"

namespace cablelint::cli {

/// The folder of a baseline from the root.
[[nodiscard]] std::string baseline_folder(const std::string& path);

/// What an entry calls the source with that path, as seen from the folder of its baseline.
[[nodiscard]] std::string baseline_source(const std::string& folder, const std::string& path);

/// The baseline of the options, which name one. Null when it cannot be read or has faults, which are then on
/// standard error with `consequence`: "nothing was checked".
[[nodiscard]] std::unique_ptr<Baseline> load_baseline(const CheckOptions& options,
                                                      std::string_view consequence);

/// Says on standard error which entries are stale or have expired, and how to remove the stale ones.
void report_stale(Baseline& baseline, const CheckOptions& options, const Settings& settings);

}  // namespace cablelint::cli
