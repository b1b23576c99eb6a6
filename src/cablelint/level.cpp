#include <cablelint/level.hpp>

namespace cablelint {

std::string_view portion_form(Level level) {
  switch (level) {
    case Level::U:
      return "U";
    case Level::R:
      return "R";
    case Level::C:
      return "C";
    case Level::S:
      return "S";
    case Level::TS:
      return "TS";
  }
  return {};
}

std::string_view banner_form(Level level) {
  switch (level) {
    case Level::U:
      return "UNCLASSIFIED";
    case Level::R:
      return "RESTRICTED";
    case Level::C:
      return "CONFIDENTIAL";
    case Level::S:
      return "SECRET";
    case Level::TS:
      return "TOP SECRET";
  }
  return {};
}

}  // namespace cablelint
