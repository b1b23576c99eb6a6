#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <ostream>
#include <string>

namespace cablelint::reports {

/// Text that can only be written once something behind it is known. What does not fit into a fixed amount of
/// memory waits in a temporary file without a name; where there is none to be had it stays in memory.
class Spool {
 public:
  explicit Spool(std::size_t memory = std::size_t{16} * 1024 * 1024) : memory_(memory) {}

  /// To append to; call `settle` now and then.
  [[nodiscard]] std::string& text() { return text_; }
  /// Moves the text to the file when there is too much of it.
  void settle();
  /// Writes everything, in order. False when the file could not be read back.
  bool copy_to(std::ostream& out);

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
