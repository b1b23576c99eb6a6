#pragma once

#include <array>
#include <cablelint/redacting/verification.hpp>
#include <cablelint/source.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::reports {

/// A part of a text that is shown in a way of its own.
struct PairPiece {
  Span at;
  std::string style;            // classes of pairs.css
  std::string_view label = {};  // written in front of it
  bool hidden = false;          // a placeholder stands for it
};

/// Where a fault stands in one of the texts.
struct FaultPlace {
  Span at;
  std::size_t fault = 0;
};

/// One of the two texts of a pair: writes its cells from top to bottom, with the places of faults, which are
/// asked for until they are written or skipped.
class PairColumn {
 public:
  /// `letter` begins the ids of its places. The source and the faults must outlive it.
  PairColumn(const Source& source, char letter, std::vector<FaultPlace> places,
             const std::vector<redacting::Fault>& faults);

  /// Appends the text of a row, its pieces in ascending order and apart from each other. `last` takes the
  /// faults behind the text, too.
  void append_cell(std::string& out, Span row, std::span<const PairPiece> pieces, bool last);

  /// Whether the next place stands before this.
  [[nodiscard]] bool has_place_before(std::uint32_t end) const {
    return next_ < places_.size() && places_[next_].at.offset < end;
  }
  /// The next place, as an index.
  [[nodiscard]] std::size_t next() const { return next_; }
  [[nodiscard]] const std::vector<FaultPlace>& places() const { return places_; }
  /// Leaves out the places before this.
  void skip_to(std::uint32_t offset);

 private:
  void append_places(std::string& out, std::uint32_t end);
  void append_place(std::string& out, const FaultPlace& place);
  [[nodiscard]] std::string_view level_at(std::uint32_t at) const;
  void append_label(std::string& out, const PairPiece& piece);
  void append_hidden(std::string& out, const PairPiece& piece);
  void append_text(std::string& out, Span at, std::string_view style, std::size_t most);

  const Source& source_;
  char letter_;
  std::vector<FaultPlace> places_;
  const std::vector<redacting::Fault>& faults_;
  std::size_t next_ = 0;
  std::array<std::uint32_t, 3> until_{};  // by level: where the faults that began end
};

}  // namespace cablelint::reports
