#pragma once

#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace cablelint::cli {

/// Takes what documents turn out to hold: of each `begin`, its cables in their order, and `end`. No other
/// document comes between them.
class DocumentVisitor {
 public:
  virtual ~DocumentVisitor() = default;
  /// `document`: as it was called when it was added.
  virtual void begin(std::size_t document, const Source& source) = 0;
  /// The findings may be taken.
  virtual void take(const Source& source, const Cable& cable, std::vector<Finding>& findings) = 0;
  virtual void end(const Source& source, Linter& linter) = 0;
  /// In place of `end`: what was taken of this document counts for nothing.
  virtual void no_memory(std::size_t document) = 0;
};

/// Parses several documents together and asks the rules about them together, which is quicker. For one
/// thread.
class DocumentGroup {
 public:
  /// So many documents are worth it.
  static constexpr std::size_t kMost = Parser::kTogether;

  DocumentGroup(const Parser& parser, DocumentVisitor& visitor) : parser_(&parser), visitor_(&visitor) {}

  /// A document is visited at the latest by `finish`, in the order of adding. The bytes must stand until
  /// then.
  void add(std::size_t document, std::string_view name, std::string_view bytes, Linter& linter);
  void finish();

 private:
  struct Member {
    std::size_t document = 0;
    std::optional<Source> source;
    Linter* linter = nullptr;
    Cable cable;
    std::vector<Finding> findings;
  };

  void read_together();
  void visit_one(Member& member);
  void visit_each(Member& member);

  const Parser* parser_;
  DocumentVisitor* visitor_;
  std::vector<std::unique_ptr<Member>> members_;  // those behind the last waiting keep their memory
  std::size_t waiting_ = 0;
  std::vector<ParseTask> parse_tasks_;
  std::vector<LintTask> lint_tasks_;
};

}  // namespace cablelint::cli
