#include <cablelint/redacting/anchors.hpp>
#include <cablelint/redacting/explanation.hpp>

#include <algorithm>
#include <cstddef>

namespace cablelint::redacting {
namespace {

constexpr std::uint32_t kNone = 0xFFFF'FFFF;

/// What a difference costs. A mark that stands for nothing is cheaper than a word that came from nowhere: it
/// is what is left of a cut that was taken back.
constexpr int kRemoved = 2, kInserted = 2, kAltered = 3, kEmpty = 1, kNever = 1 << 28;

struct Region {
  std::uint32_t o = 0, o_end = 0;  // of the original
  std::uint32_t p = 0, p_end = 0;  // of the release with its marks
  int depth = 0;
};

class Explainer {
 public:
  Explainer(const Words& words, const Tokens& original, const Tokens& release, Explanation& out)
      : words_(words), original_(original.ids), out_(out), anchors_(words.limit()) {
    items_.assign(release);
    partner_.assign(items_.ids.size(), kNone);
    seen_.assign(original_.size(), false);
    out_.hidden.assign(release.marks.size(), {});
    out_.empty.assign(release.marks.size(), false);
    out_.differences.clear();
    out_.rough = false;
  }

  void run() {
    std::vector<Region> open{{0, static_cast<std::uint32_t>(original_.size()), 0,
                              static_cast<std::uint32_t>(items_.ids.size()), 0}};
    while (!open.empty()) {
      Region region = open.back();
      open.pop_back();
      strip(region);
      if (settle(region)) continue;
      if (region.depth < kPasses && split(region, open)) continue;
      if (!tabulate(region)) leave(region);
    }
    collect();
  }

 private:
  [[nodiscard]] bool blank(std::uint32_t o) const { return words_.is_blank(original_[o]); }

  void match(std::uint32_t o, std::uint32_t p) {
    partner_[p] = o;
    seen_[o] = true;
  }

  void stand_for(std::uint32_t p, TokenRange range) {
    const std::uint32_t mark = items_.ids[p] & ~kMarkItem;
    out_.hidden[mark] = range;
    bool empty = true;
    for (std::uint32_t o = range.begin; o < range.end; ++o) {
      empty = empty && blank(o);
      seen_[o] = true;
    }
    out_.empty[mark] = empty;
    partner_[p] = range.begin;
  }

  void strip(Region& region) {
    while (region.o < region.o_end && region.p < region.p_end && items_.ids[region.p] == original_[region.o])
      match(region.o++, region.p++);
    while (region.o < region.o_end && region.p < region.p_end &&
           items_.ids[region.p_end - 1] == original_[region.o_end - 1])
      match(--region.o_end, --region.p_end);
  }

  /// Answers for what needs no search; false when it does.
  bool settle(const Region& region) {
    if (region.p == region.p_end) return true;
    const auto items = std::span(items_.ids).subspan(region.p, region.p_end - region.p);
    if (region.o == region.o_end) {
      for (std::uint32_t p = region.p; p < region.p_end; ++p) {
        if (is_mark_item(items_.ids[p])) stand_for(p, {region.o, region.o});
      }
      return true;
    }
    if (!std::all_of(items.begin(), items.end(), is_mark_item)) return false;
    // One word for each mark, and the last has the rest.
    std::uint32_t o = region.o;
    for (std::uint32_t p = region.p; p < region.p_end; ++p) {
      const std::uint32_t begin = o;
      if (p + 1 == region.p_end) {
        o = region.o_end;
      } else {
        while (o < region.o_end && blank(o)) ++o;
        if (o < region.o_end) ++o;
      }
      stand_for(p, {begin, o});
    }
    return true;
  }

  /// Divides a region at words that occur once in each text; false when there is none.
  bool split(const Region& region, std::vector<Region>& open) {
    const auto& chain = anchors_.find(words_, original_.subspan(region.o, region.o_end - region.o),
                                      std::span(items_.ids).subspan(region.p, region.p_end - region.p), 0);
    if (chain.empty()) return false;
    Region rest = region;
    ++rest.depth;
    for (auto anchor = chain.rbegin(); anchor != chain.rend(); ++anchor) {
      const std::uint32_t o = region.o + anchor->first;
      const std::uint32_t p = region.p + anchor->second;
      match(o, p);
      open.push_back({o + 1, rest.o_end, p + 1, rest.p_end, rest.depth});
      rest.o_end = o;
      rest.p_end = p;
    }
    open.push_back(rest);
    return true;
  }

  /// The fewest differences by a table; false when it would be too large.
  bool tabulate(const Region& region) {
    const std::size_t rows = region.p_end - region.p;
    const std::size_t columns = std::size_t{region.o_end} - region.o + 1;
    if (columns > (kCells - cells_) / (rows + 1)) return false;
    cells_ += columns * (rows + 1);

    // How a cell was reached: the last step, or, of a mark, where its stretch begins.
    steps_.assign(columns * (rows + 1), kRemovedStep);
    costs_.resize(columns);
    next_.resize(columns);
    for (std::size_t c = 0; c < columns; ++c) costs_[c] = static_cast<int>(c) * kRemoved;
    for (std::size_t r = 0; r < rows; ++r) {
      const TokenId item = items_.ids[region.p + r];
      std::uint32_t* const steps = steps_.data() + (r + 1) * columns;
      if (is_mark_item(item)) {
        add_mark_row(region, columns, steps);
      } else {
        add_token_row(region, item, columns, steps);
      }
      costs_.swap(next_);
    }
    walk_back(region, rows, columns);
    return true;
  }

  void add_token_row(const Region& region, TokenId item, std::size_t columns, std::uint32_t* steps) {
    next_[0] = costs_[0] + kInserted;
    steps[0] = kInsertedStep;
    for (std::size_t c = 1; c < columns; ++c) {
      const bool same = original_[region.o + c - 1] == item;
      int best = costs_[c - 1] + (same ? 0 : kAltered);
      std::uint32_t step = same ? kSameStep : kAlteredStep;
      if (const int cost = costs_[c] + kInserted; cost < best) {
        best = cost;
        step = kInsertedStep;
      }
      if (const int cost = next_[c - 1] + kRemoved; cost < best) {
        best = cost;
        step = kRemovedStep;
      }
      next_[c] = best;
      steps[c] = step;
    }
  }

  void add_mark_row(const Region& region, std::size_t columns, std::uint32_t* steps) {
    int full = kNever, empty = kNever;
    std::uint32_t full_from = 0, empty_from = 0;
    for (std::size_t c = 0; c < columns; ++c) {
      if (c > 0 && !blank(static_cast<std::uint32_t>(region.o + c - 1))) {
        if (empty < full) {
          full = empty;
          full_from = empty_from;
        }
        empty = kNever;
      }
      if (costs_[c] < empty) {
        empty = costs_[c];
        empty_from = static_cast<std::uint32_t>(c);
      }
      const bool nothing = empty + kEmpty < full;
      next_[c] = nothing ? empty + kEmpty : full;
      steps[c] = nothing ? empty_from : full_from;
    }
  }

  void walk_back(const Region& region, std::size_t rows, std::size_t columns) {
    std::size_t r = rows;
    std::size_t c = columns - 1;
    while (r > 0 || c > 0) {
      const std::uint32_t step = steps_[r * columns + c];
      const std::uint32_t p = region.p + static_cast<std::uint32_t>(r) - 1;
      const std::uint32_t o = region.o + static_cast<std::uint32_t>(c);
      if (r > 0 && is_mark_item(items_.ids[p])) {
        stand_for(p, {region.o + step, o});
        c = step;
        --r;
        continue;
      }
      switch (r == 0 ? kRemovedStep : step) {
        case kRemovedStep:
          --c;
          break;
        case kInsertedStep:
          --r;
          break;
        case kSameStep:
          match(o - 1, p);
          [[fallthrough]];
        default:
          --r;
          --c;
      }
    }
  }

  /// Calls the whole region different.
  void leave(const Region& region) {
    out_.rough = true;
    for (std::uint32_t p = region.p; p < region.p_end; ++p) {
      if (!is_mark_item(items_.ids[p])) continue;
      out_.hidden[items_.ids[p] & ~kMarkItem] = {region.o, region.o};
      partner_[p] = region.o;
    }
  }

  /// Walks through both texts and gathers what has no partner.
  void collect() {
    std::uint32_t o = 0;
    Difference open{};
    bool any = false;
    const auto token = [&](std::uint32_t p) { return items_.tokens[p]; };
    const auto extend = [&](std::uint32_t p) {
      if (any) return;
      any = true;
      open = {{o, o}, {token(p), token(p)}};
    };
    const auto close = [&] {
      if (any) add(open);
      any = false;
    };
    for (std::uint32_t p = 0; p <= items_.ids.size();) {
      while (o < original_.size() && !seen_[o]) {
        extend(p);
        open.original.end = ++o;
      }
      if (p == items_.ids.size()) break;
      if (is_mark_item(items_.ids[p])) {
        // In a region that was left alone the mark stands for nobody knows what.
        const TokenRange hidden = out_.hidden[items_.ids[p] & ~kMarkItem];
        if (hidden.size() > 0) close();
        o = std::max(o, hidden.end);
      } else if (partner_[p] == kNone) {
        extend(p);
        open.release.end = token(p) + 1;
      } else {
        close();
        o = partner_[p] + 1;
      }
      ++p;
    }
    close();
  }

  /// Blanks between two differences make them one.
  void add(const Difference& next) {
    if (!out_.differences.empty()) {
      Difference& last = out_.differences.back();
      const std::uint32_t o = next.original.begin - last.original.end;
      const std::uint32_t p = next.release.begin - last.release.end;
      if (o <= 1 && p <= 1 && o == p && (o == 0 || blank(last.original.end))) {
        last.original.end = next.original.end;
        last.release.end = next.release.end;
        return;
      }
    }
    out_.differences.push_back(next);
  }

  static constexpr std::uint32_t kSameStep = 0, kAlteredStep = 1, kInsertedStep = 2, kRemovedStep = 3;

  const Words& words_;
  std::span<const TokenId> original_;
  Explanation& out_;
  AnchorSearch anchors_;
  Items items_;  // of the release
  std::vector<std::uint32_t> partner_;
  std::vector<bool> seen_;  // of the original: shown, or behind a mark
  std::size_t cells_ = 0;
  std::vector<std::uint32_t> steps_;
  std::vector<int> costs_, next_;
};

}  // namespace

void explain(const Words& words, const Tokens& original, const Tokens& release, Explanation& explanation) {
  Explainer(words, original, release, explanation).run();
}

}  // namespace cablelint::redacting
