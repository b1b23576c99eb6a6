#include <fmt/format.h>

#include <cablelint/calendar.hpp>
#include <cablelint/files.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/redacting/verifier.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <new>

#include "cli/check_options.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/paired_documents.hpp"
#include "cli/rule_text.hpp"
#include "cli/verification_text.hpp"

namespace cablelint::cli {
namespace {

struct VerifyWords {
  std::string original, release;
  std::string output = "text";
  std::string as_of;
  bool noise = false;
  bool show_cut_text = false;
};

/// What all pairs came to.
struct VerifyTotals {
  std::size_t pairs = 0, exact = 0;
  std::size_t errors = 0, warnings = 0, notes = 0;

  void add(const redacting::Verification& result) {
    ++pairs;
    exact += result.exact ? 1 : 0;
    for (const auto& fault : result.faults)
      ++(fault.level == Severity::error ? errors : fault.level == Severity::warning ? warnings : notes);
  }
};

std::string counted(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

class PairVerifier {
 public:
  PairVerifier(const RuleSet& rules, const Parser& parser, const redacting::VerifyOptions& options,
               const VerifyWords& words)
      : parser_(parser),
        verifier_(rules, options),
        json_(wants_json(words.output)),
        show_(words.show_cut_text) {}

  /// False when a document cannot be read, which is then told.
  bool verify(const DocumentPair& pair, std::string& out) {
    const auto original_bytes = read(pair.original, original_reader_);
    const auto release_bytes = read(pair.release, release_reader_);
    if (!original_bytes || !release_bytes) return false;
    const Source original = Source::borrow(pair.original, *original_bytes);
    const Source release = Source::borrow(pair.release, *release_bytes);
    parser_.parse(original, original_);
    parser_.parse(release, release_);
    verifier_.verify(original, original_, release, release_, result_);
    totals_.add(result_);
    for (const redacting::Fault& fault : result_.faults) {
      const VerifiedPair shown{original, release, result_, show_};
      json_ ? append_json_fault(out, shown, fault) : append_text_fault(out, shown, fault);
    }
    return true;
  }
  [[nodiscard]] const VerifyTotals& totals() const { return totals_; }

 private:
  static std::optional<std::string_view> read(const std::string& path, DocumentReader& reader) {
    Input input;
    input.name = path;
    std::string problem;
    const auto bytes = reader.read(input, problem);
    if (!bytes) {
      complain_about(path, problem);
      return {};
    }
    if (bytes->find_first_not_of(" \t\r\n") == std::string_view::npos) {
      complain_about(path, "has no text, so there is nothing to verify");
      return {};
    }
    return bytes;
  }

  const Parser& parser_;
  redacting::Verifier verifier_;
  bool json_, show_;
  DocumentReader original_reader_, release_reader_;
  Cable original_, release_;
  redacting::Verification result_;
  VerifyTotals totals_;
};

void append_totals(std::string& out, const VerifyTotals& totals) {
  fmt::format_to(std::back_inserter(out), "{}: {} of {} the original with marks in it; {}, {}, {}\n",
                 counted(totals.pairs, "release"), totals.exact, totals.pairs,
                 counted(totals.errors, "error"), counted(totals.warnings, "warning"),
                 counted(totals.notes, "note"));
}

int verify(const VerifyWords& words) {
  const bool json = wants_json(words.output);
  const Day as_of = words.as_of.empty() ? today_utc() : parse_as_of(words.as_of);
  const std::optional<RuleSet> rules = load_rules({}, "nothing was verified");
  if (!rules) return kTrouble;
  const Parser parser(rules->vocabulary());
  bool trouble = false;
  const auto pairs = pair_documents(words.original, words.release, parser,
                                    [&](const std::string& path, const std::string& reason) {
                                      trouble = true;
                                      complain_about(path, reason);
                                    });
  PairVerifier verifier(*rules, parser, {as_of, words.noise}, words);
  Output output;
  std::string text;
  for (const DocumentPair& pair : pairs) {
    text.clear();
    if (!verifier.verify(pair, text)) trouble = true;
    output.stream() << text;
    if (!output.writable()) break;
  }
  if (!json && verifier.totals().pairs > 0) {
    text.clear();
    append_totals(text, verifier.totals());
    output.stream() << text;
  }
  output.finish();
  if (trouble) return kTrouble;
  return verifier.totals().errors + verifier.totals().warnings > 0 ? kFindings : kClean;
}

}  // namespace

void add_redactions_verify(Command& redactions) {
  Command& command = redactions.add_command(
      "verify",
      "Hold released cables against their originals: is what is cut cut right, and nothing else changed?");
  const auto words = std::make_shared<VerifyWords>();
  command.add_argument("ORIGINAL", words->original, "The cable, or a folder of cables").required = true;
  command.add_argument("RELEASE", words->release, "Its release, or a folder of releases").required = true;
  command.add_option("--as-of", words->as_of, "YYYY-MM-DD",
                     "The day on which portions are still classified or not; default: today in UTC");
  command.add_flag("--noise", words->noise,
                   "Blanks, line ends, upper and lower case, hyphens in words and page headers may differ");
  command.add_flag("--show-cut-text", words->show_cut_text,
                   "Show what was cut. Without it no word that the release withholds is in any output");
  command.add_option("--output", words->output, "FORMAT", "text (default) or json, one object a finding")
      .words = {"text", "json"};
  command.footer =
      "The release must be the original with marks in place of one or more words; the decision is exact. Of "
      "two\n"
      "folders the documents are paired by the id of their records, else by name. Also told: marks whose "
      "extent\n"
      "does not fit, portions still classified and not cut, cuts in unclassified portions without an "
      "exemption,\n"
      "cut names and numbers that stand elsewhere, masks as long as what they hide, cuts that could stand "
      "at\n"
      "several places. Output holds no cut word unless --show-cut-text is given.\n"
      "Exit code: 0 nothing but notes, 1 errors or warnings, 2 anything that went wrong.\n\n"
      "Example: a folder of releases before they go out\n"
      "  cablelint redactions verify --as-of 2026-01-01 originals/ releases/";
  command.run = [words] { return verify(*words); };
}

}  // namespace cablelint::cli
