#include <cablelint/redacting/aligner.hpp>
#include <cablelint/redacting/alignment.hpp>

#include <algorithm>
#include <span>

namespace cablelint::redacting {
namespace {

/// Whether two texts agree from their begin, or from their end, as far as the shorter goes.
template <typename First, typename Second>
bool agree(First first, First first_end, Second second, Second second_end) {
  while (first != first_end && second != second_end) {
    if (*first++ != *second++) return false;
  }
  return true;
}

bool can_be(const Tokens& first, const Tokens& second) {
  const auto front = [](const Tokens& text) { return text.ids.begin() + text.marks.front().before; };
  const auto back = [](const Tokens& text) {
    return text.ids.rbegin() + static_cast<std::ptrdiff_t>(text.ids.size() - text.marks.back().before);
  };
  return agree(first.ids.begin(), front(first), second.ids.begin(), front(second)) &&
         agree(first.ids.rbegin(), back(first), second.ids.rbegin(), back(second));
}

/// The stretches of a text and its release.
void stretches_of(const Placement& placement, std::span<const MarkGroup> groups, bool first_is_release,
                  std::vector<AlignedStretch>& stretches) {
  const auto moves = [](const Placement::Stretch& each) { return each.leftmost != each.rightmost; };
  const auto add = [&](AlignedStretch stretch) {
    if (first_is_release) {
      std::swap(stretch.first, stretch.second);
      std::swap(stretch.first_marks, stretch.second_marks);
      if (stretch.kind == AlignedKind::first_shows) stretch.kind = AlignedKind::second_shows;
    }
    stretches.push_back(stretch);
  };
  const auto& all = placement.stretches;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Placement::Stretch& each = all[i];
    if (i > 0) {
      const MarkGroup& group = groups[i - 1];
      add({AlignedKind::first_shows,
           {all[i - 1].leftmost + all[i - 1].length, each.leftmost},
           {each.release, each.release},
           {},
           {group.first, group.first + group.count},
           moves(all[i - 1]) || moves(each)});
    }
    if (each.length > 0)
      add({AlignedKind::same,
           {each.leftmost, each.leftmost + each.length},
           {each.release, each.release + each.length},
           {},
           {}});
  }
}

/// Blanks between two differences make them one.
void join_differences(const Words& words, const Tokens& first, std::vector<AlignedStretch>& stretches) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const AlignedStretch next = stretches[i];
    const auto is = [&](std::size_t back, AlignedKind kind) {
      return kept >= back && stretches[kept - back].kind == kind;
    };
    if (next.kind == AlignedKind::differ && is(2, AlignedKind::differ) && is(1, AlignedKind::same) &&
        stretches[kept - 1].first.size() == 1 && words.is_blank(first.ids[stretches[kept - 1].first.begin])) {
      --kept;
      stretches[kept - 1].first.end = next.first.end;
      stretches[kept - 1].second.end = next.second.end;
    } else {
      stretches[kept++] = next;
    }
  }
  stretches.resize(kept);
}

/// Finds text between two marks that could stand elsewhere in what they hide.
void find_ambiguous(const Words& words, const Tokens& first, const Tokens& second,
                    std::vector<AlignedStretch>& stretches) {
  for (std::size_t i = 0; i + 2 < stretches.size(); ++i) {
    AlignedStretch& left = stretches[i];
    AlignedStretch& right = stretches[i + 2];
    const AlignedStretch& between = stretches[i + 1];
    const bool shown = left.kind == AlignedKind::first_shows || left.kind == AlignedKind::second_shows;
    if (!shown || left.kind != right.kind || between.kind != AlignedKind::same) continue;
    const bool of_first = left.kind == AlignedKind::first_shows;
    const Tokens& text = of_first ? first : second;
    // A release of this part alone: two marks and what stands between them.
    Tokens part, release;
    const TokenRange all{of_first ? left.first.begin : left.second.begin,
                         of_first ? right.first.end : right.second.end};
    const TokenRange stays = of_first ? between.first : between.second;
    part.ids.assign(text.ids.begin() + all.begin, text.ids.begin() + all.end);
    release.ids.assign(text.ids.begin() + stays.begin, text.ids.begin() + stays.end);
    const auto size = static_cast<std::uint32_t>(release.ids.size());
    const MarkGroup groups[] = {{0, 1, 0}, {1, 1, size}};
    Placement placement;
    if (!place(words, part, release, groups, placement)) continue;
    const Placement::Stretch& found = placement.stretches[1];
    if (found.leftmost != found.rightmost) left.ambiguous = right.ambiguous = true;
  }
}

}  // namespace

void align(const Words& words, const Tokens& first, const Tokens& second, Alignment& alignment) {
  alignment = {};
  if (first.marks.empty() || second.marks.empty()) {
    const bool first_is_release = second.marks.empty();
    const Tokens& original = first_is_release ? second : first;
    const Tokens& release = first_is_release ? first : second;
    std::vector<MarkGroup> groups;
    group_marks(release, groups);
    Placement placement;
    alignment.possible = place(words, original, release, groups, placement);
    if (alignment.possible) {
      stretches_of(placement, groups, first_is_release, alignment.stretches);
      alignment.consistent = true;
      return;
    }
  } else {
    alignment.possible = can_be(first, second);
  }
  Aligner(words, first, second, alignment).run();
  join_differences(words, first, alignment.stretches);
  find_ambiguous(words, first, second, alignment.stretches);
  alignment.consistent =
      std::none_of(alignment.stretches.begin(), alignment.stretches.end(), [](const AlignedStretch& each) {
        return each.kind == AlignedKind::differ || each.kind == AlignedKind::first_empty ||
               each.kind == AlignedKind::second_empty;
      });
}

}  // namespace cablelint::redacting
