#pragma once

#include <cablelint/finding.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::audit {

/// What the error of an id says that more than one document has.
inline constexpr std::string_view kRepeatedId =
    "more than one document has this id; only the first of them was audited";

/// A line of errors.jsonl, with its line end.
void append_error_line(std::string& out, const InputError& error);

/// Collects documents in the order in which they were checked and writes them in order of their ids, as files
/// that a RunReader reads.
class Segment {
 public:
  /// `rows` and `findings` as in AuditedDocument.
  void add(std::string_view id, std::string_view rows, std::string_view findings);
  void add(InputError error) { errors_.push_back(std::move(error)); }

  [[nodiscard]] bool empty() const { return documents_.empty() && errors_.empty(); }
  /// Bytes of memory, about.
  [[nodiscard]] std::size_t size() const { return text_.size() + documents_.size() * sizeof(Document); }
  /// Writes the files into a folder, which is there and empty, and forgets what they hold. Throws RunError.
  void write(const std::string& folder);

 private:
  struct Document {
    std::size_t begin = 0, rows = 0, findings = 0, end = 0;  // where id, rows and findings begin in `text_`
  };
  [[nodiscard]] std::string_view id_of(const Document& document) const;

  std::string text_;
  std::vector<Document> documents_;
  std::vector<InputError> errors_;
};

}  // namespace cablelint::audit
