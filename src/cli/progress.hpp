#pragma once

#include <atomic>
#include <cablelint/files.hpp>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace cablelint::cli {

/// The text of a progress line without its line end: cables done, cables a second, and, where `total` is
/// known, a bar, the share and the time left. `width` in columns.
[[nodiscard]] std::string progress_line(std::uint64_t cables, std::uint64_t bytes, std::uint64_t total,
                                        double seconds, std::size_t width);

/// Tells how far a run is, on one line of standard error that is written over again. Silent where standard
/// error is no terminal.
class Progress {
 public:
  /// The total is counted on a thread of its own while the run goes on.
  Progress(bool wanted, const std::vector<std::string>& paths, const WalkOptions& walk);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// A file that this run leaves out: another part of a shard's, or done before. From any thread.
  void pass_over(const std::string& path);
  /// Cables and bytes that are done.
  void add(std::uint64_t cables, std::uint64_t bytes);
  /// Shows what is done now instead: "writing the results".
  void say(std::string_view what);
  /// Takes the line away, for other messages.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  void show();

  bool shown_;
  Clock::time_point begin_ = Clock::now(), last_ = begin_;
  std::uint64_t cables_ = 0, bytes_ = 0;
  bool dirty_ = false;  // the line holds something
  std::atomic<std::uint64_t> total_ = 0;
  std::atomic<std::uint64_t> passed_over_ = 0;
  std::atomic<bool> stop_ = false;
  std::thread counter_;
};

}  // namespace cablelint::cli
