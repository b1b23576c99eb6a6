#include "tests/generator/pairs.hpp"

#include <algorithm>
#include <optional>

#include "tests/generator/cut_marks.hpp"
#include "tests/generator/words.hpp"

namespace cablelint::generator {
namespace {

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

struct Cut {
  std::size_t begin = 0, end = 0;
  std::string mark;
  std::size_t marks = 1;
};

class Cutter {
 public:
  Cutter(std::string text, bool repeat, Random& random) : text_(std::move(text)), random_(random) {
    blocks_ = blocks_of(text_);
    if (!blocks_.empty() && repeat && random_.chance(20)) {
      const Stretch block = random_.pick(blocks_);
      text_.insert(block.end, "\n\n" + text_.substr(block.begin, block.end - block.begin));
      blocks_ = blocks_of(text_);
    }
    words_ = words_of(text_);
  }

  void cut() {
    if (words_.size() < 12) return;
    if (random_.chance(15)) add_words(0, static_cast<std::size_t>(random_.between(1, 3)));
    if (random_.chance(15)) {
      const auto count = static_cast<std::size_t>(random_.between(1, 3));
      add_words(words_.size() - count, count);
    }
    for (int left = random_.between(1, 8); left > 0; --left) {
      if (random_.chance(20)) {
        const Stretch block = random_.pick(blocks_);
        add({block.begin, block.end, mark_for(text_, block, true, random_), 1});
      } else {
        const auto count =
            static_cast<std::size_t>(random_.chance(50) ? random_.between(1, 4) : random_.between(5, 40));
        add_words(random_.below(words_.size() - std::min(words_.size() - 1, count)), count);
      }
    }
    std::sort(cuts_.begin(), cuts_.end(), [](const Cut& a, const Cut& b) { return a.begin < b.begin; });
  }

  [[nodiscard]] CutPair finish(PairFault fault) {
    CutPair pair;
    pair.original = text_;
    std::optional<std::size_t> undone;
    Stretch gone;
    if (fault == PairFault::undone) undone = choose_undone();
    if (fault == PairFault::removed) gone = choose_sentence();
    pair.planted = undone || gone.end > 0;
    std::size_t at = 0;
    std::vector<Stretch> visible;  // of the release: stretches of text, in the order of the original
    std::vector<std::size_t> shift;
    const auto show = [&](std::size_t until) {
      const std::size_t begin = pair.release.size();
      if (gone.end > 0 && gone.begin >= at && gone.end <= until) {
        pair.release += text_.substr(at, gone.begin - at);
        pair.original_at = gone.begin;
        pair.release_at = pair.release.size();
        pair.release += text_.substr(gone.end, until - gone.end);
      } else {
        pair.release += text_.substr(at, until - at);
      }
      visible.push_back({begin, pair.release.size()});
      shift.push_back(at);
    };
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      show(cuts_[i].begin);
      const std::size_t begin_of_cut = pair.release.size();
      const std::string hidden = text_.substr(cuts_[i].begin, cuts_[i].end - cuts_[i].begin);
      if (undone == i) {
        const bool before = random_.chance(50);
        pair.original_at = before ? cuts_[i].begin : cuts_[i].end;
        pair.release_at = pair.release.size() + (before ? 0 : hidden.size() + 1);
        pair.release += before ? cuts_[i].mark + " " + hidden : hidden + " " + cuts_[i].mark;
      } else {
        pair.release += cuts_[i].mark;
        pair.hidden += hidden + "\n";
      }
      pair.marks_at.push_back(pair.release.find(cuts_[i].mark, begin_of_cut));
      pair.cuts += cuts_[i].marks;
      at = cuts_[i].end;
    }
    show(text_.size());
    if (fault == PairFault::altered || fault == PairFault::inserted) disturb(pair, fault, visible, shift);
    return pair;
  }

 private:
  void add_words(std::size_t first, std::size_t count) {
    count = std::min(count, words_.size() - first);
    const Stretch stretch = without_signs(text_, {words_[first].begin, words_[first + count - 1].end});
    Cut cut{stretch.begin, stretch.end, mark_for(text_, stretch, false, random_), 1};
    if (count >= 4 && random_.chance(20)) {
      cut.mark = "[text not declassified] [REDACTED B1]";
      cut.marks = 2;
    }
    add(cut);
  }

  void add(const Cut& cut) {
    const auto apart = [&](const Cut& each) { return cut.end + 1 < each.begin || each.end + 1 < cut.begin; };
    if (std::all_of(cuts_.begin(), cuts_.end(), apart)) cuts_.push_back(cut);
  }

  /// Whether a stretch is far enough from every cut that no mark can swallow a fault in it.
  [[nodiscard]] bool clear_of_cuts(Stretch stretch) const {
    constexpr std::size_t kAway = 40;
    return std::all_of(cuts_.begin(), cuts_.end(), [&](const Cut& cut) {
      return stretch.end + kAway <= cut.begin || cut.end + kAway <= stretch.begin;
    });
  }

  std::optional<std::size_t> choose_undone() {
    std::vector<std::size_t> fit;
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      const bool room = (i == 0 || cuts_[i - 1].end + 40 < cuts_[i].begin) &&
                        (i + 1 == cuts_.size() || cuts_[i].end + 40 < cuts_[i + 1].begin);
      if (room && cuts_[i].marks == 1) fit.push_back(i);
    }
    if (fit.empty()) return {};
    return random_.pick(fit);
  }

  Stretch choose_sentence() {
    std::vector<Stretch> sentences;
    for (const Stretch& block : blocks_) {
      std::size_t begin = block.begin;
      for (std::size_t at = block.begin; at + 1 < block.end; ++at) {
        if (text_[at] != '.' || !is_blank(text_[at + 1])) continue;
        std::size_t next = at + 1;
        while (next < block.end && is_blank(text_[next])) ++next;
        const Stretch sentence{begin, next};
        // One that begins like another might be taken for it, with a mark in between.
        const std::string start = text_.substr(begin, 16);
        const bool only = text_.find(start) == begin && text_.find(start, begin + 1) == std::string::npos;
        if (only && begin > block.begin && count_words(text_, sentence) >= 4 && clear_of_cuts(sentence))
          sentences.push_back(sentence);
        begin = next;
      }
    }
    if (sentences.empty()) return {};
    return random_.pick(sentences);
  }

  void disturb(CutPair& pair, PairFault fault, const std::vector<Stretch>& visible,
               const std::vector<std::size_t>& shift) {
    for (int tries = 0; tries < 50 && !pair.planted; ++tries) {
      const std::size_t which = random_.below(visible.size());
      const Stretch& stretch = visible[which];
      if (stretch.end - stretch.begin < 120) continue;
      const std::size_t at = stretch.begin + random_.below(stretch.end - stretch.begin);
      const std::size_t in_original = shift[which] + (at - stretch.begin);
      if (!is_letter(pair.release[at]) || !clear_of_cuts({in_original, in_original + 1})) continue;
      if (fault == PairFault::altered) {
        const char old = pair.release[at];
        const char base = old >= 'a' ? 'a' : 'A';
        pair.release[at] = static_cast<char>(base + (old - base + random_.between(1, 25)) % 26);
        pair.original_at = in_original;
        pair.release_at = at;
      } else {
        std::size_t begin = at;
        while (begin > stretch.begin && !is_blank(pair.release[begin - 1])) --begin;
        const std::string word = capitals(random_.pick(words::kSurnames));
        if (capitals(text_).find(word) != std::string::npos) continue;
        pair.original_at = in_original - (at - begin);
        pair.release_at = begin;
        const std::string inserted = word + " ";
        pair.release.insert(begin, inserted);
        for (std::size_t& mark : pair.marks_at) mark += mark >= begin ? inserted.size() : 0;
      }
      pair.planted = true;
    }
  }

  std::string text_;
  Random& random_;
  std::vector<Stretch> blocks_, words_;
  std::vector<Cut> cuts_;
};

}  // namespace

CutPair cut_at_random(std::string text, PairFault fault, Random& random) {
  // Beside a repeated paragraph some faults may be read as a cut from one to the other.
  Cutter cutter(std::move(text), fault == PairFault::none || fault == PairFault::altered, random);
  cutter.cut();
  return cutter.finish(fault);
}

CutPair leave_name(const std::string& text, Random& random) {
  std::vector<Stretch> names;
  for (const std::string_view surname : words::kSurnames) {
    for (const std::string& word : {std::string(surname), capitals(surname)}) {
      for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        names.push_back({at, at + word.size()});
    }
  }
  CutPair pair;
  if (names.empty()) return pair;
  const Stretch name = random.pick(names);
  pair.original = text;
  // A sentence at the end that says the name again.
  std::size_t end = pair.original.size();
  while (end > 0 && is_blank(pair.original[end - 1])) --end;
  const std::string word = text.substr(name.begin, name.end - name.begin);
  pair.original.insert(end, "\n\nANOTHER MEETING WITH " + word + " WAS HELD LATER.");
  pair.release = pair.original;
  const std::string mark = random.chance(50) ? "[name not declassified] (b)(6)" : "[name deleted]";
  pair.release.replace(name.begin, name.end - name.begin, mark);
  pair.hidden = word;
  pair.cuts = 1;
  pair.marks_at = {name.begin};
  pair.planted = true;
  pair.original_at = name.begin;
  return pair;
}

}  // namespace cablelint::generator
