#include "tests/generator/releases.hpp"

#include <algorithm>

#include "tests/generator/words.hpp"

namespace cablelint::generator {
namespace {

/// Words of the text, from the first up to the last.
struct WordRange {
  std::size_t first = 0, last = 0;
};

class TwoReviewers {
 public:
  TwoReviewers(std::string text, Random& random) : text_(std::move(text)), random_(random) {
    std::vector<Stretch> blocks = blocks_of(text_);
    if (!blocks.empty() && random_.chance(20)) {
      const Stretch block = random_.pick(blocks);
      text_.insert(block.end, "\n\n" + text_.substr(block.begin, block.end - block.begin));
      blocks = blocks_of(text_);
    }
    words_ = words_of(text_);
    for (const Stretch& block : blocks) {
      const auto first = std::partition_point(words_.begin(), words_.end(),
                                              [&](Stretch word) { return word.begin < block.begin; });
      const auto last =
          std::partition_point(first, words_.end(), [&](Stretch word) { return word.begin < block.end; });
      if (last > first)
        blocks_.push_back({static_cast<std::size_t>(first - words_.begin()),
                           static_cast<std::size_t>(last - words_.begin()) - 1});
    }
  }

  void cut() {
    if (words_.size() < 40) return;
    const std::size_t end = words_.size() - 1;
    for (auto* const cuts : {&first_, &second_}) {
      if (random_.chance(15)) add(*cuts, {0, random_.below(3)});
      if (random_.chance(15)) add(*cuts, {end - random_.below(3), end});
      for (int left = random_.between(0, 3); left > 0; --left) add(*cuts, any());
    }
    for (int left = random_.between(1, 4); left > 0; --left) {
      const WordRange range = any();
      const std::size_t size = range.last - range.first + 1;
      WordRange other = range;
      switch (random_.below(5)) {
        case 0:
          break;
        case 1:  // overlapping
          other = {range.first + (size + 1) / 2, range.last + 1 + random_.below(10)};
          break;
        case 2:  // side by side
          other = {range.last + 1, range.last + 1 + random_.below(10)};
          break;
        case 3:  // one in the other
          other = {range.first + size / 3, range.first + size / 3 + size / 4};
          break;
        default:  // from a little before to a little behind
          other = {range.first - std::min<std::size_t>(range.first, 2), range.last + 2};
      }
      if (other.last > end) continue;
      const bool swapped = random_.chance(50);
      add(swapped ? second_ : first_, range);
      add(swapped ? first_ : second_, other);
    }
  }

  ReleasePair finish(ReleaseFault fault) {
    ReleasePair pair;
    pair.original = text_;
    plan(fault, pair);
    pair.first = release(first_, {});
    pair.second = release(second_, pair.planted ? gone_ : Stretch{});
    std::vector<bool> in_first(text_.size()), in_second(text_.size());
    for (const Stretch& cut : first_)
      std::fill(in_first.begin() + at(cut.begin), in_first.begin() + at(cut.end), true);
    for (const Stretch& cut : second_)
      std::fill(in_second.begin() + at(cut.begin), in_second.begin() + at(cut.end), true);
    pair.first_only = runs([&](std::size_t i) { return in_second[i] && !in_first[i]; });
    pair.second_only = runs([&](std::size_t i) { return in_first[i] && !in_second[i]; });
    pair.neither = runs([&](std::size_t i) { return in_first[i] && in_second[i]; });
    return pair;
  }

 private:
  static std::ptrdiff_t at(std::size_t offset) { return static_cast<std::ptrdiff_t>(offset); }

  WordRange any() {
    if (random_.chance(20)) return random_.pick(blocks_);
    const auto count =
        static_cast<std::size_t>(random_.chance(50) ? random_.between(1, 4) : random_.between(5, 40));
    const std::size_t first = random_.below(words_.size() - std::min(words_.size() - 1, count));
    return {first, std::min(first + count, words_.size()) - 1};
  }

  /// Unless nothing would stand between it and another cut of the same release.
  void add(std::vector<Stretch>& cuts, WordRange range) {
    const Stretch cut = without_signs(text_, {words_[range.first].begin, words_[range.last].end});
    const auto shows = [&](std::size_t begin, std::size_t end) {
      return begin < end && !std::all_of(text_.begin() + at(begin), text_.begin() + at(end), is_blank);
    };
    const auto apart = [&](Stretch each) { return shows(cut.end, each.begin) || shows(each.end, cut.begin); };
    if (!std::all_of(cuts.begin(), cuts.end(), apart)) return;
    cuts.push_back(cut);
    std::sort(cuts.begin(), cuts.end(), [](Stretch a, Stretch b) { return a.begin < b.begin; });
  }

  /// Chooses a word far from every cut that no mark can swallow.
  void plan(ReleaseFault fault, ReleasePair& pair) {
    if (fault == ReleaseFault::none || words_.empty()) return;
    constexpr std::size_t kAway = 120;
    for (int tries = 0; tries < 50 && !pair.planted; ++tries) {
      const Stretch word = random_.pick(words_);
      const auto clear = [&](Stretch cut) {
        return word.end + kAway <= cut.begin || cut.end + kAway <= word.begin;
      };
      const bool letters =
          std::all_of(text_.begin() + at(word.begin), text_.begin() + at(word.end),
                      [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
      if (word.begin == 0 || !letters || !std::all_of(first_.begin(), first_.end(), clear) ||
          !std::all_of(second_.begin(), second_.end(), clear))
        continue;
      const std::string stranger = capitals(random_.pick(words::kSurnames));
      if (capitals(text_).find(stranger) != std::string::npos) continue;
      gone_ = word;
      come_ = stranger;
      if (fault == ReleaseFault::inserted) {
        gone_.end = gone_.begin;
        come_ += " ";
      } else if (fault == ReleaseFault::removed) {
        // A word beside an equal one could as well be that.
        if (word.end >= text_.size() || text_[word.end] != ' ') continue;
        ++gone_.end;
        come_.clear();
      }
      pair.planted = true;
      pair.original_at = gone_.begin;
    }
  }

  CutRelease release(const std::vector<Stretch>& cuts, Stretch gone) {
    CutRelease release;
    std::size_t from = 0;
    const auto show = [&](std::size_t until) {
      release.shown.push_back({release.text.size(), release.text.size() + until - from});
      release.shift.push_back(from);
      release.text.append(text_, from, until - from);
    };
    const auto show_all = [&](std::size_t until) {
      const bool here = gone.begin > 0 && gone.begin >= from && gone.end <= until;
      if (here) {
        show(gone.begin);
        release.text += come_;
        from = gone.end;
      }
      show(until);
    };
    for (const Stretch& cut : cuts) {
      show_all(cut.begin);
      const bool paragraph = std::any_of(blocks_.begin(), blocks_.end(), [&](WordRange block) {
        return words_[block.first].begin == cut.begin && words_[block.last].end <= cut.end + 1;
      });
      const std::string mark = mark_for(text_, cut, paragraph, random_);
      release.marks.push_back({release.text.size(), release.text.size() + mark.size()});
      release.text += mark;
      from = cut.end;
    }
    show_all(text_.size());
    return release;
  }

  template <typename Wanted> std::vector<Stretch> runs(const Wanted& wanted) const {
    std::vector<Stretch> found;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!wanted(i)) continue;
      Stretch run{i, i + 1};
      while (i + 1 < text_.size() && wanted(i + 1)) ++i;
      run.end = i + 1;
      while (run.begin < run.end && is_blank(text_[run.begin])) ++run.begin;
      while (run.begin < run.end && is_blank(text_[run.end - 1])) --run.end;
      if (run.begin < run.end) found.push_back(run);
    }
    return found;
  }

  std::string text_;
  Random& random_;
  std::vector<Stretch> words_;
  std::vector<WordRange> blocks_;
  std::vector<Stretch> first_, second_;  // cuts
  Stretch gone_;
  std::string come_;  // what stands in its place
};

}  // namespace

std::size_t CutRelease::original_of(std::size_t at) const {
  std::size_t i = 0;
  while (i + 1 < shown.size() && shown[i + 1].begin <= at) ++i;
  return shift[i] + at - shown[i].begin;
}

ReleasePair release_twice(std::string text, ReleaseFault fault, Random& random) {
  TwoReviewers reviewers(std::move(text), random);
  reviewers.cut();
  return reviewers.finish(fault);
}

}  // namespace cablelint::generator
