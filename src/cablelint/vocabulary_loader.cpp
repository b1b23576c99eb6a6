#include <cablelint/vocabulary_loader.hpp>

#include <algorithm>
#include <bit>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include <cablelint/pack_keys.hpp>
#include <cablelint/vocabulary_text.hpp>

namespace cablelint {
namespace {

using expression::Type;
using expression::Value;

std::optional<Type> type_named(std::string_view name) {
  if (name == "string") return Type{Type::Kind::string, 0, {}};
  if (name == "int") return Type{Type::Kind::integer, 0, {}};
  if (name == "bool") return Type{Type::Kind::boolean, 0, {}};
  if (name == "date") return Type{Type::Kind::date, 0, {}};
  if (name == "level") return Type{Type::Kind::level, 0, {}};
  if (name == "strings") return list_of(Type{Type::Kind::string, 0, {}});
  return std::nullopt;
}

/// Names that expressions can select as fields.
bool is_name(std::string_view text) {
  const auto word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && !(text[0] >= '0' && text[0] <= '9') && std::all_of(text.begin(), text.end(), word);
}

struct FoldedHasher {
  std::size_t operator()(std::string_view key) const { return folded_hash(key); }
};
struct FoldedEqual {
  bool operator()(std::string_view a, std::string_view b) const { return folded_equal(a, b); }
};

Value get_key(const void* object, const expression::Field& /*field*/, expression::Context& /*context*/) {
  return Value::of_string(static_cast<const Table::Row*>(object)->key);
}

/// The column's number travels in the field's data pointer.
Value get_cell(const void* object, const expression::Field& field, expression::Context& /*context*/) {
  return static_cast<const Table::Row*>(object)->cells[reinterpret_cast<std::uintptr_t>(field.data)];
}

Value get_table(const void* /*object*/, const expression::Field& field, expression::Context& /*context*/) {
  Value value;
  value.kind = expression::Kind::map;
  value.map = static_cast<const Table*>(field.data);
  value.size = value.map->size();
  return value;
}

}  // namespace

VocabularyLoader::VocabularyLoader(std::vector<Diagnostic>& faults) : faults_(faults) {}

bool VocabularyLoader::is_table(const yaml::Document& document) {
  return static_cast<bool>(yaml::Lookup(document.root(), "table"));
}

void VocabularyLoader::read(const std::vector<const yaml::Document*>& files) {
  for (const bool extends : {false, true}) {
    for (const yaml::Document* const file : files) {
      const yaml::Lookup says(file->root(), "extends");
      if ((says && says->text() == "true") == extends) read_table(*file, extends);
    }
  }
}

void VocabularyLoader::read_table(const yaml::Document& document, bool extends) {
  const yaml::Node root = document.root();
  check_keys(root, table_keys(), faults_);
  if (const yaml::Lookup says(root, "extends"); says)
    static_cast<void>(read_bool({says.key(), *says}, faults_));

  const yaml::Lookup name(root, "table");
  const std::optional<std::string_view> named = read_text({name.key(), *name}, faults_);
  if (!named) return;
  if (!is_name(*named)) {
    faults_.push_back(document.fault(*name, "a table's name is written in small letters, digits and `_`"));
    return;
  }
  auto& tables = vocabulary_.tables_;
  const auto known =
      std::find_if(tables.begin(), tables.end(), [&](const auto& t) { return t->name_ == *named; });
  Table* table = known == tables.end() ? nullptr : known->get();
  if (extends && table == nullptr) {
    std::vector<std::string_view> names;
    for (const auto& other : tables) names.push_back(other->name_);
    faults_.push_back(document.fault(*name, "there is no table `" + std::string(*named) + "` to extend",
                                     did_you_mean(*named, names)));
    return;
  }
  if (!extends && table != nullptr) {
    faults_.push_back(document.fault(*name, "there is a table `" + std::string(*named) + "` already",
                                     "add `extends: true` to add rows to it"));
    return;
  }
  if (!extends) {
    tables.push_back(std::make_unique<Table>());
    table = tables.back().get();
    table->name_ = *named;
    for (const std::string_view key : {"about", "source"}) {
      const yaml::Lookup text(root, key);
      if (!text) continue;
      const std::optional<std::string_view> value = read_text({text.key(), *text}, faults_);
      if (value) (key == "about" ? table->about_ : table->source_) = *value;
    }
  }
  if (const yaml::Lookup columns(root, "columns"); columns) {
    if (extends) {
      faults_.push_back(
          document.fault(columns.key(), "a table that is extended keeps its columns", "remove `columns`"));
    } else if (!columns->is_map() && !columns->is_null()) {
      faults_.push_back(document.fault(*columns, "`columns` must be a map of names to types"));
    } else {
      read_columns(*columns, *table);
    }
  }
  const yaml::Lookup entries(root, "entries");
  if (!entries) {
    faults_.push_back(document.fault(name.key(), "the table has no `entries`"));
  } else if (!entries->is_map()) {
    faults_.push_back(value_fault({entries.key(), *entries}, "`entries` must be a map of keys to rows"));
  } else {
    read_entries(*entries, *table, extends);
  }
}

void VocabularyLoader::read_columns(yaml::Node columns, Table& table) {
  for (const yaml::Entry entry : columns.entries()) {
    Table::Column column;
    column.name = entry.key.text();
    const yaml::Document& document = columns.document();
    if (!is_name(column.name) || column.name == "key") {
      faults_.push_back(document.fault(
          entry.key, column.name == "key" ? "`key` is the key of a row and cannot be a column"
                                          : "a column's name is written in small letters, digits and `_`"));
      continue;
    }
    yaml::Entry type = entry;
    if (entry.value.is_map()) {
      check_keys(entry.value, column_keys(), faults_);
      if (const yaml::Lookup doc(entry.value, "doc"); doc) {
        column.doc = read_text({doc.key(), *doc}, faults_).value_or("");
      }
      const yaml::Lookup inner(entry.value, "type");
      if (!inner) {
        faults_.push_back(document.fault(entry.key, "the column `" + column.name + "` has no `type`"));
        continue;
      }
      type = {inner.key(), *inner};
    }
    const std::optional<Type> known = type_named(type.value.text());
    if (!known) {
      std::string hint = did_you_mean(type.value.text(), {kColumnTypes.begin(), kColumnTypes.end()});
      if (hint.empty()) hint = "the types are string, int, bool, date, level and strings";
      faults_.push_back(
          value_fault(type, "unknown type `" + std::string(type.value.text()) + '`', std::move(hint)));
      continue;
    }
    column.type = *known;
    table.columns_.push_back(std::move(column));
  }
}

void VocabularyLoader::read_entries(yaml::Node entries, Table& table, bool extends) {
  std::vector<std::string_view> names;
  for (const Table::Column& column : table.columns_) names.push_back(column.name);
  // Equal keys within the file, which the YAML reader sees only when they are spelt alike.
  std::unordered_map<std::string_view, yaml::Node, FoldedHasher, FoldedEqual> given;
  const std::size_t old = table.rows_.size();
  table.rows_.reserve(old + entries.size());
  given.reserve(entries.size());

  const std::size_t before = faults_.size();
  for (const yaml::Entry entry : entries.entries()) {
    if (faults_.size() >= before + kFaultsPerFile) return;
    const std::string_view key = entry.key.text();
    if (key.empty()) {
      faults_.push_back(value_fault(entry, "a row without a key"));
      continue;
    }
    if (!entry.value.is_map() && !entry.value.is_null()) {
      faults_.push_back(value_fault(entry, "the row `" + std::string(key) + "` must be a map of columns",
                                    "write `{}` for a row without any"));
      continue;
    }
    Table::Row row;
    row.key = vocabulary_.text_->arena.copy(key);
    row.cells.resize(table.columns_.size());
    for (const yaml::Entry cell : entry.value.entries()) {
      if (faults_.size() >= before + kFaultsPerFile) return;
      const auto column = std::find(names.begin(), names.end(), cell.key.text());
      if (column == names.end()) {
        faults_.push_back(entries.document().fault(cell.key,
                                                   "unknown column `" + std::string(cell.key.text()) + '`',
                                                   did_you_mean(cell.key.text(), names)));
        continue;
      }
      const auto number = static_cast<std::size_t>(column - names.begin());
      row.cells[number] = read_cell(cell, table.columns_[number]);
    }
    if (const auto [first, fresh] = given.emplace(row.key, entry.key); !fresh) {
      faults_.push_back(
          entries.document().fault(entry.key, "duplicate key `" + std::string(key) + '`',
                                   "it is given first on line " + std::to_string(first->second.line())));
    }
    const auto replaced =
        !extends ? table.rows_.begin() + static_cast<std::ptrdiff_t>(old)
                 : std::find_if(table.rows_.begin(), table.rows_.begin() + static_cast<std::ptrdiff_t>(old),
                                [&](const Table::Row& other) { return folded_equal(other.key, row.key); });
    if (replaced != table.rows_.begin() + static_cast<std::ptrdiff_t>(old)) {
      *replaced = std::move(row);
    } else {
      table.rows_.push_back(std::move(row));
    }
  }
}

Value VocabularyLoader::read_cell(const yaml::Entry& entry, const Table::Column& column) {
  Arena& arena = vocabulary_.text_->arena;
  switch (column.type.kind) {
    case Type::Kind::string: {
      const std::optional<std::string_view> text = read_text(entry, faults_);
      return text ? Value::of_string(arena.copy(*text)) : Value();
    }
    case Type::Kind::integer: {
      const std::optional<std::int64_t> number = read_int(entry, faults_);
      return number ? Value::of_int(*number) : Value();
    }
    case Type::Kind::boolean: {
      const std::optional<bool> flag = read_bool(entry, faults_);
      return flag ? Value::of_bool(*flag) : Value();
    }
    case Type::Kind::date: {
      const std::optional<Day> day = read_date(entry, faults_);
      return day ? Value::of_date(*day) : Value();
    }
    case Type::Kind::level: {
      const std::optional<Level> level = read_level(entry, faults_);
      return level ? Value::of_level(*level) : Value();
    }
    default: {
      const std::optional<std::vector<std::string_view>> texts = read_texts(entry, faults_);
      if (!texts) return {};
      auto* const items = arena.allocate_array<Value>(texts->size());
      for (std::size_t i = 0; i < texts->size(); ++i) {
        new (items + i) Value(Value::of_string(arena.copy((*texts)[i])));
      }
      return Value::of_list(items, static_cast<std::uint32_t>(texts->size()), expression::Items::values, 0,
                            {});
    }
  }
}

void VocabularyLoader::index(Table& table) {
  std::sort(table.rows_.begin(), table.rows_.end(),
            [](const Table::Row& a, const Table::Row& b) { return folded_less(a.key, b.key); });
  table.slots_.assign(std::bit_ceil(table.rows_.size() * 2 + 1), {});
  const std::size_t mask = table.slots_.size() - 1;
  for (std::size_t row = 0; row < table.rows_.size(); ++row) {
    const std::string_view key = table.rows_[row].key;
    std::size_t slot = folded_hash(key) & mask;
    while (table.slots_[slot].row != 0) slot = (slot + 1) & mask;
    table.slots_[slot] = {key.size() <= kShortWord ? short_word(key) : 0,
                          static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(row + 1)};
  }
}

Vocabulary VocabularyLoader::finish(expression::Schema& schema) {
  auto& tables = vocabulary_.tables_;
  std::sort(tables.begin(), tables.end(), [](const auto& a, const auto& b) { return a->name_ < b->name_; });
  expression::ObjectType all;
  all.name = "vocabulary";
  all.doc = "The field's words: a map for each table.";
  const Type string{Type::Kind::string, 0, {}};
  for (const auto& table : tables) {
    index(*table);
    expression::ObjectType row;
    row.name = table->name_ + " entry";
    row.stride = sizeof(Table::Row);
    row.doc = table->about_;
    row.fields.push_back({"key", string, false, get_key, "The word itself.", nullptr});
    for (std::size_t i = 0; i < table->columns_.size(); ++i) {
      const Table::Column& column = table->columns_[i];
      row.fields.push_back(
          {column.name, column.type, true, get_cell, column.doc, reinterpret_cast<const void*>(i)});
    }
    table->row_type_ = schema.add(std::move(row));
    all.fields.push_back({table->name_, map_of(string, expression::object(table->row_type_)), false,
                          get_table, table->about_, table.get()});
  }
  vocabulary_.object_type_ = schema.add(std::move(all));
  return std::move(vocabulary_);
}

}  // namespace cablelint
