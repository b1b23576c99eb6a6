#pragma once

#include <cablelint/input/byte_stream.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace cablelint {

/// One entry of a tar archive. Names are data: nothing is ever written under them.
struct TarMember {
  std::string name;
  std::uint64_t size = 0;
  bool file = false;    // not a folder, link or device
  bool sparse = false;  // a file whose bytes are not stored as they are
};

/// Reads tar archives from front to end: ustar, pax, and what GNU tar writes.
class TarReader {
 public:
  explicit TarReader(std::unique_ptr<ByteStream> bytes);

  /// Goes on to the next member; false at the end and, with `problem` for people, where nothing more can be
  /// read.
  [[nodiscard]] bool next(TarMember& member, std::string& problem);
  /// Reads on in the member: 0 at its end, and on a problem.
  [[nodiscard]] std::size_t read(char* to, std::size_t most, std::string& problem);

 private:
  struct Header;
  enum class Block { whole, none, broken };
  Block read_block(char* to, std::string& problem);
  bool skip(std::uint64_t count, std::string& problem);
  /// The text that a header of its own brings for the next member.
  bool read_text(std::uint64_t size, std::string& text, std::string& problem);

  std::unique_ptr<ByteStream> bytes_;
  std::uint64_t at_ = 0;    // in the archive
  std::uint64_t left_ = 0;  // of the member
  std::uint64_t pad_ = 0;   // behind it
};

}  // namespace cablelint
