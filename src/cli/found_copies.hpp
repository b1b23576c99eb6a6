#pragma once

#include <cablelint/document_reader.hpp>
#include <cablelint/parse.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::cli {

/// The bytes of a document, valid until the next call; nothing, after a complaint, when it cannot be read or
/// has no text.
[[nodiscard]] std::optional<std::string_view> read_release(const Input& input, DocumentReader& reader);

/// Documents that belong together, by their names.
struct FoundCopies {
  std::vector<std::vector<std::string>> cables;
  std::vector<std::string> alone;
  bool trouble = false;  // a document could not be read, which was told
};

/// Two files are copies of one cable because they were named; of more, and of those in folders, copies are
/// looked for. Throws UsageError when a file is named twice or alone.
[[nodiscard]] FoundCopies find_copies(const std::vector<std::string>& paths, const Parser& parser);

}  // namespace cablelint::cli
