#pragma once

#include <cablelint/audit/run_reader.hpp>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace cablelint::audit {

/// Joins parts into one run, in order of ids, whatever the order of the parts.
class RunMerge {
 public:
  /// The readers stand in the order in which their documents were read. With `drop_repeated` further
  /// documents of an id are no error.
  explicit RunMerge(std::vector<std::unique_ptr<RunReader>> parts, bool drop_repeated = false);

  /// The next document. Where several parts have one of that id the first of these parts counts, and the id
  /// is in `repeated`. False at the end.
  bool next(AuditedDocument& document);
  /// To be asked behind the last document: all inputs that could not be read, and, unless
  /// they are dropped, the ids in `repeated`; in order and each once.
  [[nodiscard]] std::vector<InputError> errors();
  /// The ids that more than one part had, in order, once for each further part.
  [[nodiscard]] const std::vector<std::string>& repeated() const { return repeated_; }

 private:
  struct Head {
    AuditedDocument document;
    std::size_t part = 0;
  };
  static bool later(const Head* a, const Head* b);
  void advance(Head* head);

  std::vector<std::unique_ptr<RunReader>> parts_;
  bool drop_repeated_;
  std::vector<Head> heads_;
  std::vector<Head*> heap_;  // the smallest id first, of the first part that has it
  std::vector<std::string> repeated_;
};

}  // namespace cablelint::audit
