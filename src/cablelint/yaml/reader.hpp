#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/yaml/document.hpp>

namespace cablelint::yaml {

/// What a file may hold: enough for any rule pack, too little for an attack.
struct Bounds {
  static constexpr std::size_t kFileBytes = 4 * 1024 * 1024;
  static constexpr std::size_t kNodes = 100'000;
  static constexpr std::size_t kDepth = 64;
};

/// Reads YAML text. Never throws on content: on failure gives nothing and appends what is wrong. Refused are
/// anchors, aliases, tags, duplicate keys, keys that are not text, several documents, and whatever goes
/// beyond the bounds.
[[nodiscard]] std::optional<Document> read_text(std::string name, std::string text,
                                                std::vector<Diagnostic>& faults);
/// Reads a file, which must be a regular one.
[[nodiscard]] std::optional<Document> read_file(const std::string& path, std::vector<Diagnostic>& faults);

}  // namespace cablelint::yaml
