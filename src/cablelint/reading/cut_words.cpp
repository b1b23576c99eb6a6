#include <cablelint/reading/cut_words.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <utility>

#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

constexpr std::size_t kLongestWord = 24;

constexpr std::pair<std::string_view, CutRole> kRoles[] = {
    {"thing", CutRole::thing},       {"refused", CutRole::refused}, {"cut", CutRole::cut},
    {"not", CutRole::negation},      {"less", CutRole::less},       {"rest", CutRole::rest},
    {"number", CutRole::number},     {"link", CutRole::link},       {"inner", CutRole::inner},
    {"sentence", CutRole::sentence}, {"half", CutRole::half},
};

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t set = 0;
  for (const char c : word) {
    if (is_alpha(c)) set |= 1U << static_cast<unsigned>(to_upper(c) - 'A');
  }
  return set;
}

/// A slip of the key is understood from this length on.
unsigned slips_allowed(std::size_t length) {
  if (length < 4) return 0;
  return length < 9 ? 1 : length < 12 ? 2 : 3;
}

/// Capitals without hyphens, and l for a 1 in front of a letter. Too long a word gives nothing.
struct Folded {
  std::array<char, kLongestWord> letters{};
  std::size_t size = 0;

  explicit Folded(std::string_view word) {
    for (const char c : word) {
      if (c == '-') continue;
      if (size == letters.size()) {
        size = 0;
        return;
      }
      letters[size++] = to_upper(c);
    }
  }
  [[nodiscard]] std::string_view view() const { return {letters.data(), size}; }
};

}  // namespace

unsigned slips(std::string_view printed, std::string_view meant, unsigned most) {
  const Folded a(printed);
  const Folded b(meant);
  const auto difference = static_cast<unsigned>(
      std::abs(static_cast<std::ptrdiff_t>(a.size) - static_cast<std::ptrdiff_t>(b.size)));
  if (a.size == 0 || b.size == 0 || difference > most) return most + 1;
  std::array<std::array<unsigned, kLongestWord + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size; ++j) rows[0][j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= a.size; ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& second = rows[(i + 1) % 3];
    row[0] = static_cast<unsigned>(i);
    unsigned least = row[0];
    for (std::size_t j = 1; j <= b.size; ++j) {
      const unsigned other = a.letters[i - 1] == b.letters[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + other});
      if (i > 1 && j > 1 && a.letters[i - 1] == b.letters[j - 2] && a.letters[i - 2] == b.letters[j - 1])
        row[j] = std::min(row[j], second[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return std::min(rows[a.size % 3][b.size], most + 1);
}

CutWords::CutWords(const Table* table) : table_(table) {
  if (table == nullptr) return;
  const auto text = [&](const Table::Row& row, std::string_view column) {
    const expression::Value cell = table->cell(row, column);
    return cell.kind == expression::Kind::string ? cell.string() : std::string_view{};
  };
  for (const Table::Row& row : table->rows()) {
    CutWord word;
    word.key = row.key;
    const auto* const role = std::find_if(std::begin(kRoles), std::end(kRoles),
                                          [&](const auto& each) { return each.first == text(row, "role"); });
    word.role = role == std::end(kRoles) ? CutRole::plain : role->second;
    word.what = text(row, "what");
    word.unit = text(row, "unit");
    if (word.unit.empty()) word.unit = word.what;
    const expression::Value count = table->cell(row, "count");
    if (count.kind == expression::Kind::integer) word.count = static_cast<std::int32_t>(count.integer);
    word.letters = letters_of(row.key);
    words_.push_back(word);
  }
}

const CutWord* CutWords::find_exact(std::string_view word) const {
  const Table::Row* const row = table_ == nullptr ? nullptr : table_->find(word);
  return row == nullptr ? nullptr : &words_[static_cast<std::size_t>(row - table_->rows().data())];
}

const CutWord* CutWords::find(std::string_view word) const {
  if (const CutWord* const found = find_exact(word)) return found;
  const Folded folded(word);
  std::string_view singular = folded.view();
  if (const CutWord* const found = find_exact(singular)) return found;
  if (!singular.ends_with('S')) return nullptr;
  singular.remove_suffix(1);
  if (const CutWord* const found = find_exact(singular)) return found;
  if (!singular.ends_with('E')) return nullptr;
  Folded stem(singular.substr(0, singular.size() - 1));
  if (const CutWord* const found = find_exact(stem.view())) return found;
  if (stem.size == 0 || stem.letters[stem.size - 1] != 'I') return nullptr;
  stem.letters[stem.size - 1] = 'Y';  // entries, countries
  return find_exact(stem.view());
}

const CutWord* CutWords::find_near(std::string_view word) const {
  if (const CutWord* const found = find(word)) return found;
  constexpr std::size_t kShortestMeant = 4;
  if (word.size() + 1 < kShortestMeant || word.size() > kLongestWord) return nullptr;
  const std::uint32_t letters = letters_of(word);
  const CutWord* nearest = nullptr;
  unsigned least = 4;
  for (const CutWord& meant : words_) {
    const unsigned most = std::min(slips_allowed(meant.key.size()), least - 1);
    // A slip brings in one letter at most and loses one.
    if (most == 0 || static_cast<unsigned>(std::popcount(meant.letters & ~letters)) > most ||
        static_cast<unsigned>(std::popcount(letters & ~meant.letters)) > most + 1)
      continue;
    unsigned found = slips(word, meant.key, most);
    // A plural keeps its last letter apart.
    if (found > most && (word.back() == 's' || word.back() == 'S'))
      found = slips(word.substr(0, word.size() - 1), meant.key, most);
    if (found > most) continue;
    nearest = &meant;
    least = found;
    if (least <= 1) break;
  }
  return nearest;
}

const CutWord* CutWords::find_pair(std::string_view first, std::string_view second) const {
  std::array<char, 2 * kLongestWord + 1> pair{};
  if (first.empty() || first.size() + second.size() + 1 > pair.size()) return nullptr;
  std::size_t size = first.copy(pair.data(), first.size());
  pair[size++] = ' ';
  size += second.copy(pair.data() + size, second.size());
  return find_exact({pair.data(), size});
}

}  // namespace cablelint::reading
