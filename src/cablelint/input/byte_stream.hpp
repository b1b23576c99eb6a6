#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace cablelint {

/// Bytes that come one after the other.
class ByteStream {
 public:
  ByteStream() = default;
  virtual ~ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// Reads up to `most` bytes and gives how many came: 0 at the end, and where nothing more can be read;
  /// `problem` then says why for people.
  [[nodiscard]] virtual std::size_t read(char* to, std::size_t most, std::string& problem) = 0;
};

/// "cannot be read: Permission denied" for an errno.
[[nodiscard]] std::string cannot_be_read(int error);

/// A folder that stays open, so that its files are found without its path.
class OpenFolder {
 public:
  /// Takes over a descriptor.
  explicit OpenFolder(int number);
  ~OpenFolder();
  OpenFolder(const OpenFolder&) = delete;
  OpenFolder& operator=(const OpenFolder&) = delete;

  [[nodiscard]] int number() const { return number_; }
  /// True where a read of a regular file gives less than was asked for only at its end, as on disks and in
  /// memory; what programs make up as they are asked, such as /proc, may come in pieces.
  [[nodiscard]] bool reads_in_full() const { return reads_in_full_; }

 private:
  int number_;
  bool reads_in_full_;
};

/// A regular file or standard input, open for reading.
class OpenFile final : public ByteStream {
 public:
  /// Standard input.
  OpenFile();
  /// The file of that name. Folders, pipes and devices are refused; where a regular file was just seen,
  /// `seen_regular` spares the question.
  explicit OpenFile(const std::string& path, bool seen_regular = false);
  /// The regular file of that name that was just seen in a folder.
  OpenFile(const OpenFolder& folder, const char* name);
  ~OpenFile() override;

  /// Why it cannot be read, for people; empty when it can.
  [[nodiscard]] const std::string& problem() const { return problem_; }
  /// True where a read that gives less than was asked for has reached the end.
  [[nodiscard]] bool reads_in_full() const { return reads_in_full_; }
  /// Its bytes now; 0 for standard input and where nobody knows.
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::size_t read(char* to, std::size_t most, std::string& problem) override;

 private:
  void refuse_what_cannot_be_read(bool seen_regular);

  int number_;
  bool standard_input_;
  bool reads_in_full_ = false;
  std::size_t at_ = 0;  // in the file, whose own offset `size` moves
  std::string problem_;
};

}  // namespace cablelint
