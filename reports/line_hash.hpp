#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::reports {

/// The hashes of lines that code scanning knows as `primaryLocationLineHash`: a rolling hash over the hundred
/// UTF-16 units from the start of a line on, blanks left out, with the number of the line among those of the
/// document with the same hash.
class LineHashes {
 public:
  explicit LineHashes(std::string_view bytes);

  /// "271789c17abda88f:1" for the line that begins at a byte offset.
  [[nodiscard]] std::string at(std::uint32_t line_begin) const;
  /// Of all lines in order. They end at LF, CR and CRLF.
  [[nodiscard]] std::vector<std::string> all() const;

 private:
  struct Line {
    std::size_t begin;  // offset of its first character that counts
    std::uint64_t hash;
    std::uint32_t occurrence;
  };
  [[nodiscard]] static std::string text_of(const Line& line);

  std::vector<Line> lines_;
};

}  // namespace cablelint::reports
