#include <cablelint/redacting/survivors.hpp>

#include <cablelint/ascii.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_set>

namespace cablelint::redacting {
namespace {

/// What is shown more often is what the cable is about.
constexpr std::uint32_t kOften = 4;
/// Shorter numbers are counts, days and paragraphs; shorter words initials and particles.
constexpr std::size_t kDigits = 4, kLetters = 3;

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::all_of(word.begin(), word.end(), is_ascii_digit);
}

bool is_number(std::string_view word) {
  return std::count_if(word.begin(), word.end(), is_ascii_digit) >= static_cast<std::ptrdiff_t>(kDigits) &&
         !is_year(word);
}

std::string lower(std::string_view word) {
  std::string folded(word);
  for (char& c : folded) c = ascii_lower(c);
  return folded;
}

/// Whether a mark says that a name is cut, in words or by the exemption for personal privacy.
bool says_name(const Cable& release, const Redaction& mark, const Table* exemptions) {
  for (std::uint32_t i = 0; i < mark.parts.count; ++i) {
    if (release.cut_parts[mark.parts.begin + i].what == "name") return true;
  }
  for (std::uint32_t i = 0; i < mark.codes.count && exemptions != nullptr; ++i) {
    const Table::Row* const row = exemptions->find(release.short_texts[mark.codes.begin + i].view());
    if (row == nullptr) continue;
    const expression::Value personal = exemptions->cell(*row, "personal");
    if (personal.kind == expression::Kind::boolean && personal.boolean) return true;
  }
  return false;
}

}  // namespace

SurvivorSearch::SurvivorSearch(const Vocabulary& vocabulary)
    : titles_(vocabulary.table("titles")), exemptions_(vocabulary.table("foia_codes")) {
  for (const std::string_view name :
       {"titles", "terms", "agencies", "captions", "tags", "orders", "ordinary_words"}) {
    if (const Table* table = vocabulary.table(name)) known_.push_back(table);
  }
}

void SurvivorSearch::gather_other_cases(const Aligned& texts, const Source& original) {
  other_cases_.clear();
  const Words& words = *texts.words;
  if (words.folds()) return;  // then they are the same words
  // Most words of a release are like none that was cut, or the same, which a few bits tell.
  constexpr std::size_t kSlots = 1024;
  constexpr TokenId kNone = 0xFFFF'FFFF, kSeveral = 0xFFFF'FFFE;
  std::array<TokenId, kSlots> cut;
  std::array<bool, kSlots> shown{};
  cut.fill(kNone);
  const auto slot = [](std::string_view word) {
    const auto low = [&](std::size_t at) { return static_cast<unsigned char>(word[at]) | 0x20U; };
    return (low(0) + low(1) * 31 + low(word.size() - 1) * 227 + word.size() * 1021) % kSlots;
  };
  const auto may_be_name = [](std::string_view word) {
    return word.size() >= kLetters && is_ascii_upper(word.front());
  };
  const auto for_each_name = [&](const auto& each) {
    for (const Cut& one : texts.cuts) {
      if (!one.known) continue;
      for (std::uint32_t o = one.hidden.begin; o < one.hidden.end; ++o) {
        const std::string_view word = original.text(texts.original->places[o]);
        if (may_be_name(word)) each(word, texts.original->ids[o]);
      }
    }
  };
  for_each_name([&](std::string_view word, TokenId id) {
    TokenId& known = cut[slot(word)];
    known = known == kNone || known == id ? id : kSeveral;
  });
  std::vector<TokenId> near;
  for (TokenId id = 0; id < words.limit(); ++id) {
    const std::string_view word = words.text_of(id);
    if (about_[id].shown == 0 || !may_be_name(word)) continue;
    const std::size_t at = slot(word);
    if (cut[at] == kNone || cut[at] == id) continue;
    shown[at] = true;
    near.push_back(id);
  }
  if (near.empty()) return;
  for_each_name([&](std::string_view word, TokenId) {
    if (shown[slot(word)]) other_cases_.try_emplace(lower(word));
  });
  for (const TokenId id : near) {
    if (const auto at = other_cases_.find(lower(words.text_of(id))); at != other_cases_.end())
      at->second.push_back(id);
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
  gather_other_cases(texts, original);
  std::vector<TokenId> spellings;  // of one word, in the release
  std::unordered_set<std::string> in_lower_case;
  bool gathered = false;
  const auto ordinary = [&](std::string_view word) {
    if (!gathered) {
      for (const Span place : from.places) {
        const std::string_view each = original.text(place);
        if (is_ascii_lower(each.front())) in_lower_case.emplace(each);
      }
      gathered = true;
    }
    return in_lower_case.contains(lower(word)) ||
           std::any_of(known_.begin(), known_.end(),
                       [&](const Table* table) { return table->find(word) != nullptr; });
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
  const auto is_title = [&](std::string_view word) {
    const Table::Row* const row = titles_ == nullptr || word.empty() ? nullptr : titles_->find(word);
    if (row == nullptr) return false;
    const expression::Value kind = titles_->cell(*row, "kind");
    return kind.kind == expression::Kind::string && std::string_view(kind.text, kind.size) == "title";
  };
  for (const Cut& cut : texts.cuts) {
    if (!cut.known) continue;
    bool name = false;
    for (std::uint32_t i = 0; i < cut.marks.count; ++i)
      name = name ||
             says_name(release, release.redactions[to.marks[cut.marks.first + i].redaction], exemptions_);
    for (std::uint32_t o = cut.hidden.begin; o < cut.hidden.end; ++o) {
      const TokenId id = from.ids[o];
      if (!words.is_word(id)) continue;
      const std::string_view word = original.text(from.places[o]);
      spellings.clear();
      if (about_[id].shown > 0) spellings.push_back(id);
      if (!other_cases_.empty() && is_ascii_upper(word.front())) {
        if (const auto at = other_cases_.find(lower(word)); at != other_cases_.end())
          std::copy_if(at->second.begin(), at->second.end(), std::back_inserter(spellings),
                       [&](TokenId each) { return each != id; });
      }
      std::erase_if(spellings, [&](TokenId each) { return about_[each].done; });
      if (spellings.empty()) continue;
      std::uint32_t shown = 0;
      for (const TokenId each : spellings) shown += about_[each].shown;
      bool tells = is_number(word) && !ordinary(word);
      if (!tells && word.size() >= kLetters && is_ascii_upper(word.front()) && !ordinary(word)) {
        const std::string_view previous = before(o);
        const bool capitals = std::none_of(word.begin(), word.end(), is_ascii_lower);
        const bool titled = is_title(previous);
        const bool inside =
            !previous.empty() &&
            (Words::is_word_byte(static_cast<unsigned char>(previous.back())) || previous == ",");
        tells = name || ((titled || (!capitals && inside)) && shown <= kOften);
      }
      if (!tells) continue;
      for (const TokenId each : spellings) {
        about_[each].done = true;
        found.push_back({each, o, about_[each].first, about_[each].shown});
      }
    }
  }
}

}  // namespace cablelint::redacting
