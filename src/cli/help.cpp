#include "cli/help.hpp"

#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <string>
#include <string_view>

namespace cablelint::cli {
namespace {

constexpr std::size_t kNameWidth = 28;
constexpr std::size_t kDescriptionWidth = 70;

class HelpFormatter final : public CLI::Formatter {
 public:
  HelpFormatter() {
    column_width(kNameWidth);
    label("SUBCOMMAND", "COMMAND");
    label("Subcommands", "Commands");
    label("Positionals", "Arguments");
  }

  std::string make_option_name(const CLI::Option* option, bool positional) const override {
    std::string name = CLI::Formatter::make_option_name(option, positional);
    // A flag and its opposite; `--statistics,--no-statistics{false}` says less.
    const std::size_t brace = name.find("{false}");
    if (brace == std::string::npos) return name;
    const std::size_t comma = name.rfind(',', brace);
    const std::string opposite = name.substr(comma + 1, brace - comma - 1);
    name.resize(comma);
    const std::size_t word = name.rfind("--") + 2;
    if (opposite == "--no-" + name.substr(word)) return name.insert(word, "[no-]");
    return name + ", " + opposite;
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    std::string text = CLI::Formatter::make_option_desc(option);
    // CLI11 indents what follows a line end.
    for (std::size_t begin = 0; text.size() - begin > kDescriptionWidth;) {
      const std::size_t blank = text.rfind(' ', begin + kDescriptionWidth);
      if (blank == std::string::npos || blank <= begin) break;
      text[blank] = '\n';
      begin = blank + 1;
    }
    return text;
  }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> make_help_formatter() {
  return std::make_shared<HelpFormatter>();
}

}  // namespace cablelint::cli
