#pragma once

#include <cablelint/input/byte_buffer.hpp>
#include <cstddef>
#include <cstdint>
#include <string>

namespace cablelint::cli {

/// Some lines of standard input.
struct LineBatch {
  ByteBuffer bytes;         // whole lines; the last of all may lack its end
  std::uint64_t first = 0;  // the number of the first line, from 1
  bool too_long = false;    // one line that was passed over, and no bytes
};

/// Standard input as lines. What is there is given at once; nothing waits for a line to come while others are
/// there already.
class LineSource {
 public:
  /// Lines of more than `most` bytes are passed over.
  explicit LineSource(std::size_t most);
  ~LineSource();
  LineSource(const LineSource&) = delete;
  LineSource& operator=(const LineSource&) = delete;

  /// Waits for the next lines; false at the end. For one thread at a time.
  [[nodiscard]] bool next(LineBatch& batch);
  /// Ends the waiting, from any thread: nothing more is read.
  void stop() const;
  /// Why there is no more, for people; empty when it simply ended.
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  /// Appends what is there; false at the end.
  bool read(ByteBuffer& bytes);
  bool pass_over(LineBatch& batch);

  std::size_t most_;
  int stop_read_ = -1, stop_write_ = -1;  // a pipe that says so
  ByteBuffer tail_;                       // the begin of a line
  std::uint64_t line_ = 1;
  bool ended_ = false;
  std::string problem_;
};

}  // namespace cablelint::cli
