#include "cli/completions.hpp"

#include <fmt/format.h>
#include <array>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
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

int completions(const Command& program, const std::string& name) {
  const Shell& shell = shell_named(name);
  const RuleSet* const rules = load_rules({}, "nothing was written");
  if (rules == nullptr) return kTrouble;
  Output output;
  output.stream() << shell.script(program, vocables_of(*rules));
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

void add_completions(Command& program) {
  Command& command =
      program.add_command("completions", "Write the completions of bash, fish or zsh for this program");
  const auto shell = std::make_shared<std::string>();
  command.add_required("SHELL", *shell, "bash, fish or zsh").words = {"bash", "fish", "zsh"};
  command.footer =
      "Example: complete from now on, in bash\n"
      "  cablelint completions bash > ~/.local/share/bash-completion/completions/cablelint\n"
      "in fish\n"
      "  cablelint completions fish > ~/.config/fish/completions/cablelint.fish\n"
      "and in zsh, for a folder that is named in fpath\n"
      "  cablelint completions zsh > ~/.zfunc/_cablelint";
  command.run = [shell, &program] { return completions(program, *shell); };
}

}  // namespace cablelint::cli
