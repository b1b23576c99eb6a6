#include "cli/audit_options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cablelint/terminal_text.hpp>
#include <charconv>

#include "cli/command.hpp"
#include "cli/messages.hpp"
#include "cli/run_outputs.hpp"

namespace cablelint::cli {
namespace {

/// Options that decide which documents are read, by their names in the table.
constexpr std::array<std::string_view, 7> kReading = {
    "files-from", "stdin-filename", "csv-columns", "exclude", "no-ignore", "force-exclude", "baseline"};

std::vector<std::pair<std::string, std::string>> reading_settings(const Settings& settings) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const std::string_view name : kReading) {
    const Setting& setting = settings.of(name);
    if (setting.origin == Origin::standard || setting.words.empty()) continue;
    found.emplace_back(name, fmt::format("{}", fmt::join(setting.words, ",")));
  }
  return found;
}

}  // namespace

bool Shard::takes(std::string_view id) const {
  if (of == 0) return true;
  Fnv hash;
  hash.put_text(id);
  // The low bits of this hash alone depend too little on the beginning of the text.
  const std::uint64_t value = hash.value() ^ (hash.value() >> 32U);
  return value % of == number - 1;
}

Shard parse_shard(const std::string& word) {
  Shard shard;
  const char* const end = word.data() + word.size();
  const auto [slash, error] = std::from_chars(word.data(), end, shard.number);
  if (error == std::errc() && slash != end && *slash == '/') {
    const auto [rest, error_of] = std::from_chars(slash + 1, end, shard.of);
    if (error_of == std::errc() && rest == end && shard.number >= 1 && shard.number <= shard.of) return shard;
  }
  throw UsageError(fmt::format("--shard {}: write the number of this shard and how many there are, as in 2/7",
                               visible(word)));
}

std::vector<std::string> parse_files(const std::vector<std::string>& words) {
  std::vector<std::string> files;
  for (const std::string_view file : run_files()) {
    if (words.empty() || std::find(words.begin(), words.end(), file) != words.end()) files.emplace_back(file);
  }
  for (const std::string& word : words) {
    if (std::find(files.begin(), files.end(), word) != files.end()) continue;
    throw UsageError(fmt::format("--only {}: there is no such file; write some of {}", visible(word),
                                 fmt::join(run_files(), ", ")));
  }
  return files;
}

void add_out(Command& command, std::string& out) {
  command.add_option("--out", out, "DIR", "The folder for the results, which is made where it is missing");
}

void add_only(Command& command, std::vector<std::string>& only) {
  command
      .add_repeatable("--only", only, "FILE,...",
                      fmt::format("Write these files only (and run.json): {}", fmt::join(run_files(), ", ")))
      .commas = true;
}

void add_audit_options(Command& command, AuditWords& words) {
  add_paths(command, words.paths).description =
      "Files and folders to read, or - for standard input. A folder stands for all cables below it that are "
      "not "
      "ignored: *.txt and *.cable, and *.jsonl, *.csv and *.tar, which hold many; all may be packed as *.gz "
      "or *.zst";
  add_out(command, words.out);
  add_only(command, words.only);
  command.add_option("--shard", words.shard, "I/N",
                     "Take the I-th of N parts of the documents, by their ids");
  command.add_option("--compare", words.compare, "DIR", "Show what changed since the audit in this folder");
  command.add_flag("--fail-on-new", words.fail_on_new,
                   "With --compare: only findings that are new give exit code 1");
  command.add_flag("--resume", words.resume, "Go on with the audit in --out that was interrupted");
  command.add_flag("--overwrite", words.overwrite, "Replace the audit in --out");
}

AuditOptions audit_options(const Settings& settings, const AuditWords& words) {
  AuditOptions options;
  if (words.out.empty()) throw UsageError("no folder for the results was given; name one with --out DIR");
  if (words.resume && words.overwrite) {
    throw UsageError("--resume goes on with what is there and --overwrite throws it away; give one of them");
  }
  if (words.fail_on_new && words.compare.empty()) {
    throw UsageError("--fail-on-new needs an older audit to compare with; name it with --compare DIR");
  }
  options.check = check_options(settings, words.paths);
  options.check.input.read.walk.containers = true;
  options.paths = words.paths;
  options.out = words.out;
  options.files = parse_files(words.only);
  if (!words.shard.empty()) options.shard = parse_shard(words.shard);
  options.compare = words.compare;
  options.fail_on_new = words.fail_on_new;
  options.begin = words.resume ? Begin::resume : words.overwrite ? Begin::overwrite : Begin::fresh;
  options.settings = reading_settings(settings);
  return options;
}

}  // namespace cablelint::cli
