#include "cli/completions.hpp"

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <array>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <optional>

#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/offered_words.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {
namespace {

struct Shell {
  std::string_view name;
  std::string (*script)(const Command& program, const Vocables& vocables);
};

constexpr std::array kShells{Shell{"bash", bash_completion}, Shell{"fish", fish_completion},
                             Shell{"zsh", zsh_completion}};

const Shell& shell_named(const std::string& name) {
  for (const Shell& shell : kShells) {
    if (shell.name == name) return shell;
  }
  throw UsageError(fmt::format("there are no completions for {}; write bash, fish or zsh", visible(name)));
}

Vocables vocables_of(const RuleSet& rules) {
  Vocables vocables;
  for (const RuleInfo* rule : rules.rules()) {
    vocables.rules.emplace_back(rule->id, rule->name);
    const std::string_view group = group_of(*rule);
    if (vocables.groups.empty() || vocables.groups.back() != group) vocables.groups.emplace_back(group);
  }
  for (const Profile& profile : rules.profiles()) vocables.profiles.push_back(profile.name);
  return vocables;
}

int completions(CLI::App& app, const std::string& name) {
  const Shell& shell = shell_named(name);
  const std::optional<RuleSet> rules = load_rules({}, "nothing was written");
  if (!rules) return kTrouble;
  Output output;
  output.stream() << shell.script(describe(app), vocables_of(*rules));
  output.finish();
  return kClean;
}

}  // namespace

std::string short_description(const std::string& description) {
  std::string text = description.substr(0, description.find_first_of("(;:"));
  if (const std::size_t end = text.find(". "); end != std::string::npos) text.resize(end);
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

void add_completions(CLI::App& app, Run& run) {
  CLI::App* const command =
      app.add_subcommand("completions", "Write the completions of bash, fish or zsh for this program");
  const auto shell = std::make_shared<std::string>();
  offer(command->add_option("SHELL", *shell, "bash, fish or zsh"), {"bash", "fish", "zsh"})
      ->required()
      ->option_text(" ");
  command->footer(
      "Example: complete from now on, in bash\n"
      "  cablelint completions bash > ~/.local/share/bash-completion/completions/cablelint\n"
      "in fish\n"
      "  cablelint completions fish > ~/.config/fish/completions/cablelint.fish\n"
      "and in zsh, for a folder that is named in fpath\n"
      "  cablelint completions zsh > ~/.zfunc/_cablelint");
  command->callback([shell, &app, &run] { run = [shell, &app] { return completions(app, *shell); }; });
}

}  // namespace cablelint::cli
