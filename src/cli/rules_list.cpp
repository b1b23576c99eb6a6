#include <fmt/format.h>

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/rule_text.hpp"

namespace cablelint::cli {
namespace {

struct ListOptions {
  std::vector<std::string> rules;
  std::string output = "text";
};

std::string as_json(const std::vector<const RuleInfo*>& rules) {
  std::string text = R"({"schema":"cablelint.rules/1","rules":[)";
  for (const RuleInfo* rule : rules) {
    text += rule == rules.front() ? "\n" : ",\n";
    append_json_rule(text, *rule, false);
  }
  text += rules.empty() ? "]}\n" : "\n]}\n";
  return text;
}

std::string as_table(const std::vector<const RuleInfo*>& rules) {
  std::size_t id = 0;
  std::size_t level = 0;
  std::size_t name = 0;
  for (const RuleInfo* rule : rules) {
    id = std::max(id, rule->id.size());
    level = std::max(level, to_text(rule->level).size());
    name = std::max(name, rule->name.size());
  }
  std::string text;
  for (const RuleInfo* rule : rules) {
    append_format(text, "{:{}}  {:{}}  {:{}}  ", visible(rule->id), id, to_text(rule->level), level,
                  visible(rule->name), name);
    append_visible(text, rule->summary);
    text += '\n';
  }
  return text;
}

int list(const ListOptions& options) {
  const bool json = wants_json(options.output);
  const RuleSet* const rules = load_rules(options.rules, "nothing was listed");
  if (rules == nullptr) return kTrouble;
  Output output;
  output.stream() << (json ? as_json(rules->all_rules()) : as_table(rules->all_rules()));
  output.finish();
  return kClean;
}

}  // namespace

void add_rules_list(Command& rules) {
  Command& command = rules.add_command("list", "Show id, level, name and summary of every rule");
  const auto options = std::make_shared<ListOptions>();
  command.add_repeatable("--rules", options->rules, "PATH",
                         "A rule pack (*.yaml) or a folder of them, listed too. Repeatable");
  command.add_option("--output", options->output, "FORMAT", "text (default) or json").words = {"text",
                                                                                               "json"};
  command.footer =
      "Example: the rules that are errors\n"
      "  cablelint rules list | grep ' error '";
  command.run = [options] { return list(*options); };
}

}  // namespace cablelint::cli
