#include <cablelint/redacting/comparer.hpp>

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace cablelint::redacting {

/// Writes the union: walks along both releases and copies from one or the other.
class Comparer::Union {
 public:
  Union(const Comparer& comparer, std::string& out)
      : first_{comparer.first_, {}, 0}, second_{comparer.second_, {}, 0}, out_(out) {
    // Codes in the margin go with their marks.
    std::vector<bool> first_stays(comparer.first_.tokens.marks.size());
    std::vector<bool> second_stays(comparer.second_.tokens.marks.size());
    const auto& stretches = comparer.alignment_.stretches;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      const AlignedStretch& each = stretches[i];
      if (each.kind != AlignedKind::both_cut) continue;
      const bool second = second_is_finer(stretches, i);
      const TokenRange marks = second ? each.second_marks : each.first_marks;
      for (std::uint32_t mark = marks.begin; mark < marks.end; ++mark)
        (second ? second_stays : first_stays)[mark] = true;
    }
    note_margins(first_, first_stays);
    note_margins(second_, second_stays);
  }

  void write(std::span<const AlignedStretch> stretches) {
    bool behind_second = false;  // what was written last stands in the second release alone
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      const AlignedStretch& each = stretches[i];
      switch (each.kind) {
        case AlignedKind::same:
        case AlignedKind::differ:
          if (each.first.size() > 0) {
            if (behind_second && each.second.size() > 0) {
              copy(second_, begin_of(second_, each.second));
              first_.at = begin_of(first_, each.first);
            }
            copy(first_, end_of(first_, each.first));
            behind_second = false;
          }
          if (each.second.size() > 0) second_.at = end_of(second_, each.second);
          break;
        case AlignedKind::first_shows:
          pass_marks(second_, each.second_marks);
          copy(first_, end_of(first_, each.first));
          behind_second = false;
          break;
        case AlignedKind::second_shows:
          pass_marks(first_, each.first_marks);
          copy(second_, end_of(second_, each.second));
          behind_second = true;
          break;
        case AlignedKind::both_cut: {
          const Span first = first_.release.marks(each.first_marks);
          const Span second = second_.release.marks(each.second_marks);
          behind_second ? copy(second_, second.offset) : copy(first_, first.offset);
          const bool finer = second_is_finer(stretches, i);
          const Span mark = finer ? second : first;
          out_ += (finer ? second_ : first_).release.source->text(mark);
          pass_marks(first_, each.first_marks);
          pass_marks(second_, each.second_marks);
          behind_second = false;
          break;
        }
        case AlignedKind::first_empty:
          break;
        case AlignedKind::second_empty:
          pass_marks(second_, each.second_marks);
          break;
      }
    }
    Cursor& last = behind_second ? second_ : first_;
    copy(last, static_cast<std::uint32_t>(last.release.source->bytes().size()));
  }

 private:
  struct Cursor {
    const Release& release;
    std::vector<Span> left_out;  // ascending
    std::uint32_t at = 0;        // up to here it is written
  };

  /// Whether the mark of the first release goes on beyond that of the second.
  static bool second_is_finer(std::span<const AlignedStretch> stretches, std::size_t i) {
    return (i > 0 && stretches[i - 1].kind == AlignedKind::second_shows) ||
           (i + 1 < stretches.size() && stretches[i + 1].kind == AlignedKind::second_shows);
  }

  static void note_margins(Cursor& cursor, const std::vector<bool>& stays) {
    const Release& release = cursor.release;
    for (std::size_t i = 0; i < stays.size(); ++i) {
      if (stays[i]) continue;
      const Span margin = margin_of(*release.source, *release.cable,
                                    release.cable->redactions[release.tokens.marks[i].redaction]);
      if (margin) cursor.left_out.push_back(margin);
    }
    std::sort(cursor.left_out.begin(), cursor.left_out.end(),
              [](Span a, Span b) { return a.offset < b.offset; });
  }

  static std::uint32_t begin_of(const Cursor& cursor, TokenRange range) {
    return cursor.release.tokens.places[range.begin].offset;
  }
  static std::uint32_t end_of(const Cursor& cursor, TokenRange range) {
    return cursor.release.tokens.places[range.end - 1].end();
  }
  static void pass_marks(Cursor& cursor, TokenRange marks) {
    if (marks.size() > 0) cursor.at = std::max(cursor.at, cursor.release.marks(marks).end());
  }

  void copy(Cursor& cursor, std::uint32_t until) {
    const std::string_view text = cursor.release.source->bytes();
    auto gap = std::partition_point(cursor.left_out.begin(), cursor.left_out.end(),
                                    [&](Span each) { return each.end() <= cursor.at; });
    for (; gap != cursor.left_out.end() && gap->offset < until; ++gap) {
      if (gap->offset > cursor.at) out_ += text.substr(cursor.at, gap->offset - cursor.at);
      cursor.at = std::max(cursor.at, gap->end());
    }
    if (until > cursor.at) out_ += text.substr(cursor.at, until - cursor.at);
    cursor.at = std::max(cursor.at, until);
  }

  Cursor first_, second_;
  std::string& out_;
};

void Comparer::append_union(std::string& out) const {
  Union(*this, out).write(alignment_.stretches);
}

}  // namespace cablelint::redacting
