#include <cablelint/reference_id.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cablelint/calendar.hpp>

namespace cablelint {
namespace {

// Names are compared by their letters and digits alone: "PORT-AU-PRINCE", "Port au Prince", "PORTAUPRINCE".
class Letters {
 public:
  static constexpr std::size_t kMost = 48;

  Letters() = default;
  explicit Letters(std::string_view text) {
    for (const char c : text) {
      const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      const bool is_letter = upper >= 'A' && upper <= 'Z';
      if (!is_letter && !(upper >= '0' && upper <= '9')) continue;
      if (size_ == kMost) {
        is_cut_ = true;
        return;
      }
      text_[size_++] = upper;
      set_ |= 1U << (is_letter ? upper - 'A' : 26);
    }
  }
  [[nodiscard]] std::string_view view() const { return {text_.data(), size_}; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t set() const { return set_; }
  [[nodiscard]] bool is_cut() const { return is_cut_; }

 private:
  std::array<char, kMost> text_{};
  std::size_t size_ = 0;
  std::uint32_t set_ = 0;  // which letters occur
  bool is_cut_ = false;    // longer than any name of a post
};

// Slips of the hand between two names: a letter more, less, or wrong, or two neighbours swapped. More than
// `most` counts as most + 1.
std::size_t slips(const Letters& a, const Letters& b, std::size_t most) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > most) return most + 1;
  if (std::popcount(a.set() ^ b.set()) > static_cast<int>(2 * most)) return most + 1;
  using Row = std::array<std::uint8_t, Letters::kMost + 1>;
  Row before{}, last{}, row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = a.view()[i - 1], y = b.view()[j - 1];
      int least = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (x == y ? 0 : 1)});
      if (i > 1 && j > 1 && x == b.view()[j - 2] && a.view()[i - 2] == y)
        least = std::min(least, before[j - 2] + 1);
      row[j] = static_cast<std::uint8_t>(least);
    }
    before = last;
    last = row;
  }
  return std::min<std::size_t>(last[b.size()], most + 1);
}

struct Name {
  Letters key;
  Letters canonical;
};

}  // namespace

struct PostNames::Index {
  std::vector<Name> names;        // sorted by key
  std::vector<Letters> prefixes;  // words before a post that are no part of its name

  [[nodiscard]] const Letters* find(const Letters& name) const {
    if (const auto* known = exact(name)) return known;
    if (const auto* known = behind_prefix(name, &Index::exact)) return known;
    if (const auto* known = near(name)) return known;
    return behind_prefix(name, &Index::near);
  }

 private:
  [[nodiscard]] const Letters* exact(const Letters& name) const {
    const auto found =
        std::lower_bound(names.begin(), names.end(), name.view(),
                         [](const Name& known, std::string_view text) { return known.key.view() < text; });
    return found != names.end() && found->key.view() == name.view() ? &found->canonical : nullptr;
  }

  // The only name that a slip, or two in a long name, can have turned into this one.
  [[nodiscard]] const Letters* near(const Letters& name) const {
    constexpr std::size_t kShortest = 5;
    constexpr std::size_t kLong = 9;
    const Letters* best = nullptr;
    bool is_unique = true;
    std::size_t least = 2;
    for (const Name& known : names) {
      if (known.key.size() < kShortest) continue;
      const std::size_t most = std::min<std::size_t>(least, known.key.size() < kLong ? 1 : 2);
      const std::size_t found = slips(name, known.key, most);
      if (found > most) continue;
      const bool is_same = best != nullptr && best->view() == known.canonical.view();
      is_unique = best == nullptr || found < least || (is_unique && is_same);
      least = found;
      best = &known.canonical;
    }
    return is_unique ? best : nullptr;
  }

  [[nodiscard]] const Letters* behind_prefix(const Letters& name,
                                             const Letters* (Index::*look)(const Letters&) const) const {
    for (const Letters& prefix : prefixes) {
      if (prefix.size() >= name.size() || !name.view().starts_with(prefix.view())) continue;
      if (const auto* known = (this->*look)(Letters(name.view().substr(prefix.size())))) return known;
    }
    return nullptr;
  }
};

PostNames::PostNames() = default;
PostNames::PostNames(PostNames&&) noexcept = default;
PostNames& PostNames::operator=(PostNames&&) noexcept = default;
PostNames::~PostNames() = default;

PostNames::PostNames(const Vocabulary& vocabulary) {
  const Table* const table = vocabulary.table("post_names");
  if (table == nullptr) return;
  const auto column = [&](const Table::Row& row, std::string_view name) -> std::string_view {
    for (std::size_t i = 0; i < table->columns().size(); ++i) {
      const expression::Value& cell = row.cells[i];
      if (table->columns()[i].name == name && cell.kind == expression::Kind::string) return cell.string();
    }
    return {};
  };
  auto index = std::make_unique<Index>();
  for (const Table::Row& row : table->rows()) {
    const Letters key(row.key);
    if (key.size() == 0) continue;
    if (column(row, "kind") == "prefix") {
      index->prefixes.push_back(key);
    } else {
      const std::string_view canonical = column(row, "canonical");
      index->names.push_back({key, canonical.empty() ? key : Letters(canonical)});
    }
  }
  std::stable_sort(index->names.begin(), index->names.end(),
                   [](const Name& a, const Name& b) { return a.key.view() < b.key.view(); });
  index_ = std::move(index);
}

void PostNames::append_canonical(std::string& out, std::string_view printed) const {
  const Letters name(printed);
  if (name.size() == 0) return;
  const Letters* const known = index_ == nullptr || name.is_cut() ? nullptr : index_->find(name);
  out += known != nullptr ? known->view() : name.view();
}

bool append_reference_id(std::string& out, const Source& source, const Reference& reference,
                         std::int32_t cable_year, const PostNames& names) {
  const std::int32_t year = reference.year != 0 ? reference.year : cable_year;
  if (reference.kind != ReferenceKind::cable || !reference.origin || !reference.number || year <= 0)
    return false;
  const fmt::format_int digits(100 + year % 100);
  out.append(digits.data() + 1, 2);
  names.append_canonical(out, source.text(reference.origin));
  std::string_view number = source.text(reference.number);
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size() - 1));
  out += number;
  return true;
}

std::int32_t year_sent(const Cable& cable) {
  if (!cable.date) return 0;
  const std::int32_t year = ymd_of(cable.date->earliest).year;
  return ymd_of(cable.date->latest).year == year ? year : 0;
}

}  // namespace cablelint
