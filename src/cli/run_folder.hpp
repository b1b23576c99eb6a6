#pragma once

#include <cablelint/audit/run_facts.hpp>
#include <cablelint/audit/run_reader.hpp>
#include <cablelint/audit/segment.hpp>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cablelint::cli {

/// How a run treats the folder that it is given.
enum class Begin : std::uint8_t { fresh, overwrite, resume };

/// The folder of a run while documents are checked. What was checked is kept there in segments, so that a run
/// that breaks off loses only its last seconds.
class RunFolder {
 public:
  /// Makes the folder where it is missing and marks it as incomplete. Throws UsageError for a folder that
  /// holds something else or another run, and OutputError or audit::RunError where it cannot be used.
  RunFolder(std::string path, const audit::RunFacts& facts, const std::vector<std::string>& files,
            Begin begin);
  ~RunFolder();
  RunFolder(const RunFolder&) = delete;
  RunFolder& operator=(const RunFolder&) = delete;

  /// A resumed run that has nothing left to do.
  [[nodiscard]] bool complete() const { return complete_; }
  /// Documents and inputs that could not be read of the run that is resumed.
  [[nodiscard]] std::size_t already_done() const { return already_done_; }
  /// Whether the resumed run has seen this document or input: true once for each time it did. For any thread.
  [[nodiscard]] bool take_done(std::string_view id);

  void add(std::string_view id, std::string_view rows, std::string_view findings);
  void add(InputError error);
  /// Writes what is in memory.
  void flush();
  /// All that was checked, flushed, in the order in which it was.
  [[nodiscard]] std::vector<std::unique_ptr<audit::RunReader>> parts() const;
  /// Removes the segments. For when the run is written.
  void remove_segments();

 private:
  void begin_fresh(Begin begin);
  bool begin_resumed(const audit::RunFacts& facts, const std::vector<std::string>& files);
  void lock();
  void read_done();
  void flush_when_large();
  [[nodiscard]] std::string segment_name(std::size_t number) const;

  std::string path_;
  std::string segments_;  // the folder of segments
  int lock_ = -1;
  std::size_t count_ = 0;  // of segments
  audit::Segment segment_;
  bool complete_ = false;
  std::size_t already_done_ = 0;
  std::mutex mutex_;
  std::unordered_map<std::string, std::uint32_t> done_;
};

}  // namespace cablelint::cli
