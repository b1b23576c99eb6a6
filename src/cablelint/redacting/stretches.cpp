#include <cablelint/redacting/stretches.hpp>

#include <algorithm>
#include <string_view>

namespace cablelint::redacting {
namespace {

class StretchLister {
 public:
  StretchLister(const Aligned& texts, const Source& original, const Cable& release,
                std::vector<Stretch>& stretches)
      : texts_(texts), original_(original), release_(release), stretches_(stretches) {}

  void list() {
    const Tokens& from = *texts_.original;
    for (std::uint32_t o = 0; o < from.ids.size(); ++o) {
      const std::uint32_t became = texts_.became[o];
      if (became < Aligned::kMissing) {
        while (cut_ < texts_.cuts.size() && texts_.cuts[cut_].marks.before <= became) add_cut();
        add_shown(o, became);
      } else if (became == Aligned::kHidden) {
        while (cut_ < texts_.cuts.size() && texts_.cuts[cut_].hidden.begin <= o) add_cut();
      } else if (!texts_.words->is_blank(from.ids[o])) {
        add_gone(o);
      }
    }
    while (cut_ < texts_.cuts.size()) add_cut();
  }

 private:
  void add_shown(std::uint32_t o, std::uint32_t became) {
    if (texts_.words->is_blank(texts_.original->ids[o])) return;
    const Span from = texts_.original->places[o];
    const Span to = texts_.release->places[became];
    if (goes_on(Stretch::Kind::shown, o)) {
      stretches_.back().original = cover(stretches_.back().original, from);
      stretches_.back().release = cover(stretches_.back().release, to);
    } else {
      stretches_.push_back({Stretch::Kind::shown, from, to});
    }
    last_ = o;
  }

  void add_gone(std::uint32_t o) {
    const Span from = texts_.original->places[o];
    if (!stretches_.empty() && stretches_.back().kind == Stretch::Kind::gone) {
      stretches_.back().original = cover(stretches_.back().original, from);
    } else {
      stretches_.push_back({Stretch::Kind::gone, from, {}});
    }
  }

  void add_cut() {
    const Cut& cut = texts_.cuts[cut_++];
    const std::uint32_t first = texts_.release->marks[cut.marks.first].redaction;
    const std::uint32_t last = texts_.release->marks[cut.marks.first + cut.marks.count - 1].redaction;
    stretches_.push_back({Stretch::Kind::cut, texts_.text_of(*texts_.original, cut.hidden),
                          cover(release_.redactions[first].at, release_.redactions[last].at), first, last});
  }

  /// Whether only blanks within the line lie between a token and the one that the last stretch ends with.
  [[nodiscard]] bool goes_on(Stretch::Kind kind, std::uint32_t o) const {
    if (stretches_.empty() || stretches_.back().kind != kind) return false;
    // In the release they follow each other, too.
    const std::uint32_t before = texts_.became[last_];
    if (texts_.became[o] - before != o - last_) return false;
    const std::uint32_t end = stretches_.back().original.end();
    const std::string_view between = original_.bytes().substr(end, texts_.original->places[o].offset - end);
    return between.find_first_not_of(" \t\r") == std::string_view::npos;
  }

  const Aligned& texts_;
  const Source& original_;
  const Cable& release_;
  std::vector<Stretch>& stretches_;
  std::size_t cut_ = 0;
  std::uint32_t last_ = 0;  // token that was shown last
};

}  // namespace

void list_stretches(const Aligned& texts, const Source& original, const Cable& release,
                    std::vector<Stretch>& stretches) {
  stretches.clear();
  StretchLister(texts, original, release, stretches).list();
}

}  // namespace cablelint::redacting
