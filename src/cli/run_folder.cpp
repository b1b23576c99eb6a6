#include "cli/run_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cablelint/audit/run_json.hpp>
#include <cablelint/terminal_text.hpp>
#include <cerrno>
#include <filesystem>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/run_outputs.hpp"

namespace cablelint::cli {
namespace {

namespace fs = std::filesystem;

/// Bytes of results after which they are written: a second or two of work. They grow slowly with the number
/// of segments, which are all open when they are joined.
constexpr std::size_t kSegmentBytes = std::size_t{8} * 1024 * 1024;
constexpr std::size_t kSegmentsOfOneSize = 100;
constexpr std::string_view kSegments = "segments";
constexpr std::string_view kUnfinished = ".unfinished";  // behind the name of a segment that is being written

void make_folder(const std::string& path) {
  if (mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) throw OutputError(path, errno);
}

void write_record(const std::string& folder, const audit::RunRecord& record) {
  Output run(folder + '/' + std::string(audit::kRunFile));
  run.stream() << audit::run_json(record);
  run.finish();
}

bool is_empty(const std::string& path) {
  std::error_code error;
  const bool empty = fs::is_empty(path, error);
  if (error) throw OutputError(path, error.value());
  return empty;
}

/// The first member in which two runs differ, for people; empty when they are the same work.
std::string difference(const audit::RunRecord& old, const audit::RunFacts& facts,
                       const std::vector<std::string>& files) {
  const audit::RunFacts& before = old.facts;
  if (before.version != facts.version) return "the version of cablelint";
  if (before.inputs != facts.inputs) return "PATH";
  if (before.as_of != facts.as_of) return "--as-of";
  if (before.rules_hash != facts.rules_hash) return "the rules or their choice";
  if (before.fail_on != facts.fail_on) return "--fail-on";
  if (before.shard != facts.shard || before.shards != facts.shards) return "--shard";
  if (before.settings != facts.settings) return "an option that decides what is read";
  if (old.files != files) return "--only";
  return {};
}

/// Whether a file is one that a killed run left half written: ".findings.csv.hTQTDU", ".audit.sqlite".
bool is_leftover(std::string_view name) {
  constexpr std::size_t kSuffix = 7;  // ".XXXXXX"
  const auto is_ours = [](std::string_view file) {
    const std::span<const std::string_view> files = run_files();
    return file == audit::kRunFile || std::find(files.begin(), files.end(), file) != files.end();
  };
  if (!name.starts_with('.')) return false;
  name.remove_prefix(1);
  if (is_ours(name)) return true;
  return name.size() > kSuffix && name[name.size() - kSuffix] == '.' &&
         is_ours(name.substr(0, name.size() - kSuffix));
}

/// Of a run that goes on or is replaced, whose folder is locked. What stands in other folders is not ours.
void remove_leftovers(const std::string& folder) {
  std::error_code error;
  std::vector<fs::path> leftovers;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (is_leftover(entry->path().filename().string())) leftovers.push_back(entry->path());
  }
  for (const fs::path& path : leftovers) fs::remove(path, error);
}

/// As many open files as the system allows; the usual limit is lower.
void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  (void)setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

RunFolder::RunFolder(std::string path, const audit::RunFacts& facts, const std::vector<std::string>& files,
                     Begin begin)
    : path_(std::move(path)), segments_(path_ + '/' + std::string(kSegments)) {
  while (path_.size() > 1 && path_.ends_with('/')) path_.pop_back();
  make_folder(path_);
  if (!fs::is_directory(path_)) throw OutputError(path_, ENOTDIR);
  lock();
  if (begin == Begin::resume) {
    complete_ = begin_resumed(facts, files);
    return;
  }
  begin_fresh(begin);
  write_record(path_, {facts, false, files, {}, {}});
  make_folder(segments_);
}

RunFolder::~RunFolder() {
  if (lock_ >= 0) close(lock_);
}

void RunFolder::lock() {
  lock_ = open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ < 0) throw OutputError(path_, errno);
  if (flock(lock_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    throw UsageError(
        fmt::format("--out {}: another audit is writing there; wait for its end", visible(path_)));
  }
}

void RunFolder::begin_fresh(Begin begin) {
  if (is_empty(path_)) return;
  const std::string shown = visible(path_);
  if (!fs::exists(path_ + '/' + std::string(audit::kRunFile))) {
    throw UsageError(
        fmt::format("--out {}: the folder holds other files; name a new or an empty one", shown));
  }
  if (begin != Begin::overwrite) {
    throw UsageError(
        audit::read_run(path_).complete
            ? fmt::format(
                  "--out {}: holds an audit already; name another folder, or replace it with --overwrite",
                  shown)
            : fmt::format("--out {}: holds an audit that is not complete; go on from there with --resume, or "
                          "replace it with --overwrite",
                          shown));
  }
  remove_leftovers(path_);
  std::error_code error;
  for (const std::string_view file : run_files()) fs::remove(path_ + '/' + std::string(file), error);
  fs::remove_all(segments_, error);
  if (error) throw OutputError(segments_, error.value());
}

bool RunFolder::begin_resumed(const audit::RunFacts& facts, const std::vector<std::string>& files) {
  const std::string shown = visible(path_);
  if (is_empty(path_)) {
    throw UsageError(fmt::format("--resume: {} holds no audit; begin one without --resume", shown));
  }
  const audit::RunRecord old = audit::read_run(path_);
  if (const std::string what = difference(old, facts, files); !what.empty()) {
    throw UsageError(
        fmt::format("--resume: the audit in {} was begun with another setting of {}; give the same, or "
                    "begin anew with --overwrite",
                    shown, what));
  }
  if (old.complete) {
    remove_segments();
    return true;
  }
  remove_leftovers(path_);
  make_folder(segments_);
  read_done();
  return false;
}

std::string RunFolder::segment_name(std::size_t number) const {
  return fmt::format("{}/{:06}", segments_, number);
}

void RunFolder::read_done() {
  for (; fs::exists(segment_name(count_)); ++count_) {
    audit::RunReader reader(segment_name(count_));
    audit::AuditedDocument document;
    for (; reader.next(document); ++already_done_) ++done_[document.id];
    InputError error;
    for (; reader.next_error(error); ++already_done_) ++done_[error.source];
  }
}

bool RunFolder::take_done(std::string_view id) {
  if (already_done_ == 0) return false;
  const std::scoped_lock lock(mutex_);
  const auto found = done_.find(std::string(id));
  if (found == done_.end()) return false;
  if (--found->second == 0) done_.erase(found);
  return true;
}

void RunFolder::add(std::string_view id, std::string_view rows, std::string_view findings) {
  segment_.add(id, rows, findings);
  flush_when_large();
}

void RunFolder::add(InputError error) {
  segment_.add(std::move(error));
  flush_when_large();
}

void RunFolder::flush_when_large() {
  if (segment_.size() >= kSegmentBytes * (1 + count_ / kSegmentsOfOneSize)) flush();
}

void RunFolder::flush() {
  if (segment_.empty()) return;
  const std::string name = segment_name(count_);
  const std::string unfinished = name + std::string(kUnfinished);
  std::error_code error;
  fs::remove_all(unfinished, error);
  make_folder(unfinished);
  segment_.write(unfinished);
  if (std::rename(unfinished.c_str(), name.c_str()) != 0) throw OutputError(name, errno);
  ++count_;
}

std::vector<std::unique_ptr<audit::RunReader>> RunFolder::parts() const {
  raise_file_limit();
  std::vector<std::unique_ptr<audit::RunReader>> parts;
  for (std::size_t i = 0; i < count_; ++i)
    parts.push_back(std::make_unique<audit::RunReader>(segment_name(i)));
  return parts;
}

void RunFolder::remove_segments() {
  std::error_code error;
  fs::remove_all(segments_, error);
  if (error) throw OutputError(segments_, error.value());
}

}  // namespace cablelint::cli
