#include "cli/color.hpp"

#include <fmt/format.h>

#include <cablelint/terminal_text.hpp>
#include <cstdlib>
#include <string_view>

#include "cli/messages.hpp"

namespace cablelint::cli {
namespace {

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

}  // namespace

ColorChoice parse_color(const std::string& word) {
  if (word == "auto") return ColorChoice::automatic;
  if (word == "always") return ColorChoice::always;
  if (word == "never") return ColorChoice::never;
  throw UsageError(fmt::format("--color {}: write auto, always or never", visible(word)));
}

bool use_color(ColorChoice choice, bool terminal) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  if (!variable("NO_COLOR").empty()) return false;
  if (!variable("FORCE_COLOR").empty() || !variable("CLICOLOR_FORCE").empty()) return true;
  if (variable("TERM") == "dumb" || variable("CLICOLOR") == "0") return false;
  return terminal;
}

}  // namespace cablelint::cli
