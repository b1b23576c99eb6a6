#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace cablelint::reports {

/// Text that can only be written once something behind it is known. What does not fit into a fixed amount of
/// memory waits in a temporary file without a name; where there is none to be had it stays in memory.
class Spool {
 public:
  explicit Spool(std::size_t memory = std::size_t{16} * 1024 * 1024) : memory_(memory) {}

  void append(std::string_view text);
  /// Bytes appended so far.
  [[nodiscard]] std::size_t size() const { return filed_ + text_.size(); }
  /// Writes the first `most` bytes, in order. Throws std::runtime_error when the file could not be read back.
  void copy_to(std::ostream& out, std::size_t most = std::string::npos);

 private:
  struct Close {
    void operator()(std::FILE* file) const { (void)std::fclose(file); }
  };

  std::size_t memory_;
  std::string text_;
  std::unique_ptr<std::FILE, Close> file_;
  std::size_t filed_ = 0;  // bytes in the file that count
  bool usable_ = true;     // the file takes more
};

}  // namespace cablelint::reports
