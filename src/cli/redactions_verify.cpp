#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cablelint/ascii.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/document_reader.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/redacting/fault_rules.hpp>
#include <cablelint/redacting/verifier.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <new>

#include "cli/check_options.hpp"
#include "cli/check_reports.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/paired_documents.hpp"
#include "cli/pipeline.hpp"
#include "cli/verification_text.hpp"

namespace cablelint::cli {
namespace {

struct VerifyWords {
  std::string original, release;
  std::vector<std::string> outputs, rules, levels;
  std::string as_of;
  bool noise = false;
  bool show_cut_text = false;
};

/// A release as the reports take it, and its original.
struct Verified {
  Checked checked;
  const KnownOriginal* original = nullptr;
};

/// Verifies releases one after the other on one thread.
class PairVerifier {
 public:
  PairVerifier(const RuleSet& rules, const Parser& parser, const redacting::VerifyOptions& options,
               const PairedDocuments& pairs, const CheckReports& reports, bool show_cut_text)
      : rules_(&rules),
        parser_(&parser),
        pairs_(&pairs),
        reports_(&reports),
        verifier_(rules, options),
        show_(show_cut_text) {}

  Verified operator()(const Input& input, std::string_view bytes) {
    Verified verified;
    Checked& checked = verified.checked;
    checked.source = input.name;
    checked.problem = input.problem;
    try {
      if (checked.problem.empty()) verify(input, bytes, verified);
    } catch (const std::bad_alloc&) {
      checked.parts.clear();
      checked.counts = {};
      checked.problem = "does not fit into memory";
    }
    if (!checked.problem.empty()) checked.counts.unreadable = 1;
    return verified;
  }

 private:
  void verify(const Input& input, std::string_view bytes, Verified& verified) {
    Checked& checked = verified.checked;
    constexpr std::string_view kNoText = "has no text, so there is nothing to verify";
    const Source release = Source::borrow(input.name, bytes);
    parser_->parse(release, release_);
    verified.original =
        pairs_->original_of(input, release_.record ? release.text(release_.record->id) : std::string_view());
    if (verified.original == nullptr) {
      checked.problem = pairs_->no_original();
      return;
    }
    const std::optional<std::string_view> original_bytes = read(*verified.original, checked.problem);
    if (original_bytes && !is_blank(*original_bytes) && is_blank(bytes)) {
      checked.problem = kNoText;
      return;
    }
    if (!original_bytes || is_blank(*original_bytes)) {
      checked.source = verified.original->name;
      if (original_bytes) checked.problem = kNoText;
      return;
    }
    const Source original = Source::borrow(verified.original->name, *original_bytes);
    parser_->parse(original, original_);
    verifier_.verify(original, original_, release, release_, result_);
    report({original, original_, release, release_, result_, show_}, checked);
  }

  /// Reports take the release without the words that must not be shown.
  void report(const reports::VerifiedPair& pair, Checked& checked) {
    const bool masked = !show_ && !result_.release_survivors.empty();
    const std::string without = masked ? redacting::without_survivors(pair.release, result_) : std::string();
    const Source shown = Source::borrow(pair.release.name(), masked ? without : pair.release.bytes());
    cable_.findings.clear();
    redacting::append_findings(*rules_, pair.original, shown, release_, result_, cable_.findings);
    reports_->format({shown, {&cable_, 1}, &pair}, checked.parts);
    for (const redacting::Fault& fault : result_.faults)
      ++(fault.level == Severity::error     ? checked.counts.error
         : fault.level == Severity::warning ? checked.counts.warning
                                            : checked.counts.note);
    checked.counts.cables = 1;
    checked.counts.cables_with_findings = result_.faults.empty() ? 0 : 1;
  }

  std::optional<std::string_view> read(const KnownOriginal& original, std::string& problem) {
    if (original.held) return original.text;
    Input input;
    input.name = original.name;
    return reader_.read(input, problem);
  }

  const RuleSet* rules_;
  const Parser* parser_;
  const PairedDocuments* pairs_;
  const CheckReports* reports_;
  redacting::Verifier verifier_;
  bool show_;
  DocumentReader reader_;
  Cable original_, release_;
  redacting::Verification result_;
  reports::CheckedCable cable_;
};

/// What the reports are to be, and how bad each fault is.
CheckOptions report_options(const VerifyWords& words, const redacting::VerifyOptions& options) {
  CheckOptions reports;
  reports.lint.as_of = options.as_of;
  reports.lint.profile = "redactions-verify";
  reports.fail_on = Severity::warning;
  reports.shows_cut_text = words.show_cut_text;
  for (const std::string& word : words.outputs) {
    reports.outputs.push_back(parse_output(word, "--output", pair_formats()));
    if (reports.outputs.back().folder)
      throw UsageError(fmt::format("--output {}: all pairs go on one page; name a file", visible(word)));
  }
  if (reports.outputs.empty()) reports.outputs.push_back({"text", {}});
  refuse_shared_outputs(reports.outputs);
  return reports;
}

/// The rules about pairs that run, with their levels.
std::vector<ActiveRule> active_rules(const RuleSet& rules, const redacting::VerifyOptions& options) {
  std::vector<ActiveRule> active;
  for (const RuleInfo* const rule : rules.pair_rules()) {
    for (std::size_t kind = 0; kind < redacting::kFaultKinds; ++kind) {
      const redacting::FaultRule found =
          redacting::fault_rule(rules, static_cast<redacting::FaultKind>(kind), options.levels);
      if (found.info == rule && found.level) active.push_back({rule, *found.level});
    }
  }
  return active;
}

int verify(const VerifyWords& words, const InputOptions& input) {
  redacting::VerifyOptions options;
  options.as_of = words.as_of.empty() ? today_utc() : parse_as_of(words.as_of);
  options.noise = words.noise;
  for (const std::string& word : words.levels) options.levels.push_back(parse_rule_level(word, "--levels"));
  const CheckOptions report = report_options(words, options);
  options.stretches = std::any_of(report.outputs.begin(), report.outputs.end(),
                                  [](const OutputChoice& output) { return output.format == "html"; });
  const RuleSet* const rules = load_rules(words.rules, "nothing was verified");
  if (rules == nullptr) return kTrouble;
  for (const auto& level : options.levels) {
    if (const std::optional<std::string> unknown = why_unknown(level.first, rules->pair_rules()))
      throw UsageError("--levels " + visible(level.first) + ": " + visible(*unknown));
  }
  const Parser parser(rules->vocabulary());
  const unsigned threads = thread_count(input);
  PairedDocuments pairs(words.original, words.release, input.read);
  CheckReports reports(report, active_rules(*rules, options), make_pair_writer);
  reports::Summary summary;
  const auto tell = [&](const std::string& source, const std::string& reason) {
    ++summary.unreadable;
    complain_about(source, reason);
    Checked checked;
    checked.source = source;
    checked.problem = reason;
    reports.add(checked);
  };
  pairs.read_originals(parser, threads, tell);
  if (!pairs.single() || summary.unreadable == 0) {
    run_in_order<Verified>(
        pairs.releases(), threads,
        [&] { return PairVerifier(*rules, parser, options, pairs, reports, words.show_cut_text); },
        [&](const Verified& verified) {
          const Checked& checked = verified.checked;
          if (verified.original != nullptr) pairs.take(*verified.original);
          if (!checked.problem.empty()) {
            tell(checked.source, checked.problem);
          } else {
            summary.add(checked.counts);
            reports.add(checked);
          }
          return reports.wanted();
        });
    if (!pairs.single() && reports.wanted()) pairs.tell_rest(tell);
  }
  summary.exit_code = summary.unreadable > 0                ? kTrouble
                      : summary.error + summary.warning > 0 ? kFindings
                                                            : kClean;
  return reports.finish(summary) ? summary.exit_code : kTrouble;
}

}  // namespace

void add_redactions_verify(Command& redactions) {
  Command& command = redactions.add_command(
      "verify",
      "Hold released cables against their originals: is what is cut cut right, and nothing else changed?");
  const auto words = std::make_shared<VerifyWords>();
  const auto given = std::make_shared<const GivenOptions>(command, For::pairs);
  command.add_required("ORIGINAL", words->original, "The cable, or a folder or file of many");
  command.add_required("RELEASE", words->release, "Its release, or a folder or file of releases");
  command.add_option("--as-of", words->as_of, "YYYY-MM-DD",
                     "The day on which portions are still classified or not; default: today in UTC");
  command.add_flag("--noise", words->noise,
                   "Blanks, line ends, upper and lower case, hyphens in words and page headers may differ");
  command.add_flag("--show-cut-text", words->show_cut_text,
                   "Show what was cut. Without it no word that the release withholds is in any output");
  const std::vector<std::string_view> formats = pair_formats();
  command
      .add_repeatable("--output", words->outputs, "FORMAT[:FILE]",
                      fmt::format("Write this report, to FILE when one is named; FORMAT is one of {}; "
                                  "default: text. Repeatable",
                                  fmt::join(formats, ", ")))
      .words.assign(formats.begin(), formats.end());
  command
      .add_repeatable("--levels", words->levels, "WORD=LEVEL,...",
                      "Other levels for rules about pairs, or off: by id, prefix or name. Repeatable")
      .commas = true;
  command.add_repeatable("--rules", words->rules, "PATH",
                         "A rule pack (*.yaml) or a folder of them, whose `overrides` and tables count. "
                         "Repeatable");
  command.footer =
      "The release must be the original with marks in place of one or more words; the decision is exact. "
      "Also told: "
      "marks whose extent does not fit, portions still classified and not cut, cuts in unclassified portions "
      "without "
      "an exemption, cut names and numbers that stand elsewhere, masks as long as what they hide, cuts that "
      "could "
      "stand at several places. `cablelint rules list` shows the rules behind them. Output holds no cut word "
      "unless "
      "--show-cut-text is given.\n\n"
      "Two folders, or files of many cables (*.jsonl, *.csv, *.tar, packed or not), are paired by the id of "
      "the "
      "records, else by name. Originals in such files are held in memory, of other originals only the names "
      "and ids; "
      "releases are read one after the other.\n\n"
      "`text` and `json`, one object a fault, have the places in both texts; `html` is a page with both side "
      "by side; "
      "the other formats are those of `cablelint check` with the faults as findings in the release, and "
      "`findings` is "
      "its `json`.\n"
      "Exit code: 0 nothing but notes, 1 errors or warnings, 2 anything that went wrong.\n\n"
      "Example: a folder of releases before they go out\n"
      "  cablelint redactions verify --as-of 2026-01-01 --output text --output html:page.html originals/ "
      "releases/";
  command.run = [words, given] { return verify(*words, input_options(Settings(*given), {})); };
}

}  // namespace cablelint::cli
