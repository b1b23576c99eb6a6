#include <fmt/format.h>

#include <algorithm>
#include <cablelint/audit/document_row.hpp>
#include <cablelint/audit/facts_reader.hpp>
#include <cablelint/baseline.hpp>
#include <cablelint/fnv.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/reference_id.hpp>
#include <cablelint/terminal_text.hpp>
#include <cablelint/version.hpp>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include "cli/audit_options.hpp"
#include "cli/baseline_file.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/document_group.hpp"
#include "cli/interruption.hpp"
#include "cli/messages.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "cli/run_folder.hpp"
#include "cli/run_outputs.hpp"
#include "cli/run_summary.hpp"
#include "reports/json_finding.hpp"

namespace cablelint::cli {
namespace {

/// What an audit keeps of one document.
struct Audited {
  std::string id;
  std::string problem;
  std::string rows;
  std::string findings;
  std::uint64_t cables = 0, bytes = 0;
  bool left_out = false;  // of this shard, or done before
};

/// Audits documents on one thread.
class Auditor final : DocumentVisitor {
 public:
  static constexpr std::size_t kMost = DocumentGroup::kMost;

  /// `baseline` may be null.
  Auditor(const Parser& parser, const PostNames& posts, const RuleSet& rules, const AuditOptions& options,
          RunFolder& folder, Baseline* baseline)
      : facts_(rules.vocabulary(), posts, options.check.lint.as_of),
        options_(&options),
        folder_(&folder),
        linters_(rules, options.check.rule_choice),
        group_(parser, *this) {
    if (baseline != nullptr) match_.emplace(*baseline);
  }

  void operator()(std::span<const ReadDocument> documents, std::vector<Audited>& results) {
    results_ = &results;
    containers_.clear();
    first_ = results.size();
    for (const auto& [input, bytes] : documents) {
      Audited& audited = results.emplace_back();
      audited.id = visible(input->name);
      containers_.push_back(visible(input->container));
      // Of files of their own this was asked before they were read.
      if (!input->container.empty() && !takes(*options_, *folder_, audited.id)) {
        audited.left_out = true;
        audited.bytes = bytes.size();
        continue;
      }
      audited.problem = input->problem;
      if (!audited.problem.empty()) continue;
      audited.bytes = bytes.size();
      group_.add(results.size() - 1, audited.id, bytes, linters_.of(*input));
    }
    group_.finish();
  }

  /// Whether a document belongs to this run and is not done. Asked once of each.
  static bool takes(const AuditOptions& options, RunFolder& folder, std::string_view id) {
    return options.shard.takes(id) && !folder.take_done(id);
  }

 private:
  void begin(std::size_t document, const Source& source) override {
    now_ = &(*results_)[document];
    container_ = &containers_[document - first_];
    if (match_) match_->begin(source.name());
  }

  void take(const Source& source, const Cable& cable, std::vector<Finding>& findings) override {
    if (match_) match_->accept(findings);
    audit::CableFacts facts = facts_.read(source, cable);
    facts.id = now_->id;
    facts.container = *container_;
    facts.part = static_cast<std::uint32_t>(++now_->cables);
    bool passed = true;
    for (const Finding& finding : findings) {
      if (finding.suppressed) continue;
      facts.findings.count(finding.level);
      passed = passed && finding.level < options_->check.fail_on;
      reports::append_json_line(now_->findings, finding);
    }
    audit::append_row(now_->rows, facts, passed);
  }

  void end(const Source& /*source*/, Linter& linter) override {
    if (match_) match_->end(linter);
  }

  void no_memory(std::size_t document) override {
    (*results_)[document].problem = "does not fit into memory";
  }

  audit::FactsReader facts_;
  const AuditOptions* options_;
  RunFolder* folder_;
  Linters linters_;
  std::vector<Audited>* results_ = nullptr;
  std::vector<std::string> containers_;  // of the documents from `first_` on
  std::size_t first_ = 0;
  Audited* now_ = nullptr;  // the document that is visited
  const std::string* container_ = nullptr;
  std::optional<BaselineMatch> match_;
  DocumentGroup group_;
};

RunPlan plan_of(const AuditOptions& options, const RuleSet& rules) {
  RunPlan plan;
  plan.folder = options.out;
  plan.files = options.files;
  plan.threads = thread_count(options.check.input);
  audit::RunFacts& facts = plan.facts;
  facts.version = kVersion;
  facts.rules_hash = options.check.rule_choice.rules_hash(rules);
  facts.as_of = iso(options.check.lint.as_of);
  facts.profile = options.check.lint.profile;
  facts.fail_on = options.check.fail_on;
  // Their order decides nothing.
  facts.inputs = options.paths;
  std::sort(facts.inputs.begin(), facts.inputs.end());
  facts.inputs.erase(std::unique(facts.inputs.begin(), facts.inputs.end()), facts.inputs.end());
  if (options.shard.of > 0) facts.shard = {options.shard.number};
  facts.shards = options.shard.of;
  facts.settings = options.settings;
  plan.rules = audit::counts_of(options.check.rule_choice.active(rules));
  return plan;
}

/// Checks what is not done yet; false when the run was interrupted.
bool check_all(const AuditOptions& options, const RuleSet& rules, Baseline* baseline, RunFolder& folder,
               Progress& progress) {
  const Interruption interruption;
  const Parser parser(rules.vocabulary());
  const PostNames posts(rules.vocabulary());
  ReadOptions read = options.check.input.read;
  read.wanted = [&](const Input& input) {
    const bool wanted = Auditor::takes(options, folder, visible(input.name));
    if (!wanted) progress.pass_over(input.name);
    return wanted;
  };
  DocumentStream documents(options.check.input.paths, read);
  const auto make_auditor = [&] { return Auditor(parser, posts, rules, options, folder, baseline); };
  run_in_order<Audited>(documents, thread_count(options.check.input), make_auditor, [&](Audited&& audited) {
    progress.add(audited.cables, audited.bytes);
    if (audited.left_out) return !Interruption::came();
    if (audited.problem.empty()) {
      folder.add(audited.id, audited.rows, audited.findings);
    } else {
      folder.add(InputError{audited.id, visible(audited.problem)});
    }
    return !Interruption::came();
  });
  folder.flush();
  return !Interruption::came();
}

/// `baseline` and `older` may be null.
RunResult run_audit(const AuditOptions& options, const RuleSet& rules, const RunPlan& plan, RunFolder& folder,
                    Baseline* baseline, audit::Comparer* older) {
  Progress progress(!options.check.quiet, options.check.input.paths, options.check.input.read.walk);
  if (!check_all(options, rules, baseline, folder, progress)) {
    progress.clear();
    complain(
        fmt::format("interrupted; what was checked is kept in {}: go on with the same command and --resume",
                    visible(options.out)));
    Interruption::end();
  }
  progress.say("writing the results");
  audit::RunMerge merge(folder.parts());
  RunResult result = write_run(plan, merge, older);
  folder.remove_segments();
  return result;
}

int audit(const AuditOptions& options, const Settings& settings) {
  const RuleSet* const rules = load_rules(options.check.rules, "nothing was audited");
  if (rules == nullptr) return kTrouble;
  options.check.rule_choice.require_known(*rules);
  std::unique_ptr<Baseline> baseline;
  if (!options.check.baseline.empty()) {
    baseline = load_baseline(options.check, "nothing was audited");
    if (!baseline) return kTrouble;
  }
  // Opened before anything is made, so that a wrong name costs nothing.
  std::unique_ptr<audit::Comparer> older;
  if (!options.compare.empty())
    older = std::make_unique<audit::Comparer>(options.compare, options.check.fail_on);

  const RunPlan plan = plan_of(options, *rules);
  RunFolder folder(options.out, plan.facts, plan.files, options.begin);
  if (folder.complete()) {
    complain(fmt::format("{}: this audit is complete; there is nothing to go on with", visible(options.out)));
    return kClean;
  }
  RunResult result;
  try {
    result = run_audit(options, *rules, plan, folder, baseline.get(), older.get());
  } catch (const std::runtime_error&) {
    complain(fmt::format(
        "the audit in {} is not complete; when the cause below is mended, go on with the same command "
        "and --resume",
        visible(options.out)));
    throw;
  }
  if (baseline && options.begin != Begin::resume) report_stale(*baseline, options.check, settings);
  return conclude(result, {options.out, plan.files, options.check.fail_on, options.fail_on_new,
                           options.check.exit_zero, options.check.quiet});
}

}  // namespace

void add_audit(Command& program) {
  Command& command = program.add_command("audit", "Check a whole collection and keep the results");
  const auto given = std::make_shared<const GivenOptions>(command, For::judges);
  const auto words = std::make_shared<AuditWords>();
  add_audit_options(command, *words);
  command.footer =
      "The folder gets report.html for people; summary.json, findings.jsonl, documents.csv, findings.csv "
      "and "
      "audit.sqlite for programs; errors.jsonl with what could not be read; and run.json, which says whether "
      "the run is "
      "complete.\n\n"
      "Exit code: 0 no findings at or above --fail-on, 1 such findings, 2 anything that went wrong or could "
      "not be "
      "read.\n\n"
      "Example: audit an archive, and a month later show what changed\n"
      "  cablelint audit --out audit-january cables/\n"
      "  cablelint audit --out audit-february --compare audit-january --fail-on-new cables/\n\n"
      "Example: in three parts on three machines, then as one\n"
      "  cablelint audit --shard 1/3 --out part1 cables/\n"
      "  cablelint merge part1 part2 part3 --out whole";
  command.run = [given, words] {
    const Settings settings(*given);
    const AuditOptions options = audit_options(settings, *words);
    require_paths(options.check.input.paths, "cablelint audit --out DIR");
    return audit(options, settings);
  };
}

}  // namespace cablelint::cli
