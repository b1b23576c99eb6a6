#pragma once

#include <cablelint/input/compressed.hpp>
#include <cstdint>
#include <string_view>

namespace cablelint {

/// What a file holds by its name.
enum class Content : std::uint8_t { cables, json_lines, csv, tar };

struct FileKind {
  Content content = Content::cables;
  Compression compression = Compression::none;
  bool listed = false;  // the extension says so; any other name is taken for cables only where it is named

  /// Not the cable itself, but what holds it.
  [[nodiscard]] bool container() const {
    return content != Content::cables || compression != Compression::none;
  }
};

/// `*.txt`, `*.cable`, `*.jsonl`, `*.ndjson`, `*.csv`, `*.tar`, `*.tgz`, and `.gz` or `.zst` behind any of
/// them; in any case of letters.
[[nodiscard]] FileKind kind_of_name(std::string_view name);

}  // namespace cablelint
