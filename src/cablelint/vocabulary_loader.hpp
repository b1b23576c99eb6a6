#pragma once

#include <string_view>
#include <vector>

#include <cablelint/diagnostic.hpp>
#include <cablelint/vocabulary.hpp>
#include <cablelint/yaml/document.hpp>

namespace cablelint {

/// Builds the vocabulary from its files:
///     table: captions
///     about: Words above the E.O. line that limit who may see a cable.
///     source: 5 FAH-2 H-440
///     columns:
///       kind: string                    # string, int, bool, date, level or strings
///       since: {type: date, doc: First day of use.}
///     entries:
///       NODIS: {kind: distribution}
/// A file with `extends: true` adds rows to a table that exists, or replaces them.
class VocabularyLoader {
 public:
  explicit VocabularyLoader(std::vector<Diagnostic>& faults);

  /// True for a file that holds a table.
  [[nodiscard]] static bool is_table(const yaml::Document& document);
  /// Reads files in this order, those with `extends` last. Their texts are copied.
  void read(const std::vector<const yaml::Document*>& files);
  /// Declares a row type for each table and the object `vocabulary` that holds them all.
  [[nodiscard]] Vocabulary finish(expression::Schema& schema);

 private:
  void read_table(const yaml::Document& document, bool extends);
  void read_columns(yaml::Node columns, Table& table);
  void read_entries(yaml::Node entries, Table& table, bool extends);
  [[nodiscard]] expression::Value read_cell(const yaml::Entry& entry, const Table::Column& column);
  static void index(Table& table);

  std::vector<Diagnostic>& faults_;
  Vocabulary vocabulary_;
};

}  // namespace cablelint
