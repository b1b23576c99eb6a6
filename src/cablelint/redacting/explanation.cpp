#include <cablelint/redacting/explanation.hpp>

#include <algorithm>
#include <cstddef>

namespace cablelint::redacting {
namespace {

constexpr std::uint32_t kNone = 0xFFFF'FFFF;
constexpr std::uint32_t kMark = 0x8000'0000;  // an item that is a mark; the rest is its number

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
      : words_(words), original_(original.ids), out_(out) {
    std::size_t mark = 0;
    for (std::uint32_t i = 0; i <= release.ids.size(); ++i) {
      for (; mark < release.marks.size() && release.marks[mark].before == i; ++mark) {
        items_.push_back(kMark | static_cast<std::uint32_t>(mark));
        tokens_.push_back(i);
      }
      if (i < release.ids.size()) {
        items_.push_back(release.ids[i]);
        tokens_.push_back(i);
      }
    }
    tokens_.push_back(static_cast<std::uint32_t>(release.ids.size()));
    partner_.assign(items_.size(), kNone);
    seen_.assign(original_.size(), false);
    out_.hidden.assign(release.marks.size(), {});
    out_.empty.assign(release.marks.size(), false);
    out_.differences.clear();
    out_.rough = false;
    counts_.assign(words.limit(), {});
  }

  void run() {
    std::vector<Region> open{
        {0, static_cast<std::uint32_t>(original_.size()), 0, static_cast<std::uint32_t>(items_.size()), 0}};
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
  [[nodiscard]] static bool is_mark(TokenId item) { return (item & kMark) != 0; }
  [[nodiscard]] bool blank(std::uint32_t o) const { return words_.is_blank(original_[o]); }

  void match(std::uint32_t o, std::uint32_t p) {
    partner_[p] = o;
    seen_[o] = true;
  }

  void stand_for(std::uint32_t p, TokenRange range) {
    const std::uint32_t mark = items_[p] & ~kMark;
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
    while (region.o < region.o_end && region.p < region.p_end && items_[region.p] == original_[region.o])
      match(region.o++, region.p++);
    while (region.o < region.o_end && region.p < region.p_end &&
           items_[region.p_end - 1] == original_[region.o_end - 1])
      match(--region.o_end, --region.p_end);
  }

  /// Answers for what needs no search; false when it does.
  bool settle(const Region& region) {
    if (region.p == region.p_end) return true;
    const auto items = std::span(items_).subspan(region.p, region.p_end - region.p);
    if (region.o == region.o_end) {
      for (std::uint32_t p = region.p; p < region.p_end; ++p) {
        if (is_mark(items_[p])) stand_for(p, {region.o, region.o});
      }
      return true;
    }
    if (!std::all_of(items.begin(), items.end(), is_mark)) return false;
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
    for (std::uint32_t o = region.o; o < region.o_end; ++o) {
      Count& count = counts_[original_[o]];
      ++count.original;
      count.at = o;
    }
    for (std::uint32_t p = region.p; p < region.p_end; ++p) {
      if (!is_mark(items_[p])) ++counts_[items_[p]].release;
    }
    struct Anchor {
      std::uint32_t o, p, before;
    };
    std::vector<Anchor> anchors;
    for (std::uint32_t p = region.p; p < region.p_end; ++p) {
      if (is_mark(items_[p])) continue;
      const Count& count = counts_[items_[p]];
      if (count.original == 1 && count.release == 1) anchors.push_back({count.at, p, kNone});
    }
    for (std::uint32_t o = region.o; o < region.o_end; ++o) counts_[original_[o]] = {};
    for (std::uint32_t p = region.p; p < region.p_end; ++p) {
      if (!is_mark(items_[p])) counts_[items_[p]] = {};
    }
    // The longest chain that goes forward in both texts.
    std::vector<std::uint32_t> tails;
    for (std::uint32_t i = 0; i < anchors.size(); ++i) {
      const auto at =
          std::lower_bound(tails.begin(), tails.end(), anchors[i].o,
                           [&](std::uint32_t tail, std::uint32_t o) { return anchors[tail].o < o; });
      if (at != tails.begin()) anchors[i].before = *(at - 1);
      if (at == tails.end()) {
        tails.push_back(i);
      } else {
        *at = i;
      }
    }
    if (tails.empty()) return false;
    Region rest = region;
    ++rest.depth;
    for (std::uint32_t i = tails.back(); i != kNone; i = anchors[i].before) {
      match(anchors[i].o, anchors[i].p);
      open.push_back({anchors[i].o + 1, rest.o_end, anchors[i].p + 1, rest.p_end, rest.depth});
      rest.o_end = anchors[i].o;
      rest.p_end = anchors[i].p;
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
      const TokenId item = items_[region.p + r];
      std::uint32_t* const steps = steps_.data() + (r + 1) * columns;
      if (is_mark(item)) {
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
      if (r > 0 && is_mark(items_[p])) {
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
      if (!is_mark(items_[p])) continue;
      out_.hidden[items_[p] & ~kMark] = {region.o, region.o};
      partner_[p] = region.o;
    }
  }

  /// Walks through both texts and gathers what has no partner.
  void collect() {
    std::uint32_t o = 0;
    Difference open{};
    bool any = false;
    const auto token = [&](std::uint32_t p) { return tokens_[p]; };
    const auto extend = [&](std::uint32_t p) {
      if (any) return;
      any = true;
      open = {{o, o}, {token(p), token(p)}};
    };
    const auto close = [&] {
      if (any) add(open);
      any = false;
    };
    for (std::uint32_t p = 0; p <= items_.size();) {
      while (o < original_.size() && !seen_[o]) {
        extend(p);
        open.original.end = ++o;
      }
      if (p == items_.size()) break;
      if (is_mark(items_[p])) {
        // In a region that was left alone the mark stands for nobody knows what.
        const TokenRange hidden = out_.hidden[items_[p] & ~kMark];
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
  struct Count {
    std::uint32_t original = 0, release = 0, at = 0;
  };

  const Words& words_;
  std::span<const TokenId> original_;
  Explanation& out_;
  std::vector<TokenId> items_;         // the release, its marks among its tokens
  std::vector<std::uint32_t> tokens_;  // of each item: the token that it is or stands before
  std::vector<std::uint32_t> partner_;
  std::vector<bool> seen_;  // of the original: shown, or behind a mark
  std::vector<Count> counts_;
  std::size_t cells_ = 0;
  std::vector<std::uint32_t> steps_;
  std::vector<int> costs_, next_;
};

}  // namespace

void explain(const Words& words, const Tokens& original, const Tokens& release, Explanation& explanation) {
  Explainer(words, original, release, explanation).run();
}

}  // namespace cablelint::redacting
