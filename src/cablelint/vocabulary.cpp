#include <cablelint/vocabulary.hpp>

#include <algorithm>

#include <cablelint/vocabulary_text.hpp>

namespace cablelint {

Vocabulary::Vocabulary() : text_(std::make_unique<Text>()) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

const Table* Vocabulary::table(std::string_view name) const {
  const auto found =
      std::find_if(tables_.begin(), tables_.end(), [&](const auto& t) { return t->name() == name; });
  return found == tables_.end() ? nullptr : found->get();
}

const Table::Row* Table::find(std::string_view key) const {
  if (slots_.empty()) return nullptr;
  if (key.size() > kShortWord) return find_long(key);
  const std::uint64_t letters = short_word(key);
  FoldedHash hash(key.size());
  hash.put(letters);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash.value() & mask; slots_[at].row != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.size != key.size()) continue;
    const Row& row = rows_[slot.row - 1];
    if (slot.letters == letters || folded_equal(row.key, key)) return &row;
  }
  return nullptr;
}

const Table::Row* Table::find_long(std::string_view key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = folded_hash(key) & mask; slots_[at].row != 0; at = (at + 1) & mask) {
    const Row& row = rows_[slots_[at].row - 1];
    if (row.key == key || folded_equal(row.key, key)) return &row;
  }
  return nullptr;
}

expression::Value Table::cell(const Row& row, std::string_view column) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].name == column) return row.cells[i];
  }
  return {};
}

bool Table::find(const expression::Value& key, expression::Context& /*context*/,
                 expression::Value& found) const {
  if (key.kind != expression::Kind::string) return false;
  const Row* const row = find(key.string());
  if (row == nullptr) return false;
  found = expression::Value::of_object(row, row_type_, key.origin);
  return true;
}

expression::Value Table::key(std::uint32_t index) const {
  return expression::Value::of_string(rows_[index].key);
}

}  // namespace cablelint
