#include <fmt/format.h>

#include <cablelint/append_format.hpp>
#include <cablelint/rule_coverage.hpp>
#include <cablelint/rule_test.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {
namespace {

struct TestOptions {
  std::vector<std::string> packs;
  std::vector<std::string> select;
  bool coverage = false;
};

/// `DCL001 past-declassification: rules/declassification.yaml:12: flags 1 must fire but did not; ...`
void append_failure(std::string& out, const RuleTestResult& result) {
  append_format(out, "{} {}: ", visible(result.rule->id), visible(result.rule->name));
  for (const std::string& failure : result.failures) {
    if (&failure != &result.failures.front()) out += "; ";
    append_visible(out, failure);
  }
  out += '\n';
}

/// The places that no case reaches, and how many it does reach. False when there is such a place.
bool append_coverage(std::string& out, const RuleCoverage& coverage,
                     const std::vector<RuleTestResult>& results) {
  RuleCoverage::Count count;
  for (const RuleTestResult& result : results) {
    for (const Diagnostic& place : coverage.unreached(result, count)) {
      out += to_text(place, "unreached") + '\n';
    }
  }
  append_format(out, "coverage: {} of {} {} reached\n", count.reached, count.all,
                count.all == 1 ? "branch" : "branches");
  return count.reached == count.all;
}

int test(const TestOptions& options) {
  RuleCoverage coverage;
  RuleSet* const rules =
      load_rules(options.packs, "nothing was tested", options.coverage ? &coverage : nullptr);
  if (rules == nullptr) return kTrouble;
  require_known_selectors(*rules, {.as_of = 0, .select = options.select, .ignore = {}});
  const std::vector<Diagnostic> faults = rules->load_cases();
  if (!faults.empty()) {
    complain_about_faults(faults, "nothing was tested");
    return kTrouble;
  }
  const std::vector<RuleTestResult> results = test_rules(*rules, options.select);
  std::string text;
  std::size_t failed = 0;
  for (const RuleTestResult& result : results) {
    if (result.passed()) continue;
    ++failed;
    append_failure(text, result);
  }
  append_format(text, "{} {}: {} passed, {} failed\n", results.size(), results.size() == 1 ? "rule" : "rules",
                results.size() - failed, failed);
  const bool covered = !options.coverage || append_coverage(text, coverage, results);
  Output output;
  output.stream() << text;
  output.finish();
  return failed == 0 && covered ? kClean : kFindings;
}

}  // namespace

void add_rules_test(Command& rules) {
  Command& command = rules.add_command("test", "Run rules on the cables that prove them");
  const auto options = std::make_shared<TestOptions>();
  command.add_arguments("PACK", options->packs,
                        "Rule packs (*.yaml) and folders of them to test together with the shipped rules");
  command
      .add_repeatable("--select", options->select, "WORD,...",
                      "Test these rules only: ids (DCL001), prefixes (DCL) or names. Repeatable")
      .commas = true;
  command.add_flag("--coverage", options->coverage,
                   "Also list what no case reaches: rules that never fire, and conditions that were not both "
                   "true and false");
  command.footer =
      "A rule passes when it fires on each of its `flags`, stays silent on each of its `passes`, and has "
      "both.\n"
      "Exit code: 0 every rule passed, 1 some failed or --coverage found something unreached, 2 anything "
      "that "
      "went wrong.\n\n"
      "Example: test a pack of your own\n"
      "  cablelint rules test my-rules.yaml";
  command.run = [options] { return test(*options); };
}

}  // namespace cablelint::cli
