#include <cablelint/audit/comparison.hpp>
#include <cablelint/audit/run_json.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/run_summary.hpp"

namespace cablelint::cli {
namespace {

struct CompareWords {
  std::string older, newer, output = "text";
  bool fail_on_new = false;
};

std::string comparison_json(const audit::Comparison& comparison) {
  const auto counts = [](const audit::Comparison::Counts& each) {
    return nlohmann::ordered_json{{"new", each.fresh}, {"gone", each.gone}, {"unchanged", each.unchanged}};
  };
  nlohmann::ordered_json json = {
      {"schema", "cablelint.comparison/1"},
      {"old_as_of", comparison.old_as_of},
      {"same_rules", comparison.same_rules},
      {"cables", {{"new", comparison.cables_new}, {"gone", comparison.cables_gone}}},
      {"findings", counts(comparison.all)},
      {"new_failing", comparison.fresh_failing},
      {"rules", nlohmann::ordered_json::object()}};
  for (const auto& [rule, each] : comparison.rules) json["rules"][rule] = counts(each);
  return json.dump(1, ' ', true, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

int compare(const CompareWords& words) {
  if (words.older.empty() || words.newer.empty()) {
    throw UsageError("name the folders of two audits, the older one first: `cablelint compare-runs OLD NEW`");
  }
  if (words.output != "text" && words.output != "json") throw UsageError("--output: write text or json");
  const audit::RunRecord newer = audit::read_whole_run(words.newer);
  audit::Comparer comparer(words.older, newer.facts.fail_on);
  audit::RunReader reader(words.newer);
  audit::FindingLines lines;
  audit::AuditedDocument document;
  std::vector<Finding> findings;
  while (reader.next(document)) {
    findings.resize(audit::read_findings(document, lines, findings));
    comparer.add(document, findings);
  }
  audit::Comparison comparison = comparer.finish();
  comparison.same_rules = comparer.old_rules_hash() == newer.facts.rules_hash;
  Output output;
  output.stream() << (words.output == "json" ? comparison_json(comparison) : comparison_text(comparison));
  output.finish();
  return words.fail_on_new && comparison.fresh_failing > 0 ? kFindings : kClean;
}

}  // namespace

void add_compare_runs(Command& program) {
  Command& command = program.add_command("compare-runs", "Show what changed between two audits");
  const auto words = std::make_shared<CompareWords>();
  command.add_argument("OLD", words->older, "The folder of the older audit");
  command.add_argument("NEW", words->newer, "The folder of the newer one");
  command.add_option("--output", words->output, "FORMAT", "The format: text (default) or json").words = {
      "text", "json"};
  command.add_flag("--fail-on-new", words->fail_on_new,
                   "Exit with 1 when there are new findings of the level that fails the newer audit");
  command.footer =
      "A finding is unchanged when both audits have it in the document of that id, wherever it stands "
      "there.\n\n"
      "Exit code: 0, with --fail-on-new also 1, 2 anything that went wrong.\n\n"
      "Example:\n"
      "  cablelint compare-runs audit-january audit-february";
  command.run = [words] { return compare(*words); };
}

}  // namespace cablelint::cli
