#include "cli/offered_words.hpp"

#include <fmt/ranges.h>
#include <CLI/App.hpp>

#include <CLI/Error.hpp>
#include <CLI/Validators.hpp>
#include <sstream>

namespace cablelint::cli {

// CLI11 has no place for this but the name of a validator, which it shows nowhere.
CLI::Option* offer(CLI::Option* option, const std::vector<std::string>& words) {
  return option->check(CLI::Validator([](std::string&) { return std::string{}; }, "",
                                      fmt::format("{}", fmt::join(words, " "))));
}

std::vector<std::string> offered(CLI::Option& option) {
  std::vector<std::string> words;
  try {
    std::istringstream text(option.get_validator()->get_name());
    for (std::string word; text >> word;) words.push_back(word);
  } catch (const CLI::OptionNotFound&) {
    // It has no validator at all.
  }
  return words;
}

}  // namespace cablelint::cli
