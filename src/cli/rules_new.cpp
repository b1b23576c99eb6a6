#include <fmt/format.h>

#include <cablelint/rule_set.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {
namespace {

struct NewOptions {
  std::string id;
  std::string name = "subject-without-tag";
  std::vector<std::string> rules;
};

/// A rule that works as it stands: whoever writes one changes it a line at a time, and tests after each.
constexpr std::string_view kTemplate = R"(# cablelint rules test FILE     tries the rule on the cables below
# cablelint check --rules FILE  runs it on yours
- id: {id}
  name: {name}
  level: warning                # error, warning or note
  summary: One sentence that says what is wrong.
  rationale: Why it matters, in a sentence or two.
  when: >-
    has(cable.subject) && cable.subject.text.contains("HARBOR")
    && !cable.tags.exists(t, t.code == "EWWT")
  at: cable.subject
  message: "the subject is a harbor, but the TAGS lack EWWT"
  help: What the reader can do about it.
  authority: [the citation that the rule rests on]
  flags:                        # cables on which the rule must fire
    - |
      CONFIDENTIAL ARCADIA 000042

      E.O. 12958: DECL: 05/04/2015
      TAGS: PREL
      SUBJECT: HARBOR OPENS

      1. (C) The harbor opened.
    - |
      UNCLAS ARCADIA 000043

      E.O. 12958: N/A
      TAGS: ECON
      SUBJECT: HARBOR FEES

      1. The fees have risen.
  passes:                       # cables on which it must stay silent; one of them a near miss
    - |
      UNCLAS ARCADIA 000043

      E.O. 12958: N/A
      TAGS: ECON, EWWT
      SUBJECT: HARBOR FEES

      1. The fees have risen.
    - |
      UNCLAS ARCADIA 000044

      E.O. 12958: N/A
      TAGS: ECON
      SUBJECT: ROAD FEES

      1. The fees of the harbor have risen.
    - name: no subject
      text: |
        UNCLAS ARCADIA 000045

        E.O. 12958: N/A
        TAGS: ECON

        1. The fees of the harbor have risen.
)";

std::string filled(const NewOptions& options) {
  std::string text(kTemplate);
  const auto put = [&](std::string_view place, const std::string& word) {
    text.replace(text.find(place), place.size(), word);
  };
  put("{id}", options.id);
  put("{name}", options.name);
  return text;
}

int write_new(const NewOptions& options) {
  RuleSet* const rules = load_rules(options.rules, "nothing was written");
  if (rules == nullptr) return kTrouble;
  for (const std::string& word : {options.id, options.name}) {
    if (const RuleInfo* const taken = rules->find(word))
      throw UsageError(
          fmt::format("{} is taken: {}:{} has it", visible(word), visible(taken->file), taken->line));
  }
  const std::string text = filled(options);
  std::vector<Diagnostic> faults;
  if (!RuleSet::from_text({{"the new rule", text}}, faults, false)) {
    complain_about_faults(faults, "nothing was written");
    return kTrouble;
  }
  Output output;
  output.stream() << text;
  output.finish();
  return kClean;
}

}  // namespace

void add_rules_new(Command& rules) {
  Command& command = rules.add_command("new", "Write the beginning of a rule of your own");
  const auto options = std::make_shared<NewOptions>();
  command.add_required("ID", options->id, "2 to 10 capitals or digits and then three digits: ACME001");
  command.add_option("--name", options->name, "NAME", "Small letters, digits and hyphens");
  command.add_repeatable(
      "--rules", options->rules, "PATH",
      "A rule pack (*.yaml) or a folder of them whose ids and names are taken, too. Repeatable");
  command.footer =
      "The rule goes to standard output and works as it stands.\n\n"
      "Example: begin a pack and test it\n"
      "  cablelint rules new ACME001 --name trade-fair-without-tag > acme.yaml\n"
      "  cablelint rules test acme.yaml";
  command.run = [options] { return write_new(*options); };
}

}  // namespace cablelint::cli
