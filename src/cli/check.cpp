#include <cablelint/baseline.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "cli/baseline_file.hpp"
#include "cli/check_options.hpp"
#include "cli/check_reports.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/document_group.hpp"
#include "cli/fix_outputs.hpp"
#include "cli/messages.hpp"
#include "cli/pipeline.hpp"
#include "reports/report.hpp"

namespace cablelint::cli {
namespace {

/// Checks documents on one thread.
class Checker final : DocumentVisitor {
 public:
  static constexpr std::size_t kMost = DocumentGroup::kMost;

  /// `baseline` may be null.
  Checker(const Parser& parser, const RuleSet& rules, const CheckOptions& options,
          const CheckReports& reports, Baseline* baseline)
      : reports_(&reports),
        linters_(rules, options.rule_choice),
        mender_(Fixer(parser, rules.vocabulary()), options.fixes),
        keep_(reports.want_cables()),
        group_(parser, *this) {
    if (baseline != nullptr) match_.emplace(*baseline);
  }

  void operator()(std::span<const ReadDocument> documents, std::vector<Checked>& results) {
    results_ = &results;
    for (const auto& [input, bytes] : documents) {
      results.push_back({input->name, input->container, input->problem, {}, {}, {}});
      if (input->problem.empty()) {
        group_.add(results.size() - 1, input->name, bytes, linters_.of(*input));
      } else {
        results.back().counts.unreadable = 1;
      }
    }
    group_.finish();
  }

 private:
  void begin(std::size_t document, const Source& source) override {
    now_ = &(*results_)[document];
    taken_ = 0;
    kept_.clear();
    if (match_) match_->begin(source.name());
  }

  void take(const Source& /*source*/, const Cable& cable, std::vector<Finding>& findings) override {
    if (taken_ == cables_.size()) cables_.emplace_back();
    reports::CheckedCable& of_cable = cables_[taken_++];
    of_cable.findings.swap(findings);
    if (match_) match_->accept(of_cable.findings);
    of_cable.cable = keep_ ? &kept_.emplace_back(cable) : nullptr;
    now_->counts.count(of_cable.findings);
  }

  void end(const Source& source, Linter& linter) override {
    if (match_) match_->end(linter);
    reports_->format({source, {cables_.data(), taken_}}, now_->parts);
    now_->mended = mender_(source);
  }

  void no_memory(std::size_t document) override {
    Checked& checked = (*results_)[document];
    checked.counts = {};
    checked.counts.unreadable = 1;
    checked.parts.clear();
    checked.problem = "does not fit into memory";
  }

  const CheckReports* reports_;
  Linters linters_;
  Mender mender_;
  std::vector<Checked>* results_ = nullptr;
  Checked* now_ = nullptr;                     // the document that is visited
  std::vector<reports::CheckedCable> cables_;  // of it; those behind its last keep their memory
  std::size_t taken_ = 0;
  std::deque<Cable> kept_;
  std::optional<BaselineMatch> match_;
  bool keep_;
  DocumentGroup group_;
};

bool fails(const reports::Summary& summary, Severity fail_on) {
  return summary.error > 0 || (fail_on <= Severity::warning && summary.warning > 0) ||
         (fail_on == Severity::note && summary.note > 0);
}

int check(const CheckOptions& options, const Settings& settings) {
  const RuleSet* const rules = load_rules(options.rules, "nothing was checked");
  if (rules == nullptr) return kTrouble;
  options.rule_choice.require_known(*rules);

  std::unique_ptr<Baseline> baseline;
  if (!options.baseline.empty()) {
    baseline = load_baseline(options, "nothing was checked");
    if (!baseline) return kTrouble;
  }

  const Parser parser(rules->vocabulary());
  DocumentStream documents(options.input.paths, options.input.read);
  CheckReports reports(options, options.rule_choice.active(*rules));
  FixOutputs fixes(options.fixes, options.input.paths);
  reports::Summary summary;
  const auto make_checker = [&] { return Checker(parser, *rules, options, reports, baseline.get()); };
  run_in_order<Checked>(documents, thread_count(options.input), make_checker, [&](const Checked& checked) {
    summary.add(checked.counts);
    if (!checked.problem.empty()) complain_about(checked.source, checked.problem);
    reports.add(checked);
    fixes.add(checked.source, checked.container, checked.mended);
    return reports.wanted() || fixes.wanted();
  });

  if (baseline && !reports.abandoned()) report_stale(*baseline, options, settings);
  const bool trouble = !fixes.finish() || summary.unreadable > 0;
  summary.exit_code = trouble                                                 ? kTrouble
                      : fails(summary, options.fail_on) && !options.exit_zero ? kFindings
                                                                              : kClean;
  if (!reports.finish(summary)) return kTrouble;
  return (reports.abandoned() || fixes.abandoned()) && !trouble ? kClean : summary.exit_code;
}

}  // namespace

void add_check(Command& program) {
  Command& command = program.add_command("check", "Check the markings of cables");
  const auto given = std::make_shared<const GivenOptions>(command, For::reports);
  const auto paths = std::make_shared<std::vector<std::string>>();
  add_paths(command, *paths);
  command.footer =
      "Exit code: 0 no findings at or above --fail-on, 1 such findings, 2 anything that went wrong.\n\n"
      "Mended is only what copies spoiled and what can be read in one way: paragraph numbers with the rest "
      "of a "
      "pilcrow or a list bullet, links in TAGS, doubled captions and labels, E.0. for E.O., keywords cut in "
      "two. Never "
      "a classification, a mark or a date. The exit code tells of the findings before anything was "
      "mended.\n\n"
      "Every option but those that mend may stand in cablelint.yaml and in the environment; see `cablelint "
      "config "
      "--help`.\n\n"
      "Example: check a folder as of a day, show everything, and keep a report for a machine\n"
      "  cablelint check --as-of 2026-01-01 --output full --output json:findings.json cables/";
  command.run = [given, paths] {
    const Settings settings(*given);
    const CheckOptions options = check_options(settings, *paths);
    require_paths(options.input.paths, "cablelint check");
    return check(options, settings);
  };
}

}  // namespace cablelint::cli
