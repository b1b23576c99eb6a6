#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/span.hpp>

namespace cablelint {

/// A place for people: both numbers count from 1, columns in Unicode code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend constexpr bool operator==(const Position&, const Position&) = default;
};

/// The bytes of one document under its name. Everything else is a view into it, so it outlives them and does
/// not move.
class Source {
 public:
  /// More bytes than this do not fit a Span; a reader refuses such a file.
  static constexpr std::size_t kMaxBytes = 0xFFFF'FFF0U;

  /// Owns the bytes.
  Source(std::string name, std::string bytes);
  struct Borrowed {};
  /// Borrows the bytes, which must outlive the source.
  Source(std::string name, std::string_view bytes, Borrowed) : name_(std::move(name)), bytes_(bytes) {}
  static Source borrow(std::string name, std::string_view bytes) {
    return {std::move(name), bytes, Borrowed{}};
  }

  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  /// The bytes of a span; empty for an absent one.
  [[nodiscard]] std::string_view text(Span span) const {
    return span ? bytes_.substr(span.offset, span.length) : std::string_view{};
  }
  /// Line and column of a byte offset. Lines are counted as far as they are asked for; a source is used by
  /// one thread.
  [[nodiscard]] Position position(std::uint32_t offset) const;
  /// The whole line that holds an offset, without its line end.
  [[nodiscard]] Span line_at(std::uint32_t offset) const;
  /// Line number (from 1) to its span without the line end; absent when there is no such line.
  [[nodiscard]] Span line(std::uint32_t number) const;

 private:
  /// Finds where the next line begins; false when there is none.
  bool add_line() const;
  /// From 1.
  [[nodiscard]] std::uint32_t line_number(std::uint32_t offset) const;

  std::string name_;
  std::string owned_;
  std::string_view bytes_;
  mutable std::vector<std::uint32_t> line_starts_;  // ascending, as far as they are known
  mutable bool complete_ = false;                   // all of them are
  mutable Position last_;                           // the last answer of position() and its offset
  mutable std::uint32_t last_offset_ = 0;
};

}  // namespace cablelint
