#pragma once

#include <cablelint/audit/cable_facts.hpp>
#include <cablelint/reference_id.hpp>
#include <string>
#include <unordered_map>

namespace cablelint::audit {

/// Reads the facts of cables, with their posts as message ids spell them. One for a thread: a collection has
/// few posts and many cables, so it remembers spellings.
class FactsReader {
 public:
  /// Both must outlive it.
  FactsReader(const Vocabulary& vocabulary, const PostNames& posts, Day as_of)
      : vocabulary_(&vocabulary), posts_(&posts), as_of_(as_of) {}

  /// All but id, container, part and findings.
  [[nodiscard]] CableFacts read(const Source& source, const Cable& cable);

 private:
  const std::string& canonical(const std::string& printed);

  const Vocabulary* vocabulary_;
  const PostNames* posts_;
  Day as_of_;
  std::unordered_map<std::string, std::string> known_posts_;
};

}  // namespace cablelint::audit
