#pragma once

namespace cablelint::cli {

struct Command;

/// What the process ends with. Trouble (usage, rules, inputs, outputs) beats findings.
enum Exit : int { kClean = 0, kFindings = 1, kTrouble = 2 };

/// Each adds one command to the program.
void add_check(Command& program);
void add_audit(Command& program);
void add_merge(Command& program);
void add_compare_runs(Command& program);
void add_stream(Command& program);
void add_parse(Command& program);
void add_marks(Command& program);
void add_redactions(Command& program);
void add_rules(Command& program);
void add_config(Command& program);
void add_baseline(Command& program);
void add_completions(Command& program);
void add_man(Command& program);

/// The commands below `rules`.
void add_rules_list(Command& rules);
void add_rules_explain(Command& rules);
void add_rules_new(Command& rules);
void add_rules_test(Command& rules);
void add_rules_eval(Command& rules);
void add_rules_reference(Command& rules);
void add_rules_schema(Command& rules);
void add_rules_docs(Command& rules);

/// The commands below `redactions`.
void add_redactions_list(Command& redactions);
void add_redactions_verify(Command& redactions);
void add_redactions_compare(Command& redactions);

/// The commands below `config`.
void add_config_show(Command& config);
void add_config_init(Command& config);
void add_config_schema(Command& config);

}  // namespace cablelint::cli
