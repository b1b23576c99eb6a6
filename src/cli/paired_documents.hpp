#pragma once

#include <cablelint/parse.hpp>
#include <functional>
#include <string>
#include <vector>

namespace cablelint::cli {

/// The paths of an original and of its release.
struct DocumentPair {
  std::string original, release;
};

/// Pairs two files, or the documents of two folders: by the id of their records, else by the path below the
/// folder. What has no partner or cannot be read is told `complain(path, reason)`. Throws UsageError when one
/// path is a folder and the other is not, or both are the same.
[[nodiscard]] std::vector<DocumentPair> pair_documents(
    const std::string& originals, const std::string& releases, const Parser& parser,
    const std::function<void(const std::string&, const std::string&)>& complain);

}  // namespace cablelint::cli
