#pragma once

#include <CLI/Formatter.hpp>
#include <memory>

namespace cablelint::cli {

/// How `--help` is laid out: as CLI11 does, with descriptions broken into lines that fit a terminal.
[[nodiscard]] std::shared_ptr<CLI::FormatterBase> make_help_formatter();

}  // namespace cablelint::cli
