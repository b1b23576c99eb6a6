#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/expression/schema.hpp>

namespace cablelint {

/// One table of the vocabulary: keys (captions, TAGS, exemption codes, ...) with a record of typed columns
/// each. In expressions it is a map: `c in vocabulary.captions`, `vocabulary.captions[c].kind`.
class Table final : public expression::Map {
 public:
  struct Column {
    std::string name;
    expression::Type type;  // string, integer, boolean, date, level or list of strings
    std::string doc;
  };
  struct Row {
    std::string_view key;
    std::vector<expression::Value> cells;  // in the order of columns(); Kind::null where a cell is missing
  };

  [[nodiscard]] const std::string& name() const { return name_; }
  /// What the table is about, and where its facts come from; for people.
  [[nodiscard]] const std::string& about() const { return about_; }
  [[nodiscard]] const std::string& source() const { return source_; }
  [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  /// The row of a key, ASCII case folded; null when there is none.
  [[nodiscard]] const Row* find(std::string_view key) const;
  /// The cell of a row, Kind::null when it has none; `column` must be a name in columns().
  [[nodiscard]] expression::Value cell(const Row& row, std::string_view column) const;

  [[nodiscard]] std::uint32_t size() const override { return static_cast<std::uint32_t>(rows_.size()); }
  bool find(const expression::Value& key, expression::Context& context,
            expression::Value& found) const override;
  [[nodiscard]] expression::Value key(std::uint32_t index) const override;

 private:
  friend class VocabularyLoader;
  [[nodiscard]] const Row* find_long(std::string_view key) const;

  std::string name_;
  std::string about_;
  std::string source_;
  std::vector<Column> columns_;
  /// A place in the hash table. Most words are short and written as the key is: then they need no look at the
  /// row.
  struct Slot {
    std::uint64_t letters = 0;  // of the key, as short_word gives them
    std::uint32_t size = 0;     // of the key, in bytes
    std::uint32_t row = 0;      // from 1; 0 is free
  };
  std::vector<Row> rows_;       // sorted by folded key
  std::vector<Slot> slots_;     // a power of two
  std::uint16_t row_type_ = 0;  // object type of a row in the schema
};

/// The field's words, read from `rules/vocabulary/*.yaml`. Immutable once loaded.
class Vocabulary {
 public:
  Vocabulary();
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();

  /// The table of that name, or null.
  [[nodiscard]] const Table* table(std::string_view name) const;
  [[nodiscard]] const std::vector<std::unique_ptr<Table>>& tables() const { return tables_; }
  /// The object type of `vocabulary` in the schema it was declared to: a map for each table.
  [[nodiscard]] std::uint16_t object_type() const { return object_type_; }

 private:
  friend class VocabularyLoader;
  std::uint16_t object_type_ = 0;
  std::vector<std::unique_ptr<Table>> tables_;
  struct Text;  // owns the strings that rows refer to
  std::unique_ptr<Text> text_;
};

}  // namespace cablelint
