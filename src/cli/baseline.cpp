#include <cablelint/baseline.hpp>

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cablelint/parse.hpp>
#include <cablelint/path_text.hpp>
#include <cablelint/terminal_text.hpp>
#include <cablelint/version.hpp>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include "cli/baseline_file.hpp"
#include "cli/check_options.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/pipeline.hpp"

namespace cablelint::cli {
namespace {

constexpr std::string_view kConsequence = "nothing was written";

/// The entries of one document.
struct Gathered {
  std::string source;
  std::string problem;  // not empty: the document could not be read
  std::vector<BaselineEntry> entries;
};

/// Turns the findings of documents into entries, one document after the other on one thread.
class Gatherer {
 public:
  Gatherer(const Parser& parser, const RuleSet& rules, const RuleChoice& choice, Baseline& baseline,
           std::string folder)
      : parser_(&parser), linters_(rules, choice), match_(baseline), folder_(std::move(folder)) {}

  Gathered operator()(const Input& input, std::string_view bytes) {
    Gathered gathered{input.name, input.problem, {}};
    try {
      if (input.problem.empty()) gather(input, bytes, gathered);
    } catch (const std::bad_alloc&) {
      gathered.problem = "does not fit into memory";
    }
    return gathered;
  }

 private:
  void gather(const Input& input, std::string_view bytes, Gathered& gathered) {
    const Source source = Source::borrow(input.name, bytes);
    Linter& linter = linters_.of(input);
    match_.begin(input.name);
    std::string path;
    set_source_path(path, working_folder_, input.name);
    const std::string seen = baseline_source(folder_, path);
    std::map<std::uint64_t, BaselineEntry> entries;
    parser_->parse_each(source, cable_, [&](const Cable& cable) {
      findings_.clear();
      linter.check(source, cable, findings_);
      match_.accept(findings_);
      for (const Finding& finding : findings_) {
        BaselineEntry entry{.fingerprint = parse_fingerprint(finding.fingerprint).value_or(0),
                            .rule = finding.rule,
                            .source = seen,
                            .message = finding.message};
        const auto [at, fresh] = entries.try_emplace(entry.fingerprint, std::move(entry));
        if (!fresh) ++at->second.count;
      }
    });
    match_.end(linter);
    for (auto& [fingerprint, entry] : entries) gathered.entries.push_back(std::move(entry));
  }

  const Parser* parser_;
  Cable cable_;
  std::vector<Finding> findings_;
  Linters linters_;
  BaselineMatch match_;
  std::string folder_;
  std::string working_folder_ = working_folder();
};

/// What new entries say besides their finding.
struct Remarks {
  std::string reason, author, expires;

  void add_to(BaselineEntry& entry) const {
    entry.reason = reason;
    entry.author = author;
    if (!expires.empty()) entry.expires = parse_as_of(expires, "--expires");
  }
};

using Key = std::pair<std::string, std::uint64_t>;

/// What a run finds, one entry for each fingerprint of a source; nothing when an input could not be read.
std::optional<std::map<Key, BaselineEntry>> gather(const CheckOptions& options, Baseline& baseline) {
  const RuleSet* const rules = load_rules(options.rules, kConsequence);
  if (rules == nullptr) return std::nullopt;
  options.rule_choice.require_known(*rules);
  const Parser parser(rules->vocabulary());
  const std::string folder = baseline_folder(options.baseline);
  DocumentStream documents(options.input.paths, options.input.read);
  std::map<Key, BaselineEntry> present;
  std::size_t unreadable = 0;
  const auto make = [&] { return Gatherer(parser, *rules, options.rule_choice, baseline, folder); };
  run_in_order<Gathered>(documents, thread_count(options.input), make, [&](Gathered&& gathered) {
    if (!gathered.problem.empty()) {
      ++unreadable;
      complain_about(gathered.source, gathered.problem);
    }
    for (BaselineEntry& entry : gathered.entries) {
      const auto [at, fresh] = present.try_emplace({entry.source, entry.fingerprint}, entry);
      // A document may be read under several names.
      if (!fresh) at->second.count = std::max(at->second.count, entry.count);
    }
    return true;
  });
  baseline.look_for_sources(options.input.paths, working_folder());
  if (unreadable == 0) return present;
  complain(fmt::format("{} could not be read; {}",
                       unreadable == 1 ? "1 input" : fmt::format("{} inputs", unreadable), kConsequence));
  return std::nullopt;
}

std::string entries_text(std::size_t count) {
  return fmt::format("{} {}", count, count == 1 ? "entry" : "entries");
}

int say(const std::string& text) {
  Output output;
  output.stream() << text << '\n';
  output.finish();
  return kClean;
}

/// Writes the entries, which stand there in full or not at all.
void write(const CheckOptions& options, const std::vector<BaselineEntry>& entries) {
  Output output(options.baseline);
  output.stream() << baseline_text(entries, kVersion);
  output.finish();
}

int write_baseline(const CheckOptions& options, const Remarks& remarks, bool force) {
  struct stat status {};
  if (!force && lstat(options.baseline.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) throw OutputError(options.baseline, EISDIR);
    throw UsageError(
        fmt::format("{} is there already; `cablelint baseline update` adds what is new, --force begins anew",
                    visible(options.baseline)));
  }
  Baseline none({}, "/", options.lint.as_of);
  std::optional<std::map<Key, BaselineEntry>> present = gather(options, none);
  if (!present) return kTrouble;
  std::vector<BaselineEntry> entries;
  for (auto& [key, entry] : *present) {
    remarks.add_to(entry);
    entries.push_back(std::move(entry));
  }
  write(options, entries);
  return say(fmt::format("Wrote {}: {}", visible(options.baseline), entries_text(entries.size())));
}

int update_baseline(const CheckOptions& options, const Remarks& remarks) {
  const std::unique_ptr<Baseline> baseline = load_baseline(options, kConsequence);
  if (!baseline) return kTrouble;
  std::optional<std::map<Key, BaselineEntry>> present = gather(options, *baseline);
  if (!present) return kTrouble;
  const std::string folder = baseline_folder(options.baseline);
  std::vector<BaselineEntry> entries;
  std::multimap<std::uint64_t, BaselineEntry> lost;
  bool raised = false;
  for (std::size_t i = 0; i < baseline->entries().size(); ++i) {
    BaselineEntry entry = baseline->entries()[i];
    const auto found = present->find({baseline_source(folder, baseline->path(i)), entry.fingerprint});
    if (found != present->end()) {
      raised = raised || found->second.count > entry.count;
      entry.count = std::max(entry.count, found->second.count);
      entry.message = found->second.message;
      present->erase(found);
    } else if (baseline->stale(i)) {
      lost.emplace(entry.fingerprint, std::move(entry));
      continue;
    }
    entries.push_back(std::move(entry));
  }
  std::size_t added = 0;
  std::size_t moved = 0;
  for (auto& [key, entry] : *present) {
    // The same finding in another file: what was said of it moves along.
    if (const auto old = lost.find(entry.fingerprint); old != lost.end()) {
      entry.reason = std::move(old->second.reason);
      entry.author = std::move(old->second.author);
      entry.expires = old->second.expires;
      lost.erase(old);
      ++moved;
    } else {
      remarks.add_to(entry);
      ++added;
    }
    entries.push_back(std::move(entry));
  }
  for (auto& [fingerprint, entry] : lost) entries.push_back(std::move(entry));
  const std::string name = visible(options.baseline);
  if (added + moved == 0 && !raised)
    return say(fmt::format("{} has all findings: {}", name, entries_text(entries.size())));
  write(options, entries);
  return say(fmt::format("Wrote {}: {}, {} new{}", name, entries_text(entries.size()), added,
                         moved > 0 ? fmt::format(", {} in another file than before", moved) : ""));
}

int prune_baseline(const CheckOptions& options) {
  const std::unique_ptr<Baseline> baseline = load_baseline(options, kConsequence);
  if (!baseline || !gather(options, *baseline)) return kTrouble;
  std::vector<BaselineEntry> entries;
  std::size_t lowered = 0;
  for (std::size_t i = 0; i < baseline->entries().size(); ++i) {
    BaselineEntry entry = baseline->entries()[i];
    if (baseline->stale(i)) {
      if (baseline->found(i) == 0) continue;
      entry.count = baseline->found(i);
      ++lowered;
    }
    entries.push_back(std::move(entry));
  }
  const std::size_t removed = baseline->entries().size() - entries.size();
  if (removed + lowered == 0)
    return say(
        fmt::format("{} has nothing to remove: {}", visible(options.baseline), entries_text(entries.size())));
  write(options, entries);
  return say(fmt::format("Wrote {}: {}, {} removed", visible(options.baseline), entries_text(entries.size()),
                         removed));
}

/// What the three commands share.
struct Words {
  explicit Words(Command& command) : given(command, For::linters) { add_paths(command, paths); }
  GivenOptions given;
  std::vector<std::string> paths;
  Remarks remarks;
  bool force = false;
};

void add_remarks(Command& command, Remarks& remarks) {
  command.add_option("--reason", remarks.reason, "TEXT", "Why the new entries are accepted; SARIF shows it");
  command.add_option("--author", remarks.author, "NAME", "Who accepts them");
  command.add_option("--expires", remarks.expires, "YYYY-MM-DD", "From this day on they are findings again");
}

template <typename Act>
std::pair<Command&, std::shared_ptr<Words>> add_command(Command& baseline, const std::string& name,
                                                        const std::string& description, const Act& act) {
  Command& command = baseline.add_command(name, description);
  auto words = std::make_shared<Words>(command);
  command.run = [words, name, act] {
    const std::string called = "cablelint baseline " + name;
    const CheckOptions options = check_options(Settings(words->given), words->paths);
    if (options.baseline.empty()) {
      throw UsageError(fmt::format(
          "no baseline was named; name its file, as in `{} --baseline cablelint-baseline.json cables/`",
          called));
    }
    require_paths(options.input.paths, called);
    if (!words->remarks.expires.empty()) (void)parse_as_of(words->remarks.expires, "--expires");
    return act(options, *words);
  };
  return {command, std::move(words)};
}

}  // namespace

void add_baseline(Command& program) {
  Command& baseline = program.add_command(
      "baseline", "Accept findings that are there, so that `cablelint check` shows the new ones");
  const auto [write, write_words] = add_command(baseline, "write", "Write a file that lists all findings",
                                                [](const CheckOptions& options, const Words& words) {
                                                  return write_baseline(options, words.remarks, words.force);
                                                });
  add_remarks(write, write_words->remarks);
  write.footer =
      "Sources are as seen from the folder of the file. A file that is there is kept unless --force is "
      "given.\n\n"
      "Example: accept for some time all that is there\n"
      "  cablelint baseline write --baseline cablelint-baseline.json --expires 2027-01-01 cables/";
  write.add_flag("--force", write_words->force, "Overwrite a baseline, and forget what it says");
  const auto [update, update_words] = add_command(
      baseline, "update", "Add findings that the file does not list, and keep what it says of others",
      [](const CheckOptions& options, const Words& words) {
        return update_baseline(options, words.remarks);
      });
  add_remarks(update, update_words->remarks);
  update.footer =
      "Entries whose finding is in another file now move there. Those without a finding stay; see prune.\n\n"
      "Example: accept what a new source brought, and say why\n"
      "  cablelint baseline update --baseline cablelint-baseline.json --reason \"as received\" cables/";
  const auto prune =
      add_command(baseline, "prune", "Remove entries whose finding is no longer there",
                  [](const CheckOptions& options, const Words&) { return prune_baseline(options); });
  prune.first.footer =
      "Looks at files that were read, or are gone from a PATH, and at rules that ran; all else stays.\n\n"
      "Example: forget what was mended\n"
      "  cablelint baseline prune --baseline cablelint-baseline.json cables/";
  baseline.footer =
      "An entry is known by rule, cable, the text it points at and the line around it, so it outlives edits "
      "elsewhere in the file. The file is JSON with one entry a line, and may be edited. Cables are "
      "records: "
      "nothing inside them suppresses a finding.\n\n"
      "Example: begin with a clean slate, and see only what is new from now on\n"
      "  cablelint baseline write --baseline cablelint-baseline.json cables/\n"
      "  cablelint check --baseline cablelint-baseline.json cables/";
}

}  // namespace cablelint::cli
