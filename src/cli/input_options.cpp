#include "cli/input_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cablelint/input/byte_stream.hpp>
#include <cablelint/terminal_text.hpp>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>

#include "cli/command.hpp"
#include "cli/messages.hpp"

namespace cablelint::cli {

namespace {

constexpr unsigned kMostThreads = 1024;

/// All bytes of a list of paths; pipes are as good as files.
std::string read_list(const std::string& name) {
  const auto refuse = [&](int error) {
    throw UsageError(fmt::format("--files-from {}: {}", visible(name), cannot_be_read(error)));
  };
  const bool standard_input = name == "-";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      std::fopen(standard_input ? "/dev/stdin" : name.c_str(), "re"), std::fclose);
  if (!file) refuse(errno);
  std::string text;
  std::array<char, std::size_t{64} * 1024> piece{};
  while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), file.get()))
    text.append(piece.data(), got);
  if (std::ferror(file.get()) != 0) refuse(errno);
  return text;
}

void append_listed(const std::string& name, char separator, std::vector<std::string>& paths) {
  const std::string list = read_list(name);
  const std::size_t before = paths.size();
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(separator, at), list.size());
    std::string path = list.substr(at, end - at);
    at = end + 1;
    if (path.empty()) continue;
    // In a list this is a name like any other.
    if (path == "-") path = "./-";
    if (path.find('\0') != std::string::npos) {
      throw UsageError(fmt::format("--files-from {}: path {} has a NUL; separate paths by NUL with --null",
                                   visible(name), paths.size() - before + 1));
    }
    paths.push_back(std::move(path));
  }
  if (paths.empty()) throw UsageError(fmt::format("--files-from {}: the list is empty", visible(name)));
}

}  // namespace

Parameter& add_paths(Command& command, std::vector<std::string>& paths) {
  return command.add_arguments(
      "PATH", paths,
      "Files and folders to read, or - for standard input. A folder stands for the *.txt and "
      "*.cable files below it that are not ignored; *.jsonl, *.csv and *.tar hold many cables, and "
      "all may be packed as *.gz or *.zst");
}

void require_paths(const std::vector<std::string>& paths, const std::string& command) {
  if (!paths.empty()) return;
  throw UsageError(
      fmt::format("no PATH was given; name files or folders of cables, as in `{0} cables/`, or read standard "
                  "input with `{0} -`",
                  command));
}

InputOptions input_options(const Settings& settings, const std::vector<std::string>& paths) {
  InputOptions options;
  options.paths = paths;
  WalkOptions& walk = options.read.walk;
  if (settings.given("stdin-filename")) walk.standard_input_name = settings.word("stdin-filename");
  walk.exclude = settings.words("exclude");
  if (settings.of("exclude").origin == Origin::file) walk.exclude_folder = settings.config_folder();
  walk.ignore_files = !settings.flag("no-ignore");
  walk.force_exclude = settings.flag("force-exclude");
  for (const std::string& word : settings.words("csv-columns"))
    parse_csv_column(word, "--csv-columns", options.read.columns);
  if (settings.given("files-from")) {
    const std::string& list = settings.word("files-from");
    if (list == "-" && std::find(paths.begin(), paths.end(), "-") != paths.end())
      throw UsageError("--files-from -: standard input cannot be both the list and a cable");
    append_listed(list, settings.flag("null") ? '\0' : '\n', options.paths);
  }
  if (settings.given("jobs")) options.threads = parse_jobs(settings.word("jobs"), "--jobs");
  return options;
}

unsigned parse_jobs(const std::string& word, std::string_view label) {
  unsigned number = 0;
  const char* const end = word.data() + word.size();
  const auto [rest, error] = std::from_chars(word.data(), end, number);
  if (error == std::errc() && rest == end && number >= 1 && number <= kMostThreads) return number;
  throw UsageError(fmt::format("{} {}: write a number from 1 to {}", label, visible(word), kMostThreads));
}

void parse_csv_column(const std::string& word, std::string_view label, CsvColumns& columns) {
  const std::size_t equals = std::min(word.find('='), word.size());
  const std::string_view what = std::string_view(word).substr(0, equals);
  if ((what != "id" && what != "text") || equals + 1 >= word.size()) {
    throw UsageError(
        fmt::format("{} {}: write id= or text= and the name of the column, as in `id=number,text=body`",
                    label, visible(word)));
  }
  (what == "id" ? columns.id : columns.text) = word.substr(equals + 1);
}

unsigned thread_count(const InputOptions& options) {
  if (options.threads > 0) return options.threads;
  return std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
}

}  // namespace cablelint::cli
