#include <fmt/format.h>

#include <cablelint/append_format.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/rule_text.hpp"

namespace cablelint::cli {
namespace {

struct ExplainOptions {
  std::string rule;
  std::vector<std::string> rules;
  std::string output = "text";
};

constexpr std::string_view kIndent = "  ";

void append_section(std::string& out, std::string_view title, std::string_view text) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
  append_format(out, "\n{}\n", title);
  append_wrapped(out, text, kIndent);
}

void append_cable(std::string& out, std::string_view cable) {
  if (cable.ends_with('\n')) cable.remove_suffix(1);
  while (true) {
    const std::size_t end = cable.find('\n');
    const std::string_view line = cable.substr(0, end);
    append_format(out, "{}|{}", kIndent, line.empty() ? "" : " ");
    append_visible(out, line);
    out += '\n';
    if (end == std::string_view::npos) return;
    cable.remove_prefix(end + 1);
  }
}

/// The cables of a rule's cases, each line behind a bar, with a blank line between two of them.
void append_cases(std::string& out, std::string_view title, const std::vector<RuleCase>& cases) {
  for (const RuleCase& each : cases) {
    out += '\n';
    if (&each == &cases.front()) append_format(out, "{}\n", title);
    if (!each.name.empty()) append_wrapped(out, each.name, kIndent);
    if (each.as_of) append_format(out, "{}as of {}\n", kIndent, iso(*each.as_of));
    append_cable(out, each.text);
  }
}

std::string as_text(const RuleInfo& rule) {
  std::string text = fmt::format("{} {} ({})\n", visible(rule.id), visible(rule.name), to_text(rule.level));
  text += '\n';
  append_wrapped(text, rule.summary, "");
  append_section(text, "Why", rule.rationale);
  append_section(text, "What to do", rule.help);
  if (!rule.authority.empty()) text += "\nAuthority\n";
  for (const std::string& citation : rule.authority) append_wrapped(text, citation, kIndent);
  append_section(text, "Applies to", period_of(rule));
  append_cases(text, "Fires on", rule.flags);
  append_cases(text, "Stays silent on", rule.passes);
  append_format(text, "\nDefined in {}:{}\n", visible(rule.file), rule.line);
  return text;
}

[[noreturn]] void refuse_unknown(const RuleSet& rules, const std::string& word) {
  require_known_selectors(rules, {.as_of = 0, .select = {word}, .ignore = {}});
  // A prefix of ids selects rules, but is none.
  throw UsageError(
      fmt::format("no rule is called \"{}\"; `cablelint rules list` shows every rule", visible(word)));
}

int explain(const ExplainOptions& options) {
  const bool json = wants_json(options.output);
  RuleSet* const rules = load_rules(options.rules, "nothing was explained");
  if (rules == nullptr) return kTrouble;
  const std::vector<Diagnostic> faults = rules->load_cases();
  if (!faults.empty()) {
    complain_about_faults(faults, "nothing was explained");
    return kTrouble;
  }
  const RuleInfo* const rule = rules->find(options.rule);
  if (rule == nullptr) refuse_unknown(*rules, options.rule);
  std::string text;
  if (json) {
    append_json_rule(text, *rule, true);
    text += '\n';
  } else {
    text = as_text(*rule);
  }
  Output output;
  output.stream() << text;
  output.finish();
  return kClean;
}

}  // namespace

void add_rules_explain(Command& rules) {
  Command& command = rules.add_command("explain", "Show everything about one rule");
  const auto options = std::make_shared<ExplainOptions>();
  command.add_required("RULE", options->rule, "Id or name of the rule");
  command.add_repeatable("--rules", options->rules, "PATH",
                         "A rule pack (*.yaml) or a folder of them to look in too. Repeatable");
  command.add_option("--output", options->output, "FORMAT", "text (default) or json").words = {"text",
                                                                                               "json"};
  command.footer =
      "Example: why a date is reported\n"
      "  cablelint rules explain DCL001";
  command.run = [options] { return explain(*options); };
}

}  // namespace cablelint::cli
