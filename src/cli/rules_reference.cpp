#include <cablelint/expression/reference.hpp>
#include <cablelint/rule_scope.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {
namespace {

int reference(const std::vector<std::string>& packs) {
  const RuleSet* const rules = load_rules(packs, "nothing was shown");
  if (rules == nullptr) return kTrouble;
  Output output;
  // Packs may come from strangers, and so may what they say about their tables.
  output.stream() << visible_lines(expression::reference(rule_scope(rules->compiled())));
  output.finish();
  return kClean;
}

}  // namespace

void add_rules_reference(Command& rules) {
  Command& command =
      rules.add_command("reference", "Show every field, macro and function of expressions, as Markdown");
  const auto packs = std::make_shared<std::vector<std::string>>();
  command.add_repeatable(
      "--rules", *packs, "PATH",
      "A rule pack (*.yaml) or a folder of them, whose vocabulary is listed too. Repeatable");
  command.footer =
      "A `?` behind a type: the field may be absent.\n\n"
      "Example: what is known about a paragraph?\n"
      "  cablelint rules reference | sed -n '/^### Paragraph/,/^### /p'";
  command.run = [packs] { return reference(*packs); };
}

}  // namespace cablelint::cli
