#include <fmt/format.h>

#include <algorithm>
#include <cablelint/audit/run_json.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <tuple>
#include <utility>

#include "cli/audit_options.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/run_folder.hpp"
#include "cli/run_outputs.hpp"
#include "cli/run_summary.hpp"

namespace cablelint::cli {
namespace {

struct MergeWords {
  std::vector<std::string> runs, only;
  std::string out, jobs;
  bool dedupe = false, overwrite = false, exit_zero = false, quiet = false;
};

struct Part {
  std::string folder;
  audit::RunRecord record;
};

/// In what two runs differ that cannot be one; empty when they can.
std::string_view difference(const audit::RunFacts& a, const audit::RunFacts& b) {
  if (a.version != b.version) return "the version of cablelint";
  if (a.rules_hash != b.rules_hash) return "the rules or their choice";
  if (a.as_of != b.as_of) return "the day (--as-of)";
  if (a.fail_on != b.fail_on) return "--fail-on";
  if (a.settings != b.settings) return "options that decide what is read";
  return {};
}

/// In an order that does not depend on the order in which the runs were named.
std::vector<Part> read_parts(const std::vector<std::string>& folders) {
  std::vector<Part> parts;
  for (const std::string& folder : folders) {
    parts.push_back({folder, audit::read_whole_run(folder)});
    const std::string_view what = difference(parts.front().record.facts, parts.back().record.facts);
    if (!what.empty()) {
      throw UsageError(fmt::format("{} and {} cannot be merged: they differ in {}",
                                   visible(parts.front().folder), visible(folder), what));
    }
  }
  const auto key = [](const Part& part) { return std::tuple(audit::run_json(part.record), part.folder); };
  std::sort(parts.begin(), parts.end(), [&](const Part& a, const Part& b) { return key(a) < key(b); });
  return parts;
}

/// The facts of all parts together.
audit::RunFacts facts_of(const std::vector<Part>& parts) {
  audit::RunFacts facts = parts.front().record.facts;
  facts.history.clear();
  facts.shard.clear();
  const bool shards_of_one = std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
    return part.record.facts.shards == facts.shards && part.record.facts.inputs == facts.inputs;
  });
  if (!shards_of_one || facts.shards == 0) {
    facts.shards = 0;
    for (const Part& part : parts) {
      const std::vector<std::string>& inputs = part.record.facts.inputs;
      facts.inputs.insert(facts.inputs.end(), inputs.begin(), inputs.end());
    }
    std::sort(facts.inputs.begin(), facts.inputs.end());
    facts.inputs.erase(std::unique(facts.inputs.begin(), facts.inputs.end()), facts.inputs.end());
    return facts;
  }
  for (const Part& part : parts) {
    const std::vector<std::uint32_t>& shard = part.record.facts.shard;
    facts.shard.insert(facts.shard.end(), shard.begin(), shard.end());
  }
  std::sort(facts.shard.begin(), facts.shard.end());
  facts.shard.erase(std::unique(facts.shard.begin(), facts.shard.end()), facts.shard.end());
  if (facts.shard.size() < facts.shards) return facts;
  facts.shards = 0;
  facts.shard.clear();
  return facts;
}

std::vector<std::unique_ptr<audit::RunReader>> readers_of(const std::vector<Part>& parts) {
  std::vector<std::unique_ptr<audit::RunReader>> readers;
  for (const Part& part : parts) readers.push_back(std::make_unique<audit::RunReader>(part.folder));
  return readers;
}

void require_disjoint(const std::vector<Part>& parts) {
  audit::RunMerge merge(readers_of(parts));
  audit::AuditedDocument document;
  while (merge.next(document)) {
    if (merge.repeated().empty()) continue;
    throw UsageError(
        fmt::format("more than one of the audits has the document {}; leave one of them out, or keep one of "
                    "its results with --dedupe",
                    visible(merge.repeated().front())));
  }
}

int merge(const MergeWords& words) {
  if (words.runs.empty()) throw UsageError("no RUN was given; name the folders of audits");
  if (words.out.empty()) throw UsageError("no folder for the result was given; name one with --out DIR");
  const std::vector<Part> parts = read_parts(words.runs);

  RunPlan plan;
  plan.folder = words.out;
  plan.facts = facts_of(parts);
  plan.files = parse_files(words.only);
  plan.rules = parts.front().record.rules;
  plan.threads = thread_count({.threads = words.jobs.empty() ? 0 : parse_jobs(words.jobs, "--jobs")});
  if (!words.dedupe) require_disjoint(parts);
  RunFolder folder(words.out, plan.facts, plan.files, words.overwrite ? Begin::overwrite : Begin::fresh);
  audit::RunMerge merge(readers_of(parts), words.dedupe);
  const RunResult result = write_run(plan, merge, nullptr);
  folder.remove_segments();
  return conclude(result, {words.out, plan.files, plan.facts.fail_on, false, words.exit_zero, words.quiet});
}

}  // namespace

void add_merge(Command& program) {
  Command& command = program.add_command("merge", "Join audits of parts of a collection into one");
  const auto words = std::make_shared<MergeWords>();
  command.add_arguments("RUN", words->runs, "The folders of the audits");
  add_out(command, words->out);
  add_only(command, words->only);
  command.add_flag("--dedupe", words->dedupe, "Keep one of the documents that several audits have");
  command.add_flag("--overwrite", words->overwrite, "Replace the audit in --out");
  command.add_flag("--exit-zero", words->exit_zero, "Exit with 0 where findings would give 1");
  command.add_flag("-q,--quiet", words->quiet, "No summary");
  command.add_option("-j,--jobs", words->jobs, "N", "Threads to use (default: as many as there are cores)");
  command.footer =
      "The result has the bytes of an audit of the whole, in whatever order and steps its parts are merged.\n"
      "Audits by other rules, of another day or with the same documents are refused.\n\n"
      "Exit code: as for `cablelint audit`.\n\n"
      "Example:\n"
      "  cablelint merge part1 part2 part3 --out whole";
  command.run = [words] { return merge(*words); };
}

}  // namespace cablelint::cli
