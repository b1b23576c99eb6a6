#include "cli/baseline_file.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cablelint/baseline_reader.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/document_reader.hpp>
#include <cablelint/path_text.hpp>
#include <cablelint/terminal_text.hpp>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <vector>

#include "cli/messages.hpp"

namespace cablelint::cli {
namespace {

constexpr std::size_t kShown = 10;  // entries of a kind; the rest is counted

/// A word as a shell takes it back.
std::string shell_word(std::string_view word) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-./=,:@%+").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::all_of(word.begin(), word.end(), plain)) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') quoted += "'\\'";
    quoted += c;
  }
  return visible(quoted + '\'');
}

/// The command that prunes what this run has judged: with the same paths and options of the command line.
std::string prune_command(const CheckOptions& options, const Settings& settings) {
  std::string command = "cablelint baseline prune";
  for (const Option& option : option_table()) {
    const std::vector<std::string>* const words = settings.from(Origin::command_line, option.name);
    if (words == nullptr || option.commands > For::linters) continue;
    for (const std::string& word : *words) {
      if (option.arity == Arity::flag) {
        command += fmt::format(" --{}", word == "true" ? std::string(option.name) : opposite_of(option));
      } else {
        command += fmt::format(" --{} {}", option.name, shell_word(word));
      }
    }
  }
  for (const std::string& path : options.input.paths) command += ' ' + shell_word(path);
  return command;
}

/// `cablelint: base.json:4: WHAT: TEST001 in cables/all.txt, "the word LOUD"`
void complain_about_entries(const std::string& name, const std::vector<const BaselineEntry*>& entries,
                            const auto& what) {
  for (std::size_t i = 0; i < entries.size() && i < kShown; ++i) {
    const BaselineEntry& entry = *entries[i];
    complain(fmt::format("{}:{}: {}: {} in {}{}", visible(name), entry.line, what(entry), visible(entry.rule),
                         visible(entry.source),
                         entry.message.empty() ? "" : fmt::format(", \"{}\"", visible(entry.message))));
  }
  if (entries.size() > kShown)
    complain(fmt::format("{}: and {} more like the last", visible(name), entries.size() - kShown));
}

}  // namespace

std::string baseline_folder(const std::string& path) {
  return std::string(folder_of(absolute_path(working_folder(), path)));
}

std::string baseline_source(const std::string& folder, const std::string& path) {
  return path == "-" ? path : std::filesystem::path(path).lexically_relative(folder).string();
}

std::unique_ptr<Baseline> load_baseline(const CheckOptions& options, std::string_view consequence) {
  std::vector<Diagnostic> faults;
  std::optional<std::vector<BaselineEntry>> entries;
  DocumentReader reader;
  std::string problem;
  if (const auto bytes = reader.read({.name = options.baseline, .problem = {}}, problem)) {
    entries = read_baseline(options.baseline, *bytes, faults);
  } else {
    Diagnostic& fault = faults.emplace_back();
    fault.file = options.baseline;
    fault.line = 0;
    fault.message = problem;
    struct stat status {};
    if (stat(options.baseline.c_str(), &status) != 0 && errno == ENOENT)
      fault.hint = "`cablelint baseline write` makes it";
  }
  if (!entries) {
    complain_about_faults(faults, consequence, "the baseline");
    return nullptr;
  }
  return std::make_unique<Baseline>(std::move(*entries), baseline_folder(options.baseline),
                                    options.lint.as_of);
}

void report_stale(Baseline& baseline, const CheckOptions& options, const Settings& settings) {
  baseline.look_for_sources(options.input.paths, working_folder());
  std::vector<const BaselineEntry*> stale;
  std::vector<const BaselineEntry*> expired;
  const std::span<const BaselineEntry> entries = baseline.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (baseline.stale(i)) stale.push_back(&entries[i]);
    if (baseline.expired(i) && baseline.found(i) > 0) expired.push_back(&entries[i]);
  }
  // As they stand in the file.
  const auto earlier = [](const BaselineEntry* a, const BaselineEntry* b) { return a->line < b->line; };
  std::stable_sort(stale.begin(), stale.end(), earlier);
  std::stable_sort(expired.begin(), expired.end(), earlier);
  complain_about_entries(options.baseline, expired,
                         [](const BaselineEntry& entry) { return "expired on " + iso(*entry.expires); });
  complain_about_entries(options.baseline, stale, [&](const BaselineEntry& entry) -> std::string {
    const auto index = static_cast<std::size_t>(&entry - entries.data());
    const std::uint32_t found = baseline.found(index);
    return found == 0 ? "no longer found"
                      : fmt::format("found {} {}, not {}", found, found == 1 ? "time" : "times", entry.count);
  });
  if (stale.empty()) return;
  complain(fmt::format("{}: {} stale; `{}` removes {}", visible(options.baseline),
                       stale.size() == 1 ? "1 entry is" : fmt::format("{} entries are", stale.size()),
                       prune_command(options, settings), stale.size() == 1 ? "it" : "them"));
}

}  // namespace cablelint::cli
