#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <ostream>
#include <stdexcept>
#include <streambuf>
#include <string>

namespace cablelint::cli {

/// An output that cannot be opened or written: "out.json: cannot be written: No space left on device".
class OutputError : public std::runtime_error {
 public:
  OutputError(const std::string& name, int error);
  OutputError(const std::string& name, const std::string& reason);
};

/// Bytes on their way to a file descriptor. Remembers the first failure and drops what follows it.
class DescriptorBuffer final : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor);

  /// errno of the first failed write; 0 while all is well.
  [[nodiscard]] int failure() const { return failure_; }

 protected:
  int_type overflow(int_type next) override;
  int sync() override;
  std::streamsize xsputn(const char* text, std::streamsize count) override;

 private:
  bool write_out(const char* text, std::size_t count);

  int descriptor_;
  bool terminal_;
  int failure_ = 0;
  std::array<char, std::size_t{64} * 1024> buffer_{};
};

/// Standard output or a file. A file appears under its name when it is finished and not before; without
/// `finish` it never does. Names of pipes and devices are written directly.
class Output {
 public:
  /// Standard output.
  Output();
  /// Throws OutputError when the file cannot be made.
  explicit Output(const std::string& path);
  /// The end of a file that others write to before and after: what this run adds is there whole or not at
  /// all. Throws OutputError when the file cannot be opened.
  static std::unique_ptr<Output> at_end_of(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  [[nodiscard]] std::ostream& stream() { return stream_; }
  /// The reader of standard output has closed it: nobody wants the rest, and that is no fault.
  [[nodiscard]] bool closed_by_reader() const;
  /// False after a failed write.
  [[nodiscard]] bool writable() const { return !buffer_ || buffer_->failure() == 0; }
  /// Writes what is left, after which only the name is missing: of many files none appears before all are
  /// written. Throws OutputError.
  void complete();
  /// Does that, too, and gives the file its name. Throws OutputError.
  void finish();

 private:
  Output(const std::string& path, int descriptor);
  void open_temporary();
  /// Throws the failed write, having taken back what was written before it.
  [[noreturn]] void give_up();

  std::string name_;    // for messages
  std::string target_;  // the file that appears; empty where bytes go out directly
  std::string temporary_;
  std::int64_t end_before_ = -1;  // of the file that is appended to
  int descriptor_;
  std::unique_ptr<DescriptorBuffer> buffer_;  // until the file is complete
  std::ostream stream_;
};

/// Opens whichever of the three standard descriptors the caller has closed on nothing, so that no other file
/// takes its number; writing there fails as it should.
void guard_standard_descriptors();

}  // namespace cablelint::cli
