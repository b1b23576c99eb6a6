#include <cablelint/redacting/survivors.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <unordered_set>

namespace cablelint::redacting {
namespace {

/// A cut of so many words is one of a name, an office or a number.
constexpr std::uint32_t kFewWords = 4;
/// Shorter numbers are counts, days and paragraphs; shorter words initials and particles.
constexpr std::size_t kDigits = 4, kLetters = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::all_of(word.begin(), word.end(), is_digit);
}

bool is_number(std::string_view word) {
  return std::count_if(word.begin(), word.end(), is_digit) >= static_cast<std::ptrdiff_t>(kDigits) &&
         !is_year(word);
}

std::string lower(std::string_view word) {
  std::string folded(word);
  for (char& c : folded) c = is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
  return folded;
}

bool is_name_alone(const Cable& release, const Redaction& mark) {
  for (std::uint32_t i = 0; i < mark.parts.count; ++i) {
    if (release.cut_parts[mark.parts.begin + i].what == "name") return true;
  }
  return false;
}

}  // namespace

SurvivorSearch::SurvivorSearch(const Vocabulary& vocabulary)
    : titles_(vocabulary.table("titles")), ordinary_(vocabulary.table("ordinary_words")) {
  for (const std::string_view name : {"titles", "terms", "agencies", "captions", "tags", "ordinary_words"}) {
    if (const Table* table = vocabulary.table(name)) known_.push_back(table);
  }
}

void SurvivorSearch::find(const Aligned& texts, const Source& original, const Cable& release,
                          std::vector<Survivor>& found) {
  found.clear();
  if (texts.cuts.empty()) return;
  const Words& words = *texts.words;
  const Tokens& from = *texts.original;
  const Tokens& to = *texts.release;
  about_.assign(words.limit(), {});
  for (std::uint32_t i = 0; i < to.ids.size(); ++i) {
    About& about = about_[to.ids[i]];
    if (about.shown++ == 0) about.first = i;
  }
  std::unordered_set<std::string> in_lower_case;
  bool gathered = false;
  const auto ordinary = [&](std::string_view word) {
    if (!gathered) {
      for (const Span place : from.places) {
        const std::string_view each = original.text(place);
        if (is_lower(each.front())) in_lower_case.emplace(each);
      }
      gathered = true;
    }
    return in_lower_case.contains(lower(word)) ||
           std::any_of(known_.begin(), known_.end(), [&](const Table* table) { return table->find(word) != nullptr; });
  };
  /// The word before, over blanks and points behind initials; empty at the begin of a sentence.
  const auto before = [&](std::uint32_t at) -> std::string_view {
    while (at > 0) {
      const std::string_view word = original.text(from.places[--at]);
      if (words.is_blank(from.ids[at])) continue;
      return word;
    }
    return {};
  };
  for (const Cut& cut : texts.cuts) {
    if (!cut.known) continue;
    bool name = texts.words_in(from, cut.hidden) <= kFewWords;
    for (std::uint32_t i = 0; i < cut.marks.count; ++i)
      name = name || is_name_alone(release, release.redactions[to.marks[cut.marks.first + i].redaction]);
    for (std::uint32_t o = cut.hidden.begin; o < cut.hidden.end; ++o) {
      const TokenId id = from.ids[o];
      if (!words.is_word(id)) continue;
      About& about = about_[id];
      if (about.shown == 0 || about.done) continue;
      const std::string_view word = original.text(from.places[o]);
      bool tells = is_number(word);
      if (!tells && word.size() >= kLetters && is_upper(word.front()) && !ordinary(word)) {
        const std::string_view previous = before(o);
        const bool capitals = std::none_of(word.begin(), word.end(), is_lower);
        const bool titled = titles_ != nullptr && !previous.empty() && titles_->find(previous) != nullptr;
        const bool inside = !previous.empty() && (Words::is_word_byte(static_cast<unsigned char>(previous.back())) ||
                                                  previous == ",");
        tells = name || titled || (!capitals && inside);
      }
      if (!tells) continue;
      about.done = true;
      found.push_back({id, o, about.first, about.shown});
    }
  }
}

}  // namespace cablelint::redacting
