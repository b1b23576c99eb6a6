#include <cablelint/redacting/aligner.hpp>

#include <algorithm>

namespace cablelint::redacting {

void Aligner::walk(const Region& region) {
  std::uint32_t i = region.first.begin;
  std::uint32_t j = region.second.begin;
  Open before = Open::nothing;
  TokenRange first_marks, second_marks;  // those that are open
  const auto pay = [&] {
    if (before == Open::first) add(AlignedKind::first_empty, {i, i}, {j, j}, first_marks);
    if (before == Open::second) add(AlignedKind::second_empty, {i, i}, {j, j}, {}, second_marks);
  };
  for (const TableStep& each : steps_) {
    switch (each.step) {
      case Step::same:
      case Step::altered: {
        pay();
        add(each.step == Step::altered ? AlignedKind::differ : AlignedKind::same, {i, i + 1}, {j, j + 1});
        ++i, ++j;
        break;
      }
      case Step::first_mark:
        if (each.open == Open::first) pay();
        first_marks = numbers(first_, {i, i + 1});
        ++i;
        if (each.open == Open::both) add(AlignedKind::both_cut, {i, i}, {j, j}, first_marks, second_marks);
        break;
      case Step::second_mark:
        if (each.open == Open::second) pay();
        second_marks = numbers(second_, {j, j + 1});
        ++j;
        if (each.open == Open::both) add(AlignedKind::both_cut, {i, i}, {j, j}, first_marks, second_marks);
        break;
      case Step::hidden_first:
        add(AlignedKind::first_shows, {i, i + 1}, {j, j}, {}, second_marks);
        ++i;
        break;
      case Step::hidden_second:
        add(AlignedKind::second_shows, {i, i}, {j, j + 1}, first_marks, {});
        ++j;
        break;
      case Step::only_first:
        pay();
        add(AlignedKind::differ, {i, i + 1}, {j, j});
        ++i;
        break;
      case Step::only_second:
        pay();
        add(AlignedKind::differ, {i, i}, {j, j + 1});
        ++j;
        break;
    }
    before = each.open;
  }
  pay();
}

void Aligner::leave(const Region& region) {
  add(AlignedKind::differ, region.first, region.second);
  if (!out_.stretches.empty()) out_.stretches.back().ambiguous = true;
}

bool Aligner::grows(TokenRange& range, TokenRange next) {
  if (next.size() == 0) return true;
  if (range.size() == 0) {
    range = next;
    return true;
  }
  if (next.begin > range.end || next.begin < range.begin) return false;
  range.end = std::max(range.end, next.end);
  return true;
}

void Aligner::add(AlignedKind kind, TokenRange first_items, TokenRange second_items, TokenRange first_marks,
                  TokenRange second_marks) {
  const bool marks =
      kind == AlignedKind::first_empty || kind == AlignedKind::second_empty || kind == AlignedKind::both_cut;
  if (!marks && first_items.size() + second_items.size() == 0) return;
  add({kind,
       {first_.tokens[first_items.begin], first_.tokens[first_items.end]},
       {second_.tokens[second_items.begin], second_.tokens[second_items.end]},
       first_marks,
       second_marks});
}

void Aligner::add(const AlignedStretch& next) {
  const AlignedKind kind = next.kind;
  if (!out_.stretches.empty() && out_.stretches.back().kind == kind) {
    AlignedStretch& last = out_.stretches.back();
    const bool empty = kind == AlignedKind::first_empty || kind == AlignedKind::second_empty;
    const bool one_group = same_group(first_marks_, last.first_marks, next.first_marks) &&
                           same_group(second_marks_, last.second_marks, next.second_marks);
    if (!empty && (kind == AlignedKind::both_cut || one_group)) {
      AlignedStretch joined = last;
      if (grows(joined.first_marks, next.first_marks) && grows(joined.second_marks, next.second_marks)) {
        joined.first.end = next.first.end;
        joined.second.end = next.second.end;
        last = joined;
        return;
      }
    }
  }
  out_.stretches.push_back(next);
}

bool Aligner::same_group(std::span<const Tokens::Mark> all, TokenRange a, TokenRange b) {
  if (a.size() == 0 || b.size() == 0) return a.size() == b.size();
  return all[a.begin].before == all[b.begin].before;
}

}  // namespace cablelint::redacting
