#pragma once

#include <functional>

#include "cli/cli11.hpp"

namespace cablelint::cli {

/// What the process ends with. Trouble (usage, rules, inputs, outputs) beats findings.
enum Exit : int { kClean = 0, kFindings = 1, kTrouble = 2 };

/// What to do once the command line is understood; gives the exit code.
using Run = std::function<int()>;

/// Each adds one command to the program and sets `run` when that command is given.
void add_check(CLI::App& app, Run& run);
void add_audit(CLI::App& app, Run& run);
void add_merge(CLI::App& app, Run& run);
void add_compare_runs(CLI::App& app, Run& run);
void add_stream(CLI::App& app, Run& run);
void add_parse(CLI::App& app, Run& run);
void add_marks(CLI::App& app, Run& run);
void add_redactions(CLI::App& app, Run& run);
void add_rules(CLI::App& app, Run& run);
void add_config(CLI::App& app, Run& run);
void add_baseline(CLI::App& app, Run& run);
void add_completions(CLI::App& app, Run& run);
void add_man(CLI::App& app, Run& run);

/// The commands below `rules`.
void add_rules_list(CLI::App& rules, Run& run);
void add_rules_explain(CLI::App& rules, Run& run);
void add_rules_new(CLI::App& rules, Run& run);
void add_rules_test(CLI::App& rules, Run& run);
void add_rules_eval(CLI::App& rules, Run& run);
void add_rules_reference(CLI::App& rules, Run& run);
void add_rules_schema(CLI::App& rules, Run& run);
void add_rules_docs(CLI::App& rules, Run& run);

/// The commands below `redactions`.
void add_redactions_list(CLI::App& redactions, Run& run);
void add_redactions_verify(CLI::App& redactions, Run& run);

/// The commands below `config`.
void add_config_show(CLI::App& config, Run& run);
void add_config_init(CLI::App& config, Run& run);
void add_config_schema(CLI::App& config, Run& run);

}  // namespace cablelint::cli
