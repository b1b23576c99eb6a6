#pragma once

#include <string>

namespace cablelint::cli {

enum class ColorChoice { automatic, always, never };

/// "auto", "always" or "never"; throws UsageError for other words.
[[nodiscard]] ColorChoice parse_color(const std::string& word);

/// Whether standard output gets colours. The first that applies: the choice, NO_COLOR, FORCE_COLOR or
/// CLICOLOR_FORCE, TERM=dumb or CLICOLOR=0, whether it is a terminal.
[[nodiscard]] bool use_color(ColorChoice choice, bool terminal);

}  // namespace cablelint::cli
