#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::audit {

/// A file of a run that cannot be what it should be; the text begins with its path and says what to do.
class RunError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads a file line by line.
class LineFile {
 public:
  /// Throws RunError.
  explicit LineFile(std::string path);
  ~LineFile();
  LineFile(const LineFile&) = delete;
  LineFile& operator=(const LineFile&) = delete;

  /// The next line without its line end, valid until the next call; false at the end. Throws RunError where
  /// the file cannot be read, or where its last line has no end, which is a file cut short.
  bool next(std::string_view& line);
  /// Throws RunError: "PATH:LINE: WHAT".
  [[noreturn]] void refuse(std::string_view what) const;

 private:
  bool fill();

  std::string path_;
  int file_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  // of what is read and not given
  std::uint64_t line_ = 0;
};

}  // namespace cablelint::audit
